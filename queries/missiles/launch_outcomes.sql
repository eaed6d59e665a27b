/* ---
id: launch_outcomes
title: How launches of each class ended
question: What share of launches succeeded, and how sure can one be?
grain: [class]
params:
  from: {type: date, example: 1984-01-01, description: First day of the window}
  to: {type: date, example: 2024-12-31, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  class: {unit: class, description: "Class, ascending in reach"}
  missiles: {unit: missiles, description: Missiles launched}
  success: {unit: missiles, description: Judged a success}
  failure: {unit: missiles, description: Judged a failure}
  unknown: {unit: missiles, description: Outcome not known}
  success_share: {unit: share, description: "Successes among reviewed launches of known outcome, null where there is none"}
  low95: {unit: share, description: Lower end of the 95% interval}
  high95: {unit: share, description: Upper end of the 95% interval}
  judged: {unit: missiles, description: Reviewed launches of known outcome on which the share rests}
  preliminary: {unit: missiles, description: "Launches not yet reviewed, in the counts but not in the share"}
  source: {unit: source id, description: Source of the last launch counted in the row}
caveats:
  - Success is the source's judgement of the flight, not of its purpose; launches of unknown outcome are left out of the share.
  - Launches of 2025 and 2026 are preliminary and carry no share.
  - The interval takes launches for independent draws, which tests of one design are not.
method: >-
  Wilson's score interval for a proportion at 95% (z = 1.95996), over reviewed launches judged success or failure.
--- */
with dated as (
    select
        launch_id,
        class,
        source_id,
        outcome,
        preliminary,
        coalesce(launch_day, date_utc) as first_day,
        coalesce(launch_day, last_day(date_utc)) as final_day
    from missile_launches
    where
        state = $state
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
),

counts as (
    select
        class,
        count(*) as missiles,
        count(*) filter (where outcome = 'success') as success,
        count(*) filter (where outcome = 'failure') as failure,
        count(*) filter (where outcome = 'unknown') as unknown,
        count(*) filter (where preliminary) as preliminary,
        count(*) filter (where not preliminary and outcome <> 'unknown') as judged,
        count(*) filter (where not preliminary and outcome = 'success') as judged_success,
        arg_max(source_id, launch_id) as source
    from dated
    where first_day >= $from::date and final_day <= $to::date
    group by class
),

shares as (
    select
        *,
        judged_success / nullif(judged, 0) as share,
        pow(1.959963984540054, 2) / nullif(judged, 0) as z2n
    from counts
),

intervals as (
    select
        *,
        (share + z2n / 2) / (1 + z2n) as middle,
        sqrt(z2n * share * (1 - share) + pow(z2n, 2) / 4) / (1 + z2n) as half
    from shares
)

select
    class,
    missiles,
    success,
    failure,
    unknown,
    share as success_share,
    case when judged > 0 then greatest(middle - half, 0) end as low95,
    case when judged > 0 then least(middle + half, 1) end as high95,
    judged,
    preliminary,
    source
from intervals
order by class
