/* ---
id: last_session
title: Last complete session of the General Assembly
question: Which regular session of the General Assembly was the last to be complete on this day?
grain: [session]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  session: {unit: session, description: Regular session}
  opened_on: {unit: date, description: Day it opened}
  complete_from: {unit: date, description: Day the next session opened}
caveats:
  - A session counts as complete once the next has opened, though nearly all its votes fall in its first four months.
method: The latest session whose successor had opened by the day, as in the isolation index.
--- */
with spans as (
    select session, opened_on, lead(opened_on) over (order by session) as complete_from
    from ga_sessions
)

select session, opened_on, complete_from
from spans
where complete_from <= $on::date
order by session desc
limit 1
