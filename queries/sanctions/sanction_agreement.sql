/* ---
id: sanction_agreement
title: Who sanctions together
question: How far did two states sanction the same targets on this day?
grain: [state_a, state_b]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, default: null, example: JPN, description: 'Only pairs with this state, null for all'}
columns:
  state_a: {unit: code, description: 'One sender; each pair is there once, or with the chosen state first'}
  state_b: {unit: code, description: The other}
  targets_a: {unit: states, description: Targets of the one}
  targets_b: {unit: states, description: Targets of the other}
  targets_of_both: {unit: states, description: Targets of both}
  targets_of_either: {unit: states, description: Targets of either}
  jaccard: {unit: share 0 to 1, description: Targets of both as a share of the targets of either}
caveats:
  - States without measures in the table are not listed; most states keep none of their own.
  - Members of the European Union share its measures, so that their pairs are alike by membership.
method: Pairs of states with measures in force after sanctioning_states; a target that is itself one of the two is left in.
--- */
with senders as (
    select *
    from sanctioning_states($on::date)
),

sizes as (
    select sender, count(*) as targets
    from senders
    group by sender
),

shared as (
    select a.sender as state_a, b.sender as state_b, count(*) as targets_of_both
    from senders as a
    join senders as b on b.target = a.target and b.sender <> a.sender
    group by a.sender, b.sender
)

select
    a.sender as state_a,
    b.sender as state_b,
    a.targets as targets_a,
    b.targets as targets_b,
    coalesce(s.targets_of_both, 0) as targets_of_both,
    a.targets + b.targets - coalesce(s.targets_of_both, 0) as targets_of_either,
    coalesce(s.targets_of_both, 0) / (a.targets + b.targets - coalesce(s.targets_of_both, 0)) as jaccard
from sizes as a
join sizes as b on b.sender <> a.sender
left join shared as s on s.state_a = a.sender and s.state_b = b.sender
where case
    when $state::varchar is null then a.sender < b.sender
    else a.sender in (select state from states where series = (select series from states where state = $state))
end
order by jaccard desc, targets_of_both desc, a.sender, b.sender
