/* ---
severity: fail
title: Every state lies in a region that the United Nations' M49 names.
remedy: Correct region; Africa and the Americas are told by M49's intermediate regions, as in data/states.csv.
--- */
select state, region
from states
where region not in (
    'Australia and New Zealand', 'Caribbean', 'Central America', 'Central Asia', 'Eastern Africa', 'Eastern Asia',
    'Eastern Europe', 'Melanesia', 'Micronesia', 'Middle Africa', 'Northern Africa', 'Northern America',
    'Northern Europe', 'Polynesia', 'South America', 'South-eastern Asia', 'Southern Africa', 'Southern Asia',
    'Southern Europe', 'Western Africa', 'Western Asia', 'Western Europe'
)
order by state
