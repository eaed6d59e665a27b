/* ---
severity: fail
title: No two spells of one state overlap.
remedy: Correct joined_on or left_on.
--- */
select a.state, a.joined_on, b.joined_on as other_joined_on
from un_memberships as a
join un_memberships as b on b.state = a.state and b.joined_on > a.joined_on
where coalesce(a.left_on > b.joined_on, true)
order by a.state, a.joined_on
