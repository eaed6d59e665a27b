/* ---
id: isolation_cases
title: Known cases of isolation
question: Does the index rise and fall where history says that isolation did?
grain: [case_id]
params: {}
columns:
  case_id: {unit: key, description: Case}
  told: {unit: text, description: What happened}
  state: {unit: code, description: State}
  before_on: {unit: date, description: Day before}
  after_on: {unit: date, description: Day after}
  index_before: {unit: 0 to 100, description: Index on the day before}
  index: {unit: 0 to 100, description: Index on the day after}
  expected: {unit: label, description: 'rises or falls, as history says'}
  holds: {unit: boolean, description: Whether the index does by more than a point; null where it is not scored}
  explained: {unit: text, description: 'Why not, where it does not'}
  document: {unit: document, description: Documents of what happened}
caveats:
  - The cases were chosen because their outcome is not in dispute; they show that the index is not blind, not that it is right.
method: isolation_index on both days.
--- */
with indexes as (
    select day, state, index
    from isolation_values(
        (select list(distinct day) from (
            select before_on as day from isolation_cases union all select after_on as day from isolation_cases
        )),
        (select list(distinct s.series) from isolation_cases as c join states as s on s.state = c.state),
        null
    )
)

select
    c.case_id,
    c.told,
    c.state,
    c.before_on,
    c.after_on,
    b.index as index_before,
    a.index,
    c.expected,
    case c.expected when 'rises' then a.index > b.index + 1 else a.index < b.index - 1 end as holds,
    c.explained,
    c.document
from isolation_cases as c
join states as s on s.state = c.state
left join indexes as b on b.state = s.series and b.day = c.before_on
left join indexes as a on a.state = s.series and a.day = c.after_on
order by c.before_on, c.case_id
