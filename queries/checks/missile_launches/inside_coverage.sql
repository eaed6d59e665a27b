/* ---
severity: fail
title: Launches lie inside the coverage of their state
remedy: Add the state to data/coverage.csv, or move starts_on or ends_on.
--- */
select
    m.launch_id,
    m.state,
    m.date_utc,
    m.launch_day,
    c.ends_on
from missile_launches as m
left join coverage as c on c.table_name = 'missile_launches' and c.part = m.state
where c.part is null or m.date_utc < c.starts_on or coalesce(m.launch_day, m.date_utc) > c.ends_on
order by m.launch_id
