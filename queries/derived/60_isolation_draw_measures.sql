insert into derived.isolation_draw_measures
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

weighed as (
    select
        * exclude (recognition, ties, alignment, sanctions, exclusion),
        unnest(
            [
                {'dimension': 'recognition', 'factor': recognition},
                {'dimension': 'ties', 'factor': ties},
                {'dimension': 'alignment', 'factor': alignment},
                {'dimension': 'sanctions', 'factor': sanctions},
                {'dimension': 'exclusion', 'factor': exclusion}
            ],
            recursive := true
        )
    from choices
)

select
    w.draw,
    w.swapped,
    w.dimension,
    case w.dimension
        when 'recognition' then 'recognition_share'
        when 'ties' then 'ties_share' || case when w.unchecked then '' else '_firm' end
        when 'alignment' then w.votes || '_' || w.absence
        when 'sanctions'
            then case when w.mandates then 'sanctions_' else 'own_' end
                || w.senders
                || case when w.unchecked then '' else '_firm' end
        when 'exclusion' then 'exclusions'
    end as measure,
    w.scaling,
    w.geometric,
    w.factor * d.weight as weight
from weighed as w
join isolation_dimensions as d on d.dimension = w.dimension
where w.left_out is distinct from w.dimension
  and (w.unchecked or w.dimension <> 'exclusion')
order by w.swapped, w.draw, w.dimension
