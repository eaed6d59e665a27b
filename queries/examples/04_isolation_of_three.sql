/* ---
title: The isolation of three states over time
about: One query of the catalog asked three times and stacked.
chart: {kind: lines, x: day, y: isolation, colour: state}
--- */
select 'Russia' as state, "on" as day, index as isolation from isolation_series('RUS', '2010-01-01', '2022-07-14')
union all
select 'North Korea', "on", index from isolation_series('PRK', '2010-01-01', '2022-07-14')
union all
select 'Iran', "on", index from isolation_series('IRN', '2010-01-01', '2022-07-14')
order by state, day
