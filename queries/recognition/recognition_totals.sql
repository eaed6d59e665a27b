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
    select distinct s.series
    from un_members_on($on::date) as u
    join states as s on s.state = u.state
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

counted as (
    select
        r.entity,
        count(*) filter (r.un_member) as recognisers,
        count(*) filter (not r.un_member) as other_recognisers,
        sum(z.population) filter (r.un_member) as population,
        sum(z.gdp_usd) filter (r.un_member) as gdp_usd,
        count(*) filter (r.un_member and r.undated) as undated,
        count(*) filter (r.un_member and r.disputed) as disputed,
        count(*) filter (r.un_member and not r.certain) as uncertain
    from recognising as r
    left join sizes as z on z.state = r.recogniser
    group by r.entity
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
    coalesce(r.recognisers, 0) as recognisers,
    coalesce(r.other_recognisers, 0) as other_recognisers,
    w.un_members,
    coalesce(r.recognisers, 0) / (w.un_members - (e.entity in (select series from members))::integer) as share,
    coalesce(r.population, 0) / w.population as population_share,
    coalesce(r.gdp_usd, 0) / w.gdp_usd as gdp_share,
    coalesce(r.undated, 0) as undated,
    coalesce(r.disputed, 0) as disputed,
    coalesce(r.uncertain, 0) as uncertain,
    e.kind,
    e.counts_as,
    e.note,
    e.contested_by,
    c.name as contested_by_name,
    e.otherwise_recognised,
    o.latitude,
    o.longitude
from listed as e
cross join world as w
left join counted as r on r.entity = e.entity
left join states as c on c.state = e.contested_by
left join states as o on o.state = e.entity
order by recognisers, e.entity
