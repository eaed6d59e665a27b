/* ---
severity: fail
title: The seat of China is voted by the Republic of China before 25 October 1971 and by the People's Republic since.
remedy: Correct member to the state that held the seat.
--- */
select v.draft_id, v.member, d.voted_on
from council_votes as v
join council_drafts as d on d.draft_id = v.draft_id
where (v.member = 'TWN' and d.voted_on >= date '1971-10-25')
   or (v.member = 'CHN' and d.voted_on < date '1971-10-25')
order by d.voted_on, v.member
