/* ---
id: ties_broken
title: Relations broken or lowered on a day
question: Which relations stood broken, suspended or lowered on this day, and how sure is it?
grain: [tie_id]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, default: null, example: PRK, description: "Only steps by or against this state, other codes of its series included; null for all"}
  least: {type: integer, default: 1, example: 1, description: "Lightest step listed, by severity: 5 for breaks and suspensions only"}
  switches: {type: boolean, default: true, example: true, description: Include breaks with Taipei or Beijing by switching recognition}
columns:
  initiator: {unit: code, description: State that took the step}
  target: {unit: code, description: State it was taken against}
  since: {unit: date, description: Day of the step; first of the period where only month or year is known}
  kind: {unit: label, description: Step taken}
  reason: {unit: text, description: Reason in a few words}
  certain: {unit: boolean, description: Whether the step is known to have been in force on the day}
  evidence: {unit: grade, description: "Evidence grade, A to D"}
  source: {unit: source id, description: Source of the row}
  initiator_name: {unit: name, description: Name of the initiator}
  target_name: {unit: name, description: Name of the target}
  severity: {unit: weight 1 to 6, description: "Severed 6, suspended 5, embassy closed 4, downgraded 3, office closed or ambassador recalled or expelled 2, diplomats expelled 1"}
  event_group: {unit: label, description: Affair the step belongs to}
  date_precision: {unit: label, description: "Precision of since: day, month or year"}
  end_status: {unit: label, description: What is known of the end}
  restored_on: {unit: date, description: Day relations were restored; null where not restored or not known}
  citation: {unit: text, description: "Document the row rests on; for evidence D a page to check it against, not opened"}
  tie_id: {unit: key, description: Key of the tie}
caveats:
  - States that never had relations, such as the United States and North Korea, broke none and are not listed.
  - Two states may appear twice, for steps of each or for one step after another; count distinct pairs.
  - Steps whose end nobody tracked are left out, as are recalls and expulsions of unknown end; ties_untracked counts them.
  - Switches of recognition between Beijing and Taipei are breaks with the one left.
  - Recalls and expulsions are a selection, not a census.
  - After the last day covered nothing is certain.
method: >-
  A step is in force from its day (the end of the month or year where only that is known) until relations are restored
  (again the end of the period), or still if it is known to go on. Certain is false inside the period of a coarse
  ending, after the last day covered, where nothing is known after the break (ongoing_or_unknown), and where it was
  mended on a day not known (restored_date_unknown, until relations are seen again).
--- */
with covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'ties'
),

begun as (
    select
        *,
        case end_status
            when 'restored' then effective_date(restored_on, restored_precision)
            when 'restored_date_unknown' then restored_by
        end as over_on
    from ties
    where effective_date(event_date, date_precision) <= $on::date
      and end_status <> 'not_tracked'
)

select
    b.initiator,
    b.target,
    b.event_date as since,
    b.kind,
    b.reason,
    coalesce($on::date <= c.last_day, true)
        and (b.end_status = 'ongoing' or coalesce($on::date < b.restored_on, false)) as certain,
    b.evidence,
    b.source_id as source,
    i.name as initiator_name,
    t.name as target_name,
    tie_severity(b.kind) as severity,
    b.event_group,
    b.date_precision,
    b.end_status,
    b.restored_on,
    b.citation,
    b.tie_id
from begun as b
cross join covered as c
join states as i on i.state = b.initiator
join states as t on t.state = b.target
where coalesce(b.over_on > $on::date, true)
  and ($state::varchar is null or (select series from states where state = $state) in (i.series, t.series))
  and tie_severity(b.kind) >= $least
  and ($switches or b.event_group <> 'Taiwan recognition switches')
order by since, b.tie_id
