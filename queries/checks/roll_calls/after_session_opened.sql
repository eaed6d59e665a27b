/* ---
severity: fail
title: No vote lies before its session opened.
remedy: Correct the date, and record it in data/corrections/roll_calls.yml.
--- */
select r.roll_call_id, r.resolution, r.voted_on, s.opened_on
from roll_calls as r
join ga_sessions as s on s.session = r.session
where r.voted_on < s.opened_on
order by r.roll_call_id
