/* ---
severity: warn
title: The votes of one meeting are of one day.
remedy: Look at the record; either the day or the meeting is misprinted there. A meeting that ran past midnight is right.
--- */
select meeting, min(voted_on) as first_day, max(voted_on) as last_day, count(*) as roll_calls
from roll_calls
where meeting is not null
group by meeting
having min(voted_on) <> max(voted_on)
order by meeting
