/* ---
severity: fail
title: Every year from 2000 to 2020 has at least 7,000 missions
remedy: Load the source again; part of it is missing.
--- */
select y.year, count(m.year) as missions
from range(2000, 2021) as y (year)
left join missions as m on m.year = y.year
group by y.year
having count(m.year) < 7000
order by y.year
