/* ---
severity: fail
title: Every member of the day has one vote in each roll call, but for states admitted that day.
remedy: Find the members without a vote; the copy of the record may lack a column.
--- */
with days as (
    select distinct voted_on from roll_calls
),

seated as (
    select d.voted_on, count(*) as members, count(*) filter (m.joined_on = d.voted_on) as admitted
    from days as d
    join un_memberships as m
        on m.joined_on <= d.voted_on
        and (m.left_on is null or d.voted_on < m.left_on)
    group by d.voted_on
),

cast_votes as (
    select roll_call_id, count(*) as votes
    from ga_votes
    group by roll_call_id
)

select r.roll_call_id, r.resolution, r.voted_on, v.votes, s.members, s.admitted
from roll_calls as r
join seated as s on s.voted_on = r.voted_on
left join cast_votes as v on v.roll_call_id = r.roll_call_id
where coalesce(v.votes, 0) not between s.members - s.admitted and s.members
order by r.roll_call_id
