/* ---
id: alignment_matrix
title: Agreement of all members in a session
question: How alike did each member vote with each other in a session of the General Assembly?
grain: [state_a, state_b]
params:
  session: {type: integer, example: 76, description: Regular session}
  measure:
    type: choice
    choices: [agree, same_share, s_abs, s_sq, kappa, pi, a_abs]
    default: agree
    example: agree
    description: Measure of agreement
  unanimous: {type: choice, choices: [drop, keep], default: drop, example: drop, description: Leave out unanimous roll calls}
  absence: {type: choice, choices: [pairwise, abstain], default: pairwise, example: pairwise, description: What absence means}
  universe:
    type: choice
    choices: [all, resolutions, middle_east, nuclear, disarmament, human_rights, colonialism, development, ukraine]
    default: all
    example: all
    description: 'Which roll calls count: all recorded votes, whole resolutions only, or one issue'
columns:
  state_a: {unit: code, description: One member}
  state_b: {unit: code, description: 'Another member; each pair is there both ways'}
  value: {unit: value of the measure, description: Agreement by the chosen measure}
  roll_calls: {unit: roll calls, description: Joint votes n}
  few: {unit: boolean, description: Whether there are fewer than 10 joint votes}
caveats:
  - Which roll calls count moves kappa and pi more than the choice of formula does.
  - A state stands with the states it continues, the Soviet Union with Russia.
method: The rows of dyads for the session, each pair both ways.
--- */
with compared as (
    select
        d.state_a,
        d.state_b,
        d.roll_calls,
        d.few,
        case $measure
            when 'agree' then d.agree
            when 'same_share' then d.same_share
            when 's_abs' then d.s_abs
            when 's_sq' then d.s_sq
            when 'kappa' then d.kappa
            when 'pi' then d.pi
            when 'a_abs' then d.a_abs
        end as value
    from dyads(null, null, $unanimous, $absence, $universe, null, null) as d
    where d.session = $session
)

select state_a, state_b, value, roll_calls, few
from compared
union all
select state_b as state_a, state_a as state_b, value, roll_calls, few
from compared
order by state_a, state_b
