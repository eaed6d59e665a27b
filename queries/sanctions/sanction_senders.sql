/* ---
id: sanction_senders
title: How many states sanction each state
question: How many states had measures of their own or of the European Union in force against each state on this day?
grain: [target]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  target: {unit: code, description: State sanctioned}
  target_name: {unit: name, description: Its name}
  senders: {unit: states, description: 'States with measures in force, each member of the European Union counted for its measures'}
  own_senders: {unit: states, description: States with measures of their own in force}
  eu_measures: {unit: boolean, description: Whether measures of the European Union were in force}
  un_measures: {unit: boolean, description: 'Whether measures of the United Nations were in force, which bind all members and are not counted as senders'}
  programmes: {unit: programmes, description: 'Programmes in force, of states and organisations'}
  gdp_share: {unit: share 0 to 1, description: 'Share of the gross domestic product of all UN members that the senders produce'}
  certain_senders: {unit: states, description: 'States of which any measure is known to have been in force on the day'}
caveats:
  - States that align with the EU's measures without rows of their own are not counted; where an alignment is recorded it is.
  - Measures that only implement the UN's do not make a sender, nor do those without an end after the last day of which their source tells.
  - EU measures bind a state that left it until the day that organisation_members.bound_until names.
  - The product of the state sanctioned is part of the whole here; isolation_components leaves it out.
  - Of organisations only the European Union makes senders of its members; what others decided, such as ECOWAS or the Arab League, each member carried out or not.
  - Measures against groups or former rulers in a state count as measures against the state; scope tells them apart in sanctions_in_force.
method: >-
  Distinct states with a programme in force on the day, the European Union replaced by its members on the day. Product
  by the latest figure of the year or the five before it.
--- */
with programmes as (
    select
        target,
        count(*) as programmes,
        bool_or(sender = 'EU') as eu_measures,
        bool_or(sender = 'UN') as un_measures
    from measures_on($on::date)
    where counted
    group by target
),

sizes as (
    select
        w.state,
        arg_max(w.gdp_usd, w.year) filter (w.gdp_usd is not null) as gdp_usd
    from weights as w
    where w.year between year($on::date) - 5 and year($on::date)
    group by w.state
),

world as (
    select sum(z.gdp_usd) as gdp_usd
    from un_members_on($on::date) as m
    join sizes as z on z.state = m.state
),

senders as (
    select
        x.target,
        count(*) as senders,
        count(*) filter (x.own) as own_senders,
        count(*) filter (x.certain) as certain_senders,
        -- In one order, so that the same data give the same digits whatever way they are joined.
        sum(z.gdp_usd order by x.sender) as gdp_usd
    from senders_on($on::date) as x
    left join sizes as z on z.state = x.sender
    group by x.target
)

select
    p.target,
    t.name as target_name,
    coalesce(s.senders, 0) as senders,
    coalesce(s.own_senders, 0) as own_senders,
    p.eu_measures,
    p.un_measures,
    p.programmes,
    coalesce(s.gdp_usd, 0) / w.gdp_usd as gdp_share,
    coalesce(s.certain_senders, 0) as certain_senders
from programmes as p
join states as t on t.state = p.target
cross join world as w
left join senders as s on s.target = p.target
order by senders desc, p.target
