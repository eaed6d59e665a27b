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
select
    x.target,
    x.sender,
    x.own,
    x.evidence,
    s.name as sender_name,
    s.latitude,
    s.longitude,
    x.certain
from senders_on($on::date) as x
join states as t on t.state = x.target
join states as s on s.state = x.sender
where $target::varchar is null or t.series = (select series from states where state = $target)
order by x.target, x.sender
