/* ---
severity: fail
title: Every vote was cast by a member on the day.
remedy: Correct the spell of membership or leave the vote out.
--- */
select v.state, min(r.voted_on) as first_vote, max(r.voted_on) as last_vote, count(*) as votes
from ga_votes as v
join roll_calls as r on r.roll_call_id = v.roll_call_id
anti join un_memberships as m
    on m.state = v.state
    and r.voted_on >= m.joined_on
    and (m.left_on is null or r.voted_on <= m.left_on)
group by v.state
order by v.state
