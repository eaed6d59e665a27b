insert into derived.isolation_score_places
select
    row_number() over (order by g.geometric, m.measure, s.scaling) as place,
    m.measure,
    s.scaling,
    g.geometric
from isolation_measures as m
cross join (select unnest(['goalposts', 'extremes', 'ranks']) as scaling) as s
cross join (select unnest([false, true]) as geometric) as g
order by place
