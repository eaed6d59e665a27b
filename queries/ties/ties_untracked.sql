/* ---
id: ties_untracked
title: Steps whose end nobody tracked
question: How many steps before this day may or may not still have been in force, because their end is not tracked?
grain: [kind]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, default: null, example: PRK, description: "Only steps by or against this state, other codes of its series included; null for all"}
columns:
  kind: {unit: label, description: Step taken}
  steps: {unit: steps, description: Steps up to the day whose end is not tracked}
  last_step: {unit: date, description: Day of the latest of them}
caveats:
  - These are in no count of broken relations; most were mended within months or years.
method: Rows of ties with end_status not_tracked that had taken effect by the day.
--- */
select
    k.kind,
    count(*) as steps,
    max(k.event_date) as last_step
from ties as k
join states as i on i.state = k.initiator
join states as t on t.state = k.target
where k.end_status = 'not_tracked'
  and effective_date(k.event_date, k.date_precision) <= $on::date
  and ($state::varchar is null or (select series from states where state = $state) in (i.series, t.series))
group by k.kind
order by k.kind desc
