/* ---
severity: fail
title: Every vote belongs to a roll call.
remedy: Run the preparation of the General Assembly again.
--- */
select roll_call_id, count(*) as votes
from ga_votes
where roll_call_id not in (select roll_call_id from roll_calls)
group by roll_call_id
order by roll_call_id
