/* ---
severity: fail
title: The European Union has as many members as its treaties say.
remedy: Correct joined_on or left_on.
--- */
select t.day, t.members, count(m.state) as counted
from (
    values
        (date '1958-01-01', 6), (date '1973-01-01', 9), (date '1981-01-01', 10), (date '1986-01-01', 12),
        (date '1995-01-01', 15), (date '2004-05-01', 25), (date '2007-01-01', 27), (date '2013-07-01', 28),
        (date '2020-02-01', 27)
) as t (day, members)
left join organisation_members as m
    on m.organisation = 'EU' and m.joined_on <= t.day and (m.left_on is null or m.left_on > t.day)
group by t.day, t.members
having t.members <> count(m.state)
order by t.day
