/* ---
id: ties_untracked_partners
title: With whom steps were taken whose end nobody tracked
question: With which states may this one's relations have been lowered on this day, because nobody tracked the end of a step?
grain: [partner]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, example: PRK, description: "State, other codes of its series included"}
  least: {type: integer, default: 1, example: 1, description: "Lightest step that counts, by severity: 5 for breaks and suspensions only"}
  switches: {type: boolean, default: true, example: true, description: Include breaks with Taipei or Beijing by switching recognition}
columns:
  partner: {unit: code, description: The other state}
  partner_name: {unit: name, description: Its name}
  steps: {unit: steps, description: "Steps by either side up to the day whose end is not tracked"}
  last_step: {unit: date, description: Day of the latest of them}
caveats:
  - These are in no count of broken relations; most were mended within months or years.
  - Relations with a state listed here may have been broken for another reason too, in ties_broken.
method: Rows of ties with end_status not_tracked that had taken effect by the day.
--- */
with steps as (
    select
        case when i.series = (select series from states where state = $state) then k.target else k.initiator end as partner,
        k.event_date
    from ties as k
    join states as i on i.state = k.initiator
    join states as t on t.state = k.target
    where k.end_status = 'not_tracked'
      and effective_date(k.event_date, k.date_precision) <= $on::date
      and (select series from states where state = $state) in (i.series, t.series)
      and tie_severity(k.kind) >= $least
      and ($switches or k.event_group <> 'Taiwan recognition switches')
)

select
    s.partner,
    p.name as partner_name,
    count(*) as steps,
    max(s.event_date) as last_step
from steps as s
join states as p on p.state = s.partner
group by s.partner, p.name
order by s.partner
