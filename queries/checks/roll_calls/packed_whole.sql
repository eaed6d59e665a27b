/* ---
severity: fail
title: The packed votes hold every vote of every session, bit for bit.
remedy: Build the database again; the two words of packed_votes hold 240 roll calls of a session.
--- */
with counted as (
    select r.session, count(*) filter (v.vote <> 'absent') as votes, count(*) as memberships
    from ga_votes as v
    join roll_calls as r on r.roll_call_id = v.roll_call_id
    group by r.session
),

packed as (
    select session, sum(common(voted, voted)) as votes, sum(common(member, member)) as memberships
    from derived.packed_votes
    group by session
)

select session, c.votes, p.votes as packed_votes, c.memberships, p.memberships as packed_memberships
from counted as c
full join packed as p using (session)
where c.votes is distinct from p.votes or c.memberships is distinct from p.memberships
order by session
