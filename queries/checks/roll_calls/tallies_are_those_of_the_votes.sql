/* ---
severity: fail
title: The recorded totals equal the votes counted one by one.
remedy: Compare with the record; a total that is wrong there is corrected in the preparation, with its reason.
--- */
select
    r.roll_call_id,
    r.resolution,
    r.yes,
    count(*) filter (v.vote = 'yes') as counted_yes,
    r.no,
    count(*) filter (v.vote = 'no') as counted_no,
    r.abstain,
    count(*) filter (v.vote = 'abstain') as counted_abstain,
    r.absent,
    count(*) filter (v.vote = 'absent') as counted_absent
from roll_calls as r
left join ga_votes as v on v.roll_call_id = r.roll_call_id
group by r.roll_call_id, r.resolution, r.yes, r.no, r.abstain, r.absent
having r.yes <> counted_yes or r.no <> counted_no or r.abstain <> counted_abstain or r.absent <> counted_absent
order by r.roll_call_id
