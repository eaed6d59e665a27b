insert into derived.isolation_score_places
select
    row_number() over (order by m.measure, s.scaling) as place,
    m.measure,
    s.scaling
from isolation_measures as m
cross join (select unnest(['goalposts', 'extremes', 'ranks']) as scaling) as s
order by place
