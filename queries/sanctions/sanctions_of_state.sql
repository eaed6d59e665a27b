/* ---
id: sanctions_of_state
title: Sanctions against a state over time
question: Which measures stood against this state, by whom, and from when to when?
grain: [sanction_id]
params:
  target: {type: state, example: RUS, description: State they are aimed at or in}
columns:
  sender_name: {unit: name, description: State or organisation that imposes them}
  programme: {unit: name, description: Programme}
  since: {unit: date, description: 'First day; first of the period where only month or year is known'}
  until: {unit: date, description: 'Last day; the last day covered where the measures go on; null where the end is not known'}
  end_status: {unit: label, description: What is known of the end}
  start_precision: {unit: label, description: 'day, month or year'}
  end_precision: {unit: label, description: 'day, month, year, or none where no end is known'}
  origin: {unit: label, description: 'un, autonomous, implements_un, mixed, alignment, collective or unknown'}
  sender: {unit: code, description: Code of the sender}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  citation: {unit: text, description: What the row rests on}
  sanction_id: {unit: key, description: Key of the row}
caveats:
  - Programmes of the European Union stand once, under EU.
  - Targets of past states stand under their successors, such as Yugoslavia under Serbia.
method: Rows of sanctions against the state; what is in force or not confirmed runs to the last day covered.
--- */
with covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'sanctions'
),

names as (
    select state as sender, name from states
    union all
    select organisation, name from organisations
)

select
    n.name as sender_name,
    x.programme,
    x.started_on as since,
    case
        when x.ended_on is not null then effective_date(x.ended_on, x.end_precision)
        when x.end_status in ('in_force', 'not_confirmed') then c.last_day
    end as until,
    x.end_status,
    x.start_precision,
    x.end_precision,
    x.origin,
    x.sender,
    x.evidence,
    x.source_id as source,
    x.citation,
    x.sanction_id
from sanctions as x
cross join covered as c
join names as n on n.sender = x.sender
where x.target = (select series from states where state = $target)
order by since, x.sanction_id
