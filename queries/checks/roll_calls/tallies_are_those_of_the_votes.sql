/* ---
severity: warn
title: The recorded totals equal the votes counted one by one.
remedy: The record of the UN Digital Library itself differs, or absences were left out as filled in; look at the record.
--- */
select
    r.roll_call_id,
    r.resolution,
    r.yes,
    count(*) filter (v.vote = 'yes') as counted_yes,
    r.no,
    count(*) filter (v.vote = 'no') as counted_no,
    r.abstain,
    count(*) filter (v.vote = 'abstain') as counted_abstain
from roll_calls as r
left join ga_votes as v on v.roll_call_id = r.roll_call_id
group by r.roll_call_id, r.resolution, r.yes, r.no, r.abstain
having r.yes <> counted_yes or r.no <> counted_no or r.abstain <> counted_abstain
order by r.roll_call_id
