-- Scores within coverage, the index with its contributions, and the index under each draw.

-- A state has an index where two thirds of the weight are observed.
create macro enough_observed(observed, total) as total > 0 and observed >= total * 2 / 3 - 1e-9;

-- Every measure of each state on each day, within coverage, with its score; null with the reason elsewhere.
create macro isolation_scores(days, chosen) as table
    with long as (
        from isolation_long(days, chosen)
    ),

    covered as (
        select
            d.dimension,
            d.weight,
            span_start(coalesce(min(v.first_day), min(c.starts_on))) as starts_on,
            coalesce(min(v.last_day), max(c.ends_on)) as ends_on
        from isolation_dimensions as d
        left join coverage as c on c.table_name = d.table_name
        left join (
            select min(counts_from) as first_day, max(counts_to) - 1 as last_day, 'alignment' as dimension
            from derived.isolation_votes
        ) as v on v.dimension = d.dimension
        group by d.dimension, d.weight
    ),

    reasoned as (
        select
            l.* exclude (raw),
            m.dimension,
            m.base,
            m.unit,
            m.lower,
            m.upper,
            m.smallest,
            m.largest,
            c.weight,
            case when l.day between c.starts_on and c.ends_on then l.raw end as raw,
            case m.dimension when 'alignment' then l.voted_to else least(l.day, c.ends_on) end as as_of,
            case
                when l.day < c.starts_on then 'Covered from ' || c.starts_on
                when l.day > c.ends_on then 'Covered until ' || c.ends_on
                when l.raw is not null then null
                when m.dimension = 'alignment' and not l.un_member then 'Not a member of the United Nations'
                when m.dimension = 'alignment'
                    then 'Fewer than 10 joint votes with half of the members in the last complete session'
                else 'No value known'
            end as missing_reason
        from long as l
        join isolation_measures as m on m.measure = l.measure
        join covered as c on c.dimension = m.dimension
    )

    select
        *,
        -- least and greatest would read null as 0.
        case when raw is not null then 100 * least(greatest((raw - lower) / (upper - lower), 0), 1) end as score
    from reasoned;

-- The index of each state on each day, with contributions that add up to it. `weights` is a map or null.
create macro isolation_values(days, chosen, weights) as table
    -- Read once: in the lines below they would be read for every row.
    with given as (
        select weights as dimension_weights
    ),

    weighted as (
        select
            s.* replace (
                case
                    when g.dimension_weights is null then s.weight
                    else coalesce(g.dimension_weights[s.dimension], 0)
                end as weight
            )
        from isolation_scores(days, chosen) as s
        cross join given as g
        where s.base
    ),

    summed as (
        select
            day,
            state,
            any_value(state_name) as state_name,
            any_value(un_member) as un_member,
            count(score) as dimensions_observed,
            sum(weight) filter (score is not null) as observed,
            sum(weight) as total,
            exp(sum(weight * ln(greatest(100 - score, 1))) / nullif(observed, 0)) as remaining,
            any_value(weight * score) filter (dimension = 'recognition') as recognition,
            any_value(weight * score) filter (dimension = 'ties') as ties,
            any_value(weight * score) filter (dimension = 'alignment') as alignment,
            any_value(weight * score) filter (dimension = 'sanctions') as sanctions,
            any_value(weight * score) filter (dimension = 'exclusion') as exclusion,
            string_agg(dimension || ': ' || missing_reason, '; ' order by dimension) as missing_reason
        from weighted
        group by day, state
    ),

    fit as (
        select
            *,
            case when enough_observed(observed, total) then observed end as divisor
        from summed
    ),

    divided as (
        select
            day,
            state,
            state_name,
            un_member,
            dimensions_observed,
            recognition / divisor as recognition,
            ties / divisor as ties,
            alignment / divisor as alignment,
            sanctions / divisor as sanctions,
            exclusion / divisor as exclusion,
            case when divisor is not null then 100 - remaining end as geometric,
            coalesce(observed, 0) / nullif(total, 0) as weight_observed,
            case when divisor is null then 'Less than two thirds of the weight is observed. ' else '' end
                || missing_reason as missing_reason,
            divisor
        from fit
    )

    select
        * exclude (divisor),
        case
            when divisor is not null
                then coalesce(recognition, 0) + coalesce(ties, 0) + coalesce(alignment, 0)
                    + coalesce(sanctions, 0) + coalesce(exclusion, 0)
        end as index
    from divided;

-- Weights written as dimension=number, comma between.
create macro weights_written(written) as map_from_entries(list_transform(
    string_split(written::varchar, ','),
    lambda item: (
        case
            when trim(split_part(item, '=', 1)) in ('recognition', 'ties', 'alignment', 'sanctions', 'exclusion')
                then trim(split_part(item, '=', 1))
            else error(
                'weights: ' || item[:40] || ' names no dimension. They are recognition, ties, alignment (of votes), '
                || 'sanctions and exclusion; write recognition=1,ties=2 and so on.'
            )
        end,
        case
            when try_cast(split_part(item, '=', 2) as double) between 0 and 1000 then split_part(item, '=', 2)::double
            else error('weights: ' || item[:40] || ' holds no number from 0 to 1000. Write recognition=1,ties=2 and so on.')
        end
    )
));

-- The same where one of them counts; null where none are given.
create macro isolation_weights(written) as case
    when list_max(map_values(weights_written(written))) = 0
        then error('weights: ' || (written::varchar)[:40] || ' leaves nothing to weigh. Give a dimension more than 0.')
    else weights_written(written)
end;

-- The index under each draw, of members, or a list of them, on each of some days: states scored on the day only. With
-- swaps, also under the draws in which one choice is taken from another draw. Draw 0 is the index as published. Each draw
-- picks one number a dimension from the list of all that draws may take of a state.
create macro isolation_drawn(days, listed, swaps) as table
    with measured as (
        from isolation_scores(days, null)
        where un_member
    ),

    indexed as (
        select day, state
        from measured
        where base and (listed is null or list_contains(listed, state))
        group by day, state
        having enough_observed(sum(weight) filter (score is not null), sum(weight))
    ),

    -- Rounded, so that sums which differ by the order of adding share a rank.
    scored as (
        select
            day,
            state,
            measure,
            score as goalposts,
            100 * least(greatest((raw - smallest) / (largest - smallest), 0), 1) as extremes,
            100 * percent_rank() over (partition by day, measure order by round(raw, 12)) as ranks
        from measured
        where raw is not null
    ),

    scaled as (
        from scored
        unpivot (score for scaling in (goalposts, extremes, ranks))
    ),

    listed_scores as (
        select
            i.day,
            i.state,
            list(
                -- greatest would read null as 1.
                case
                    when not p.geometric then s.score
                    when s.score is not null then ln(greatest(100 - s.score, 1))
                end
                order by p.place
            ) as scores
        from indexed as i
        cross join derived.isolation_score_places as p
        left join scaled as s
          on s.day = i.day and s.state = i.state and s.measure = p.measure and s.scaling = p.scaling
        group by i.day, i.state
    ),

    picked as (
        select
            l.day,
            l.state,
            d.*,
            l.scores[d.recognition_place] as recognition,
            l.scores[d.ties_place] as ties,
            l.scores[d.alignment_place] as alignment,
            l.scores[d.sanctions_place] as sanctions,
            l.scores[d.exclusion_place] as exclusion
        from listed_scores as l
        cross join derived.isolation_draw_picks as d
        where swaps or d.swapped in ('none', 'published')
    ),

    -- What is not observed has no weight; the others carry it. Never all: who has an index has two thirds of the weight.
    weighed as (
        select
            day,
            draw,
            swapped,
            state,
            geometric,
            case when recognition is null then 0 else recognition_weight end
                + case when ties is null then 0 else ties_weight end
                + case when alignment is null then 0 else alignment_weight end
                + case when sanctions is null then 0 else sanctions_weight end
                + case when exclusion is null then 0 else exclusion_weight end as weight,
            coalesce(recognition_weight * recognition, 0)
                + coalesce(ties_weight * ties, 0)
                + coalesce(alignment_weight * alignment, 0)
                + coalesce(sanctions_weight * sanctions, 0)
                + coalesce(exclusion_weight * exclusion, 0) as total
        from picked
    )

    select
        day,
        draw,
        swapped,
        state,
        case when geometric then greatest(100 - exp(total / weight), 0) else total / weight end as index
    from weighed;
