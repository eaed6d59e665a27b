-- Who is measured on a day, and every measure of them.

-- The span that the index can speak of, whatever is asked: from 1991 to the end of the newest table.
create macro span_start(first_day) as greatest(first_day::date, '1991-01-01'::date);
create macro span_end(final_day) as least(final_day::date, (select max(ends_on) from coverage));

-- The last days of the months, or of the years, of a span, and the span's last day.
create macro month_ends(first_day, final_day) as case
    when span_start(first_day) <= span_end(final_day) then list_sort(list_distinct(list_append(
        list_filter(
            generate_series(span_start(first_day), span_end(final_day), interval 1 day)::date[],
            lambda d: d = last_day(d)
        ),
        span_end(final_day)
    )))
    else []::date[]
end;
create macro year_ends(first_day, final_day) as case
    when span_start(first_day) <= span_end(final_day) then list_sort(list_distinct(list_append(
        list_filter(
            generate_series(span_start(first_day), span_end(final_day), interval 1 day)::date[],
            lambda d: month(d) = 12 and day(d) = 31
        ),
        span_end(final_day)
    )))
    else []::date[]
end;

-- Members of the United Nations on each of some days, by series, while the state lasts: Yugoslavia's name plate outlived
-- it until November 2000, and what was done in between to the Federal Republic, no member then, stands under SRB.
create macro isolation_members(days) as table
    select a.day, s.series as state, any_value(s.name) as state_name
    from (select unnest(days)::date as day) as a
    join un_memberships as m on m.joined_on <= a.day and coalesce(m.left_on > a.day, true)
    join states as s on s.state = m.state
    where coalesce(s.code_until >= a.day, true)
    group by a.day, s.series;

-- Who is measured: members, and contested states that are not members; of a list of states where one is given.
create macro isolation_units(days, chosen) as table
    select day, state, state_name, true as un_member
    from isolation_members(days)
    where chosen is null or list_contains(chosen, state)
    union all
    select a.day, e.entity as state, s.name as state_name, false as un_member
    from (select unnest(days)::date as day) as a
    join entities as e
      on coalesce(e.declared_on <= a.day, true) and coalesce(e.settled_on > a.day, true)
    join states as s on s.state = e.entity
    where (chosen is null or list_contains(chosen, e.entity))
      and s.kind in ('contested', 'un_observer')
      and not exists (
          from un_memberships as m
          where m.state = e.entity and m.joined_on <= a.day and coalesce(m.left_on > a.day, true)
      );

-- Every measure of each state on each of some days; null where the state has none, whatever the coverage.
create macro isolation_raw(days, chosen) as table
    with members as (
        select m.day, m.state, p.gdp_usd
        from isolation_members(days) as m
        left join derived.isolation_products as p on p.state = m.state and p.year = year(m.day)
    ),

    world as (
        select day, count(*) as members, sum(gdp_usd) as gdp_usd
        from members
        group by day
    ),

    done as (
        select
            a.day,
            s.dimension,
            s.state,
            s.partner,
            max(s.weight) as weight,
            max(s.weight) filter (s.firm) as firm_weight
        from (select unnest(days)::date as day) as a
        join derived.isolation_spells as s on s.starts_on <= a.day and s.ends_on > a.day
        where chosen is null or list_contains(chosen, s.state)
        group by all
    ),

    counted as (
        select
            d.day,
            d.state,
            count(*) filter (d.dimension = 'recognised' and m.state is not null) as recognisers,
            count(*) filter (d.dimension = 'withheld' and m.state is not null) as withheld,
            sum(d.weight) filter (d.dimension = 'ties' and m.state is not null) as ties,
            sum(d.firm_weight) filter (d.dimension = 'ties' and m.state is not null) as ties_firm,
            count(*) filter (d.dimension = 'sanctions' and m.state is not null) as senders,
            count(d.firm_weight) filter (d.dimension = 'sanctions' and m.state is not null) as senders_firm,
            sum(m.gdp_usd) filter (d.dimension = 'sanctions') as gdp,
            sum(m.gdp_usd) filter (d.dimension = 'sanctions' and d.firm_weight is not null) as gdp_firm,
            bool_or(d.dimension = 'mandate') as mandate,
            bool_or(d.dimension = 'mandate' and d.firm_weight is not null) as mandate_firm,
            count(*) filter (d.dimension = 'exclusion') as bodies,
            count(d.firm_weight) filter (d.dimension = 'exclusion') as bodies_firm
        from done as d
        left join members as m on m.day = d.day and m.state = d.partner
        group by d.day, d.state
    ),

    shares as (
        select
            u.day,
            u.state,
            u.state_name,
            u.un_member,
            -- Only members vote; asked in the join below, it would compare every state with every session.
            case when u.un_member then u.state end as voter,
            w.members - u.un_member::integer as others,
            e.entity is not null as contested,
            coalesce(c.recognisers, 0) as recognisers,
            coalesce(c.withheld, 0) as withheld,
            coalesce(c.ties, 0) as ties,
            coalesce(c.ties_firm, 0) as ties_firm,
            coalesce(c.senders, 0) as senders,
            coalesce(c.senders_firm, 0) as senders_firm,
            coalesce(c.gdp, 0) / (w.gdp_usd - coalesce(m.gdp_usd, 0)) as gdp_share,
            coalesce(c.gdp_firm, 0) / (w.gdp_usd - coalesce(m.gdp_usd, 0)) as gdp_share_firm,
            coalesce(c.mandate, false) as mandate,
            coalesce(c.mandate_firm, false) as mandate_firm,
            coalesce(c.bodies, 0)::double as bodies,
            coalesce(c.bodies_firm, 0)::double as bodies_firm
        from isolation_units(days, chosen) as u
        join world as w on w.day = u.day
        left join members as m on m.day = u.day and m.state = u.state
        left join counted as c on c.day = u.day and c.state = u.state
        left join entities as e
          on e.entity = u.state
         and not e.otherwise_recognised
         and coalesce(e.declared_on <= u.day, true)
         and coalesce(e.settled_on > u.day, true)
    )

    select
        s.day,
        s.state,
        s.state_name,
        s.un_member,
        v.session,
        v.voted_to,
        case when s.contested then 1 - s.recognisers / s.others else s.withheld / s.others end as recognition_share,
        s.ties / s.others as ties_share,
        s.ties_firm / s.others as ties_share_firm,
        v.agree_pairwise,
        v.agree_abstain,
        v.kappa_pairwise,
        v.kappa_abstain,
        v.ideal_distance,
        case when s.mandate then 1 else s.gdp_share end as sanctions_gdp,
        case when s.mandate_firm then 1 else s.gdp_share_firm end as sanctions_gdp_firm,
        case when s.mandate then 1 else s.senders / s.others end as sanctions_count,
        case when s.mandate_firm then 1 else s.senders_firm / s.others end as sanctions_count_firm,
        s.gdp_share as own_gdp,
        s.gdp_share_firm as own_gdp_firm,
        s.senders / s.others as own_count,
        s.senders_firm / s.others as own_count_firm,
        s.bodies as exclusions,
        s.bodies_firm as exclusions_firm
    from shares as s
    left join derived.isolation_votes as v
      on v.state = s.voter and v.counts_from <= s.day and v.counts_to > s.day;

-- The same, one row per measure.
create macro isolation_long(days, chosen) as table
    select
        day,
        state,
        state_name,
        un_member,
        session,
        voted_to,
        unnest(
            [
                {'measure': 'recognition_share', 'raw': recognition_share},
                {'measure': 'ties_share', 'raw': ties_share},
                {'measure': 'ties_share_firm', 'raw': ties_share_firm},
                {'measure': 'agree_pairwise', 'raw': agree_pairwise},
                {'measure': 'agree_abstain', 'raw': agree_abstain},
                {'measure': 'kappa_pairwise', 'raw': kappa_pairwise},
                {'measure': 'kappa_abstain', 'raw': kappa_abstain},
                {'measure': 'ideal_distance', 'raw': ideal_distance},
                {'measure': 'sanctions_gdp', 'raw': sanctions_gdp},
                {'measure': 'sanctions_gdp_firm', 'raw': sanctions_gdp_firm},
                {'measure': 'sanctions_count', 'raw': sanctions_count},
                {'measure': 'sanctions_count_firm', 'raw': sanctions_count_firm},
                {'measure': 'own_gdp', 'raw': own_gdp},
                {'measure': 'own_gdp_firm', 'raw': own_gdp_firm},
                {'measure': 'own_count', 'raw': own_count},
                {'measure': 'own_count_firm', 'raw': own_count_firm},
                {'measure': 'exclusions', 'raw': exclusions},
                {'measure': 'exclusions_firm', 'raw': exclusions_firm}
            ],
            recursive := true
        )
    from isolation_raw(days, chosen);
