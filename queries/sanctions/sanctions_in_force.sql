/* ---
id: sanctions_in_force
title: Sanctions in force on a day
question: Which measures stood against states on this day, by whom, and since when?
grain: [sanction_id]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  target: {type: state, default: null, example: PRK, description: 'Only measures against this state, other codes of its series included; null for all'}
columns:
  target: {unit: code, description: State they are aimed at or in}
  sender: {unit: code, description: State or organisation that imposes them}
  measure: {unit: list, description: 'Kinds of measures over the life of the programme'}
  since: {unit: date, description: 'First day; first of the period where only month or year is known'}
  legal_basis: {unit: text, description: 'Legal act, null where not named'}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  target_name: {unit: name, description: Name of the target}
  sender_name: {unit: name, description: Name of the sender}
  programme: {unit: name, description: Programme}
  sender_kind: {unit: label, description: state or organisation}
  origin: {unit: label, description: 'un, autonomous, implements_un, mixed, alignment, collective or unknown'}
  scope: {unit: text, description: 'At whom they are aimed, null where not recorded'}
  certain: {unit: boolean, description: Whether they are known to have been in force on the day}
  end_status: {unit: label, description: What is known of the end}
  citation: {unit: text, description: What the row rests on}
  sanction_id: {unit: key, description: Key of the row}
  start_precision: {unit: label, description: 'How far the first day is known: day, month or year'}
  told_until: {unit: date, description: 'Last day of which the source tells, null where it tells to the end of coverage'}
caveats:
  - Programmes of the European Union stand once, under EU; sanction_senders counts its members.
  - Measures that implement the UN's, or align with the EU's, are separate rows of their sender; origin tells them apart.
  - An open end means that no end is known. Measures whose end is unknown or suspended are uncertain.
  - After the last day of which its source tells, a measure without an end is listed as uncertain and makes nobody a sender.
  - Kinds of measures are those of a programme's whole life, not of the day.
method: >-
  In force from the first day (the end of the month or year where only that is known) to the last. Certain is false
  where the end is unknown, not confirmed or suspended, inside the period of a coarse end, and after the table's end.
--- */
with names as (
    select state as sender, name from states
    union all
    select organisation, name from organisations
)

select
    b.target,
    b.sender,
    list_filter(
        [
            case when b.arms then 'arms' end,
            case when b.trade then 'trade' end,
            case when b.financial then 'financial' end,
            case when b.travel then 'travel' end,
            case when b.sectoral then 'sectoral' end,
            case when b.aid then 'aid' end,
            case when b.other then 'other' end
        ],
        lambda kind: kind is not null
    ).list_aggregate('string_agg', '; ') as measure,
    b.started_on as since,
    b.legal_basis,
    b.evidence,
    b.source_id as source,
    t.name as target_name,
    n.name as sender_name,
    b.programme,
    b.sender_kind,
    b.origin,
    b.scope,
    b.certain,
    b.end_status,
    b.citation,
    b.sanction_id,
    b.start_precision,
    b.told_until
from measures_on($on::date) as b
join states as t on t.state = b.target
join names as n on n.sender = b.sender
where $target::varchar is null or t.series in (select series from states where state = $target)
order by b.target, b.started_on, b.sanction_id
