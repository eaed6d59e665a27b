insert into derived.isolation_products
select
    y.year,
    w.state,
    arg_max(w.gdp_usd, w.year) as gdp_usd
from generate_series(1991, (select year(max(ends_on)) from coverage)) as y (year)
join weights as w on w.year between y.year - 5 and y.year
where w.gdp_usd is not null
group by y.year, w.state
order by y.year, w.state
