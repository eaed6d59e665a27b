/* ---
id: isolation_movers
title: Who became more or less isolated
question: How did the index of each state change between two days, and through what?
grain: [state]
params:
  from: {type: date, example: 2013-12-31, description: First day}
  to: {type: date, example: 2022-07-14, description: Second day}
  weights: {type: text, default: null, example: 'recognition=1,ties=1,alignment=1,sanctions=2,exclusion=1', description: 'Weights as dimension=number with commas between; null for those of isolation_dimensions'}
columns:
  state: {unit: code, description: 'Member of the United Nations, or contested state, on both days'}
  state_name: {unit: name, description: Its name on the second day}
  index_from: {unit: 0 to 100, description: Index on the first day}
  index_to: {unit: 0 to 100, description: Index on the second day}
  change: {unit: points, description: 'index_to minus index_from: above 0 it became more isolated'}
  recognition: {unit: points, description: Part of the change from recognition}
  ties: {unit: points, description: Part from ties}
  alignment: {unit: points, description: Part from alignment}
  sanctions: {unit: points, description: Part from sanctions}
  exclusion: {unit: points, description: Part from exclusion}
caveats:
  - States not scored on either day have no row, nor do those scored through other dimensions on one day than on the other; a dimension that comes into view would pass for a change.
  - Alignment moves with the agenda of a session as much as with the state.
method: isolation_index on both days, subtracted; parts add up to the change, a dimension observed on neither day counting 0.
--- */
with indexed as (
    select
        *,
        [
            recognition is not null, ties is not null, alignment is not null, sanctions is not null,
            exclusion is not null
        ] as observed
    from isolation_values([$from::date, $to::date], null, isolation_weights($weights))
    where index is not null
)

select
    b.state,
    b.state_name,
    a.index as index_from,
    b.index as index_to,
    b.index - a.index as change,
    coalesce(b.recognition, 0) - coalesce(a.recognition, 0) as recognition,
    coalesce(b.ties, 0) - coalesce(a.ties, 0) as ties,
    coalesce(b.alignment, 0) - coalesce(a.alignment, 0) as alignment,
    coalesce(b.sanctions, 0) - coalesce(a.sanctions, 0) as sanctions,
    coalesce(b.exclusion, 0) - coalesce(a.exclusion, 0) as exclusion
from indexed as b
join indexed as a on a.state = b.state and a.day = $from::date and a.observed = b.observed
where b.day = $to::date
order by abs(b.index - a.index) desc, b.state
