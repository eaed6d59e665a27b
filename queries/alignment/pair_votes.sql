/* ---
id: pair_votes
title: How two members voted, text by text
question: On which recorded votes of the General Assembly did these two members agree, and on which did they differ?
grain: [roll_call_id]
params:
  state_a: {type: state, example: RUS, description: First member}
  state_b: {type: state, example: PRK, description: Second member}
  from: {type: date, default: null, example: 2021-09-14, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2022-09-12, description: 'Last day, null for the last vote held'}
  distance: {type: integer, default: 0, example: 0, description: 'Smallest distance: 0 all, 1 not the same, 2 opposed'}
columns:
  date: {unit: date, description: Day of the vote}
  resolution: {unit: symbol, description: Symbol of the text}
  title: {unit: text, description: Title of the text}
  vote_a: {unit: label, description: 'Vote of the first: yes, abstain or no'}
  vote_b: {unit: label, description: Vote of the second}
  distance: {unit: steps, description: '0 the same, 1 one abstained, 2 opposed'}
  unanimous: {unit: boolean, description: Whether every recorded vote is the same}
  universes: {unit: list, description: 'Sets of roll calls that it belongs to: all, resolutions, issues'}
  session: {unit: session, description: Regular session}
  url: {unit: address, description: Record of the vote}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  roll_call_id: {unit: key, description: Key of the roll call}
caveats:
  - Roll calls on which one of them was absent are left out.
method: Yes 1, abstain 2, no 3; the distance is the difference.
--- */
with votes as (
    select
        v.roll_call_id,
        s.series,
        v.vote,
        level_of(v.vote) as level
    from ga_votes as v
    join states as s on s.state = v.state
    where v.vote <> 'absent'
),

first_votes as (
    select *
    from votes
    where series = (select series from states where state = $state_a)
),

second_votes as (
    select *
    from votes
    where series = (select series from states where state = $state_b)
)

select
    r.voted_on as date,
    r.resolution,
    r.title,
    a.vote as vote_a,
    b.vote as vote_b,
    abs(a.level - b.level) as distance,
    p.unanimous,
    p.universes,
    r.session,
    r.url,
    r.source_id as source,
    r.evidence,
    r.roll_call_id
from first_votes as a
join second_votes as b on b.roll_call_id = a.roll_call_id
join roll_calls as r on r.roll_call_id = a.roll_call_id
join derived.roll_call_places as p on p.roll_call_id = r.roll_call_id
where r.voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
  and abs(a.level - b.level) >= $distance
order by date desc, r.roll_call_id desc
