insert into derived.isolation_draw_picks
with
-- Each draw of the first half with one choice of its fellow in the second, for the variances of Saltelli et al. (2010).
choices as (
    from isolation_draws
    select *, 'none' as swapped
    union all by name
    select
        a.draw,
        s.swapped,
        case s.swapped when 'recognition' then b.recognition else a.recognition end as recognition,
        case s.swapped when 'ties' then b.ties else a.ties end as ties,
        case s.swapped when 'alignment' then b.alignment else a.alignment end as alignment,
        case s.swapped when 'sanctions' then b.sanctions else a.sanctions end as sanctions,
        case s.swapped when 'exclusion' then b.exclusion else a.exclusion end as exclusion,
        case s.swapped when 'scaling' then b.scaling else a.scaling end as scaling,
        case s.swapped when 'geometric' then b.geometric else a.geometric end as geometric,
        case s.swapped when 'votes' then b.votes else a.votes end as votes,
        case s.swapped when 'absence' then b.absence else a.absence end as absence,
        case s.swapped when 'senders' then b.senders else a.senders end as senders,
        case s.swapped when 'mandates' then b.mandates else a.mandates end as mandates,
        case s.swapped when 'unchecked' then b.unchecked else a.unchecked end as unchecked,
        case s.swapped when 'left_out' then b.left_out else a.left_out end as left_out
    from isolation_draws as a
    join isolation_draws as b on b.draw = a.draw + (select count(*) // 2 from isolation_draws)
    cross join (
        select unnest([
            'recognition', 'ties', 'alignment', 'sanctions', 'exclusion', 'scaling', 'geometric', 'votes', 'absence',
            'senders', 'mandates', 'unchecked', 'left_out'
        ]) as swapped
    ) as s
),

-- The measure that a draw takes of each dimension; a dimension left out has none.
measured as (
    select
        c.*,
        case when c.unchecked then '' else '_firm' end as firm,
        unnest(
            [
                {'dimension': 'recognition', 'factor': c.recognition, 'measure': 'recognition_share'},
                {'dimension': 'ties', 'factor': c.ties, 'measure': 'ties_share' || firm},
                {
                    'dimension': 'alignment',
                    'factor': c.alignment,
                    -- Absence is missing in the estimate of ideal points, whatever a draw says of it.
                    'measure': case c.votes when 'ideal_points' then 'ideal_distance' else c.votes || '_' || c.absence end
                },
                {
                    'dimension': 'sanctions',
                    'factor': c.sanctions,
                    'measure': case when c.mandates then 'sanctions_' else 'own_' end || c.senders || firm
                },
                {'dimension': 'exclusion', 'factor': c.exclusion, 'measure': 'exclusions' || firm}
            ],
            recursive := true
        )
    from choices as c
),

placed as (
    select m.draw, m.swapped, m.geometric, m.dimension, m.factor * d.weight as weight, p.place
    from measured as m
    join isolation_dimensions as d on d.dimension = m.dimension
    join derived.isolation_score_places as p
      on p.measure = m.measure and p.scaling = m.scaling and p.geometric = m.geometric
    where m.left_out is distinct from m.dimension
    union all
    -- The choices of the index itself, so that one pass gives it beside the draws.
    select 0 as draw, 'published' as swapped, false as geometric, m.dimension, d.weight, p.place
    from isolation_measures as m
    join isolation_dimensions as d on d.dimension = m.dimension
    join derived.isolation_score_places as p
      on p.measure = m.measure and p.scaling = 'goalposts' and not p.geometric
    where m.base
)

select
    draw,
    swapped,
    bool_or(geometric) as geometric,
    any_value(place) filter (dimension = 'recognition') as recognition_place,
    any_value(weight) filter (dimension = 'recognition') as recognition_weight,
    any_value(place) filter (dimension = 'ties') as ties_place,
    any_value(weight) filter (dimension = 'ties') as ties_weight,
    any_value(place) filter (dimension = 'alignment') as alignment_place,
    any_value(weight) filter (dimension = 'alignment') as alignment_weight,
    any_value(place) filter (dimension = 'sanctions') as sanctions_place,
    any_value(weight) filter (dimension = 'sanctions') as sanctions_weight,
    any_value(place) filter (dimension = 'exclusion') as exclusion_place,
    any_value(weight) filter (dimension = 'exclusion') as exclusion_weight
from placed
group by draw, swapped
order by swapped, draw
