/* ---
id: launch_sites
title: Places from which missiles were launched
question: From where were missiles launched, how often, and since when?
grain: [site]
params:
  from: {type: date, example: 1984-01-01, description: First day of the window}
  to: {type: date, example: 2026-12-31, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  site: {unit: name, description: Place of launch}
  latitude: {unit: degrees north, description: "Map point, null where the source has none"}
  longitude: {unit: degrees east, description: "Map point, null where the source has none"}
  missiles: {unit: missiles, description: Missiles launched there}
  top_class: {unit: class, description: Furthest-reaching class launched there}
  first_day: {unit: date, description: First launch (first of the month where only the month is known)}
  last_day: {unit: date, description: Last launch}
  source: {unit: source id, description: Source of the last launch counted in the row}
caveats:
  - Names are those of the list; neighbouring pads of one complex may stand under several names.
  - Launches from an unknown place are left out.
method: Counted launches of the window grouped by place.
--- */
with dated as (
    select
        *,
        coalesce(launch_day, date_utc) as first_day,
        coalesce(launch_day, last_day(date_utc)) as final_day
    from missile_launches
    where
        state = $state
        and site is not null
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
)

select
    site,
    any_value(site_latitude) as latitude,
    any_value(site_longitude) as longitude,
    count(*) as missiles,
    max(class) as top_class,
    min(first_day) as first_day,
    max(final_day) as last_day,
    arg_max(source_id, launch_id) as source
from dated
where first_day >= $from::date and final_day <= $to::date
group by site
order by missiles desc, site
