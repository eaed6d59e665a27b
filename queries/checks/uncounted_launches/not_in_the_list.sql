/* ---
severity: warn
title: Ballistic launches kept apart are not in the list by now
remedy: Where the list has taken the event up, remove it from data/uncounted_launches.csv.
--- */
select
    u.uncounted_id,
    u.date_local,
    u.weapon
from uncounted_launches as u
inner join missile_launches as m on u.state = m.state and u.date_local = m.launch_day
where u.reason <> 'outside_rule'
order by u.uncounted_id
