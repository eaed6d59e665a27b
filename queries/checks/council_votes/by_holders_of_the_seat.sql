/* ---
severity: fail
title: A seat passed on is voted by its holder on the day (China since 25 October 1971, Russia since 24 December 1991).
remedy: Correct member to the state that held the seat.
--- */
select v.draft_id, v.member, d.voted_on
from council_votes as v
join council_drafts as d on d.draft_id = v.draft_id
where (v.member = 'TWN' and d.voted_on >= date '1971-10-25')
   or (v.member = 'CHN' and d.voted_on < date '1971-10-25')
   or (v.member = 'SUN' and d.voted_on >= date '1991-12-24')
   or (v.member = 'RUS' and d.voted_on < date '1991-12-24')
order by d.voted_on, v.member
