/* ---
severity: fail
title: Keys are NK or the state code, and four digits
remedy: Number launches as in the file's other rows.
--- */
select
    launch_id,
    state
from missile_launches
where not regexp_full_match(launch_id, case state when 'PRK' then 'NK' else state end || '[0-9]{4}')
order by launch_id
