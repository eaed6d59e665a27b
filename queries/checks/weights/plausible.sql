/* ---
severity: warn
title: No product or population moves more than threefold in a year.
remedy: Compare with the World Bank; a currency reform can explain it.
--- */
select a.state, a.year, a.gdp_usd, b.gdp_usd as year_before
from weights as a
join weights as b on b.state = a.state and b.year = a.year - 1
where a.gdp_usd / b.gdp_usd not between 1 / 3 and 3 or a.population / b.population not between 1 / 3 and 3
order by a.state, a.year
