/* ---
severity: warn
title: Apogee and distance fit the class
remedy: Look the flight up; a lofted flight may be right, a swapped apogee and distance is not.
--- */
with limits (class, most_apogee_km, most_distance_km) as (
    values
    ('SRBM'::missile_class, 350, 1000),
    ('MRBM', 1200, 3000),
    ('SLBM', 1500, 3500),
    ('HGV', 300, 3000),
    ('IRBM', 2500, 5500),
    ('ICBM', 8000, 15000)
)

select
    m.launch_id,
    m.class,
    m.apogee_km,
    m.distance_km
from missile_launches as m
inner join limits as l on m.class = l.class
where m.apogee_km > l.most_apogee_km or m.distance_km > l.most_distance_km
order by m.launch_id
