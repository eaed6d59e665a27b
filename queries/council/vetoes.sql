/* ---
id: vetoes
title: Vetoed drafts
question: Which drafts did vetoes defeat in this span, on what, and who cast them?
grain: [draft_id]
params:
  from: {type: date, example: 2022-01-01, description: First day of the span}
  to: {type: date, example: 2022-12-31, description: Last day of the span}
  member: {type: choice, choices: [CHN, FRA, GBR, RUS, USA], default: null, example: RUS, description: Only vetoes of this permanent seat; null for all}
columns:
  date: {unit: date, description: Day of the vote}
  draft: {unit: symbol, description: 'Symbol of the draft, null where it has none or it is not recorded'}
  topic: {unit: label, description: Topic}
  region: {unit: label, description: 'Region of the topic, null where not recorded'}
  cast_by: {unit: code, description: 'Members that cast a veto, their codes with commas between'}
  casts: {unit: vetoes, description: Vetoes cast on the draft}
  record: {unit: symbol, description: Record of the meeting}
  title: {unit: text, description: Agenda item}
  text_kind: {unit: label, description: 'resolution, amendment or admission'}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  citation: {unit: text, description: 'Document the row rests on, where not the list itself'}
  draft_id: {unit: key, description: Key of the draft}
  cast_by_name: {unit: list of names, description: Their names}
caveats:
  - A veto is a negative vote of a permanent member on a draft that would otherwise have been adopted, by the list of the Dag Hammarskjöld Library.
  - The admissions of 13 December 1955 are added, one row per applicant.
  - Rows since September 2022 rest on secondary lists.
method: Drafts with the outcome vetoed, and the casts on them.
--- */
select
    d.voted_on as date,
    d.draft,
    d.topic,
    d.region,
    string_agg(c.cast_by, ', ' order by s.name) as cast_by,
    count(*) as casts,
    d.meeting as record,
    d.title,
    d.text_kind,
    d.evidence,
    d.source_id as source,
    d.citation,
    d.draft_id,
    string_agg(s.name, ', ' order by s.name) as cast_by_name
from council_drafts as d
join veto_casts as c on c.draft_id = d.draft_id
join states as s on s.state = c.cast_by
where d.voted_on between $from::date and $to::date
  and ($member::varchar is null or d.draft_id in (select draft_id from veto_casts where seat = $member))
group by all
order by d.voted_on desc, d.draft_id
