/* ---
id: missions_per_year
title: Missions a state sends and receives
question: In how many states was this state represented each year, and how many were represented in it?
grain: [year]
params:
  state: {type: state, example: PRK, description: State}
columns:
  year: {unit: year, description: Calendar year}
  sent: {unit: missions, description: "States in which it was represented, at any level above none"}
  sent_at_ambassador_level: {unit: missions, description: "Of these, by an ambassador of its own"}
  received: {unit: missions, description: "States represented in it, at any level above none"}
  received_at_ambassador_level: {unit: missions, description: "Of these, by an ambassador of their own"}
  ambiguous: {unit: missions, description: "Missions counted that may be Niger's rather than Nigeria's"}
caveats:
  - The source ends in 2020 and follows a yearbook, which notices openings and closures a year or two late.
  - Nigeria and Niger were merged upstream; 1,387 missions listed for Nigeria may be Niger's.
method: Rows of missions with a level above 0 (withdrawn); ambassador is level 1.
--- */
select
    year,
    count(*) filter (where sender = $state and level > 0) as sent,
    count(*) filter (where sender = $state and level = 1) as sent_at_ambassador_level,
    count(*) filter (where host = $state and level > 0) as received,
    count(*) filter (where host = $state and level = 1) as received_at_ambassador_level,
    count(*) filter (where ambiguous and level > 0) as ambiguous
from missions
where $state in (sender, host)
group by year
order by year
