/* ---
severity: fail
title: No two codes of one series are members on the same day.
remedy: A seat continued by a successor ends under the old code on the day it begins under the new.
--- */
select a.state, b.state as other_state, a.joined_on, b.joined_on as other_joined_on
from un_memberships as a
join states as x on x.state = a.state
join un_memberships as b on b.state <> a.state and b.joined_on >= a.joined_on
join states as y on y.state = b.state and y.series = x.series
where coalesce(a.left_on > b.joined_on, true)
order by a.state
