/* ---
id: isolation_rows
title: Rows behind a state's isolation
question: Which rows of which tables make up the recognition, ties, sanctions and exclusion of this state on this day?
grain: [effect, partner, record]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, example: RUS, description: 'State, other codes of its series included'}
columns:
  dimension: {unit: label, description: 'recognition, ties, sanctions or exclusion'}
  effect: {unit: label, description: 'recognised by it, withheld (not recognised, or a rival government in its place), ties, sanctions, mandate (of the Security Council on all) or exclusion'}
  partner: {unit: code, description: 'State that does it, or the organisation; a member of the European Union for its measures'}
  partner_name: {unit: name, description: Its name}
  since: {unit: date, description: 'First day counted; the last of the month or year where only that is known'}
  until: {unit: date, description: 'Last day counted, null where no end is known'}
  severity: {unit: share 0 to 1, description: 'Of a step in ties, as a share of severing them; otherwise 1'}
  counts: {unit: boolean, description: 'Whether the value counts it: its doer is a member on the day (a body always counts) and did nothing graver; each doer counts once'}
  firm: {unit: boolean, description: Whether it rests on more than evidence D}
  table_name: {unit: table, description: Table of the row}
  record: {unit: key, description: Key of the row in that table}
caveats:
  - Votes are no spells; nearest and agreement hold the pairs behind the fifth dimension.
  - Rows that never count are not here; the method of isolation_components says which.
method: Spells made of recognitions, ties, sanctions and exclusions that cover the day.
--- */
with spells as (
    select *
    from derived.isolation_spells
    where state = (select series from states where state = $state)
      and starts_on <= $on::date
      and ends_on > $on::date
),

members as (
    select state
    from isolation_members([$on::date])
)

select
    case when p.dimension in ('recognised', 'withheld') then 'recognition'
        when p.dimension = 'mandate' then 'sanctions'
        else p.dimension
    end as dimension,
    p.dimension as effect,
    p.partner,
    coalesce(s.name, o.name) as partner_name,
    p.starts_on as since,
    case when p.ends_on < '9999-12-31'::date then p.ends_on - 1 end as until,
    p.weight as severity,
    (m.state is not null or p.dimension in ('exclusion', 'mandate'))
        and p.weight = max(p.weight) over (partition by p.dimension, p.partner) as counts,
    p.firm,
    case p.dimension
        when 'ties' then 'ties'
        when 'exclusion' then 'exclusions'
        when 'recognised' then 'recognitions'
        when 'withheld' then 'recognitions'
        else 'sanctions'
    end as table_name,
    p.record
from spells as p
left join members as m on m.state = p.partner
left join states as s on s.state = p.partner and p.dimension not in ('exclusion', 'mandate')
left join organisations as o on o.organisation = p.partner and p.dimension in ('exclusion', 'mandate')
order by
    list_position(['recognised', 'withheld', 'ties', 'sanctions', 'mandate', 'exclusion'], p.dimension),
    partner_name,
    since,
    record
