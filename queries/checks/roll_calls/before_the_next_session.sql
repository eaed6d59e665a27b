/* ---
severity: fail
title: No vote lies after the next regular session opened.
remedy: Correct the day or the session, and record it in data/corrections/roll_calls.yml.
--- */
select r.roll_call_id, r.resolution, r.voted_on, following.opened_on
from roll_calls as r
join ga_sessions as following on following.session = r.session + 1
where r.voted_on >= following.opened_on
order by r.roll_call_id
