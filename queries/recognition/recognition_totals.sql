/* ---
id: recognition_totals
title: How many states recognise each contested entity
question: By how many members of the United Nations was each contested entity recognised on this day?
grain: [entity]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  entity: {unit: code, description: Contested entity}
  entity_name: {unit: name, description: Its name}
  recognisers: {unit: UN members, description: 'Members that recognised it, disputed withdrawals and undated recognitions included'}
  other_recognisers: {unit: states, description: Recognisers that were not members}
  un_members: {unit: states, description: Members of the United Nations on the day}
  share: {unit: share 0 to 1, description: 'recognisers as a share of the members, itself left out'}
  population_share: {unit: share 0 to 1, description: Share of the population of members that lives in recognisers}
  gdp_share: {unit: share 0 to 1, description: Share of the members' gross domestic product that recognisers produce}
  undated: {unit: UN members, description: 'Recognisers whose recognition has no date: part of recognisers, certain only from the day attested'}
  disputed: {unit: UN members, description: 'Recognisers whose withdrawal is reported by others and disputed: part of recognisers'}
  uncertain: {unit: UN members, description: Recognisers whose position on the day is in doubt for any reason}
  kind: {unit: label, description: 'state, government or territorial_claim'}
  counts_as: {unit: text, description: What counts as recognition}
  note: {unit: text, description: What the reader must know}
  contested_by: {unit: code, description: 'State or entity that claims the same territory or government, or chiefly withholds recognition'}
  contested_by_name: {unit: name, description: Its name}
  otherwise_recognised: {unit: boolean, description: Whether members without a recorded position count as recognisers}
  latitude: {unit: degrees, description: 'Map point of the entity; null for a claim, and for a government without a place of its own'}
  longitude: {unit: degrees, description: Map point of the entity}
caveats:
  - An entity is listed from the day it was declared until it ceased or was no longer contested.
  - Armenia and Cyprus are recognised by all members but those that expressly withhold it.
  - Shares of population and product rest on the latest figure of the year or the five before it; Taiwan has none, North Korea no product.
  - The Soviet Union, Yugoslavia and Czechoslovakia stand under a successor, which counts as a member only once it was one.
method: >-
  Positions on the day (latest change that took effect), counted over members of the United Nations on that day.
--- */
with members as (
    select
        s.series,
        any_value(u.state) as state
    from un_members_on($on::date) as u
    join states as s on s.state = u.state
    group by s.series
),

sizes as (
    select
        w.state,
        arg_max(w.population, w.year) filter (w.population is not null) as population,
        arg_max(w.gdp_usd, w.year) filter (w.gdp_usd is not null) as gdp_usd
    from weights as w
    where w.year between year($on::date) - 5 and year($on::date)
    group by w.state
),

listed as (
    select *
    from entities
    where coalesce(declared_on <= $on::date, true) and coalesce(settled_on > $on::date, true)
),

recorded as (
    select
        p.entity,
        p.recogniser,
        p.position,
        p.disputed,
        p.certain,
        p.since is null as undated,
        m.series is not null as un_member
    from positions_on($on::date) as p
    join states as s on s.state = p.recogniser
    left join members as m on m.series = s.series
),

assumed as (
    select
        e.entity,
        m.series as recogniser,
        'recognised' as position,
        false as disputed,
        true as certain,
        false as undated,
        true as un_member
    from listed as e
    cross join members as m
    where e.otherwise_recognised
      and m.series <> e.entity
      and not exists (from recorded as r where r.entity = e.entity and r.recogniser = m.series)
),

recognising as (
    select * from recorded where position = 'recognised'
    union all
    select * from assumed
),

world as (
    select
        count(*) as un_members,
        sum(z.population) as population,
        sum(z.gdp_usd) as gdp_usd
    from members as m
    left join sizes as z on z.state = m.series
)

select
    e.entity,
    e.name as entity_name,
    count(r.recogniser) filter (r.un_member) as recognisers,
    count(r.recogniser) filter (not r.un_member) as other_recognisers,
    any_value(w.un_members) as un_members,
    count(r.recogniser) filter (r.un_member)
        / (any_value(w.un_members) - count(distinct e.entity) filter (e.entity in (select series from members)))
        as share,
    coalesce(sum(z.population) filter (r.un_member), 0) / any_value(w.population) as population_share,
    coalesce(sum(z.gdp_usd) filter (r.un_member), 0) / any_value(w.gdp_usd) as gdp_share,
    count(r.recogniser) filter (r.un_member and r.undated) as undated,
    count(r.recogniser) filter (r.un_member and r.disputed) as disputed,
    count(r.recogniser) filter (r.un_member and not r.certain) as uncertain,
    any_value(e.kind) as kind,
    any_value(e.counts_as) as counts_as,
    any_value(e.note) as note,
    any_value(e.contested_by) as contested_by,
    any_value(c.name) as contested_by_name,
    any_value(e.otherwise_recognised) as otherwise_recognised,
    any_value(o.latitude) as latitude,
    any_value(o.longitude) as longitude
from listed as e
cross join world as w
left join recognising as r on r.entity = e.entity
left join sizes as z on z.state = r.recogniser
left join states as c on c.state = e.contested_by
left join states as o on o.state = e.entity
group by e.entity, e.name
order by recognisers, e.entity
