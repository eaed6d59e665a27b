/* ---
id: roll_calls_found
title: Recorded votes, by symbol or words
question: Which recorded votes of the General Assembly carry this symbol or these words?
grain: [roll_call_id]
params:
  words: {type: text, default: '', example: ukraine integrity, description: 'Part of a symbol, or words of the title'}
  from: {type: date, default: null, example: 2014-01-01, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2025-12-31, description: 'Last day, null for the last vote held'}
columns:
  date: {unit: date, description: Day of the vote}
  resolution: {unit: symbol, description: Symbol of the text}
  title: {unit: text, description: Title of the text}
  "yes": {unit: votes, description: Votes in favour}
  abstain: {unit: votes, description: Abstentions}
  "no": {unit: votes, description: Votes against}
  absent: {unit: members, description: Members that did not vote}
  session: {unit: session, description: Regular session}
  url: {unit: address, description: Record of the vote}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  roll_call_id: {unit: key, description: Key of the roll call}
caveats:
  - Only texts that were put to a recorded vote and adopted are held.
method: Every word must stand in the symbol or the title, capitals or not, accents or not.
--- */
with sought as (
    select list_filter(string_split(strip_accents(lower($words)), ' '), lambda word: word <> '') as words
)

select
    r.voted_on as date,
    r.resolution,
    r.title,
    r.yes,
    r.abstain,
    r.no,
    r.absent,
    r.session,
    r.url,
    r.source_id as source,
    r.evidence,
    r.roll_call_id
from roll_calls as r
cross join sought as s
where r.voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
  and list_bool_and(
      list_transform(s.words, lambda word: contains(strip_accents(lower(r.resolution || ' ' || r.title)), word))
  ) is not false
order by date desc, r.roll_call_id desc
