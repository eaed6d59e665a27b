/* ---
id: sanctioning_states
title: Who sanctions whom
question: Which states had measures of their own or of the European Union in force against which on this day?
grain: [target, sender]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  target: {type: state, default: null, example: RUS, description: 'Only measures against this state, null for all'}
columns:
  target: {unit: code, description: State sanctioned}
  sender: {unit: code, description: State that sanctions it}
  own: {unit: boolean, description: Whether it has a programme of its own; else it is bound by the European Union's}
  evidence: {unit: grade, description: 'Best evidence grade among its programmes, A to D'}
  sender_name: {unit: name, description: Name of the sender}
  latitude: {unit: degrees, description: Map point of the sender}
  longitude: {unit: degrees, description: Map point of the sender}
  certain: {unit: boolean, description: Whether any measure behind it is known to have been in force on the day}
caveats:
  - States that align with the EU's measures without rows of their own are not listed; where an alignment is recorded it is.
  - Measures that only implement the UN's do not make a sender, nor do those without an end after the last day of which their source tells.
  - EU measures bind a state that left it until the day that organisation_members.bound_until names.
  - Of organisations only the European Union makes senders of its members; what others decided, such as ECOWAS or the Arab League, each member carried out or not.
method: Programmes in force on the day, the European Union replaced by its members on the day.
--- */
with in_force as (
    select *
    from sanctions_in_force($on::date, $target)
    where origin <> 'implements_un'
      and (end_status = 'ended' or coalesce(told_until >= $on::date, true))
),

bound as (
    select state
    from organisation_members
    where organisation = 'EU'
      and joined_on <= $on::date
      and coalesce(bound_until > $on::date, left_on > $on::date, true)
),

senders as (
    select target, sender, true as own, evidence, certain
    from in_force
    where sender_kind = 'state'
    union all
    select f.target, b.state as sender, false as own, f.evidence, f.certain
    from in_force as f
    cross join bound as b
    where f.sender = 'EU' and b.state <> f.target
)

select
    x.target,
    x.sender,
    bool_or(x.own) as own,
    min(x.evidence) as evidence,
    any_value(s.name) as sender_name,
    any_value(s.latitude) as latitude,
    any_value(s.longitude) as longitude,
    bool_or(x.certain) as certain
from senders as x
left join states as s on s.state = x.sender
group by x.target, x.sender
order by x.target, x.sender
