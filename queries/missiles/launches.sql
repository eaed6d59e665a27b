/* ---
id: launches
title: Missiles launched in a window
question: Which missiles were launched, when, from where, how far, and with what outcome?
grain: [launch_id]
params:
  from: {type: date, example: 2022-01-01, description: First day of the window}
  to: {type: date, example: 2022-07-14, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
columns:
  launch_id: {unit: id, description: Key of the missile}
  date_utc: {unit: date, description: "Day in UTC, or as the source prints it where no time is known"}
  date_local: {unit: date, description: "Korean day, where the time is known"}
  missile: {unit: name, description: "Missile, null where not identified"}
  class: {unit: class, description: "Class, ascending in reach"}
  site: {unit: name, description: Place of launch}
  apogee_km: {unit: km, description: Highest point}
  distance_km: {unit: km, description: Distance over ground}
  outcome: {unit: outcome, description: "success, failure or unknown"}
  launch_day: {unit: date, description: "Day by which launches are counted, null where only the month is known"}
  date_precision: {unit: precision, description: day or month}
  time_utc: {unit: time, description: Time of launch in UTC}
  counted: {unit: boolean, description: "Whether it is in the totals: no cruise missile, no interceptor, not fired in combat"}
  preliminary: {unit: boolean, description: Not yet reviewed upstream}
  operational_use: {unit: boolean, description: "Fired in combat, null where not recorded"}
  site_latitude: {unit: degrees north, description: Place of launch}
  site_longitude: {unit: degrees east, description: Place of launch}
  bearing_deg: {unit: degrees, description: "Direction of flight, null where the source's figure is a filler"}
  landing_area: {unit: name, description: Sea or land where it came down}
  landing_latitude: {unit: degrees north, description: "Landing place, an estimate"}
  landing_longitude: {unit: degrees east, description: "Landing place, an estimate"}
  evidence: {unit: grade, description: Evidence grade}
  source: {unit: source id, description: Source of the row}
caveats:
  - A launch known to the month only is listed where its whole month lies in the window.
  - Landing places are computed from site, bearing and distance; they are estimates.
method: Rows of missile_launches whose launch day, or whole month, lies in the window.
--- */
with dated as (
    select
        *,
        coalesce(launch_day, date_utc) as first_day,
        coalesce(launch_day, last_day(date_utc)) as final_day
    from missile_launches
    where state = $state
)

select
    launch_id,
    date_utc,
    date_local,
    missile,
    class,
    site,
    apogee_km,
    distance_km,
    outcome,
    launch_day,
    date_precision,
    time_utc,
    class not in ('Cruise', 'Interceptor') and operational_use is not true as counted,
    preliminary,
    operational_use,
    site_latitude,
    site_longitude,
    bearing_deg,
    landing_area,
    landing_latitude,
    landing_longitude,
    evidence,
    source_id as source
from dated
where first_day >= $from::date and final_day <= $to::date
order by first_day, time_utc, launch_id
