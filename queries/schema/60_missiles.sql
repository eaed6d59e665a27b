-- Missile launches, launches outside the counting rule, nuclear explosions.

-- Ascending reach, so that max(class) is the furthest-reaching class of a group.
create type missile_class as enum (
    'Unknown', 'Cruise', 'Interceptor', 'SRBM', 'MRBM', 'SLBM', 'HGV', 'IRBM', 'SLV', 'ICBM'
);
create type class_source as enum ('nagix', 'cns', 'assigned');
create type launch_outcome as enum ('success', 'failure', 'unknown');
create type uncounted_reason as enum ('outside_rule', 'omitted_ballistic', 'after_table_end');
create type test_medium as enum ('underground', 'atmospheric', 'cratering', 'underwater', 'space');

create table missile_launches (
    launch_id varchar primary key,
    state varchar not null references states (state),
    date_utc date not null,
    date_local date,
    launch_day date,
    date_precision date_precision not null check (date_precision in ('day', 'month')),
    time_utc time,
    salvo_no integer check (salvo_no > 0),
    missile varchar,
    class missile_class not null,
    class_source class_source not null,
    trajectory varchar check (trajectory in ('pullup', 'glide')),
    site varchar,
    site_latitude double check (site_latitude between -90 and 90),
    site_longitude double check (site_longitude between -180 and 180),
    landing_area varchar,
    apogee_km double check (apogee_km > 0),
    distance_km double check (distance_km > 0),
    bearing_deg double check (bearing_deg >= 0 and bearing_deg < 360),
    landing_latitude double check (landing_latitude between -90 and 90),
    landing_longitude double check (landing_longitude between -180 and 180),
    outcome launch_outcome not null,
    preliminary boolean not null,
    operational_use boolean,
    confirmation varchar check (confirmation in ('confirmed', 'unconfirmed')),
    source_record_id varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check ((launch_day is null) = (date_precision = 'month')),
    check (date_precision = 'day' or day(date_utc) = 1),
    check (landing_latitude is null or (bearing_deg is not null and distance_km is not null))
);
comment on table missile_launches is
'One row per missile fired (never per event). North Korea is counted by the rule of the James Martin Center for Nonproliferation Studies (CNS): missiles able to carry 500 kg at least 300 km, and space launchers.';
comment on column missile_launches.launch_id is 'Key: NK and the upstream number for North Korea, state code and a number in date order for the others.';
comment on column missile_launches.state is 'State that fired.';
comment on column missile_launches.date_utc is 'Day in UTC where the time is known, else the day the source prints; first of the month where only the month is known.';
comment on column missile_launches.date_local is 'Korean day (UTC+9) of North Korean launches whose time is known; null otherwise: 84 North Korean rows and all other states.';
comment on column missile_launches.launch_day is 'Day by which launches are counted: date_local where known, else date_utc; null where only the month is known.';
comment on column missile_launches.date_precision is 'day or month.';
comment on column missile_launches.time_utc is 'Time of launch in UTC; null where not recorded.';
comment on column missile_launches.salvo_no is 'Place of the missile among those fired in the event; null for single launches and where not recorded.';
comment on column missile_launches.missile is 'Missile as identified by the source; null where not identified.';
comment on column missile_launches.class is
'Class, in ascending reach: Unknown, Cruise, Interceptor (both outside the North Korean counting rule), SRBM (to 1,000 km), MRBM (to 3,000 km), SLBM (from a submarine or barge, of any reach), HGV (glide vehicle of medium reach), IRBM (to 5,500 km), SLV (space launcher), ICBM.';
comment on column missile_launches.class_source is 'Who classed the missile: nagix (the kept list), cns (the copy of April 2023) or assigned (by us, from the missile''s name, for India and Pakistan).';
comment on column missile_launches.trajectory is 'pullup or glide where the flight was not plainly ballistic; null where nothing is recorded.';
comment on column missile_launches.site is 'Place of launch, plain misspellings mended; null where unknown.';
comment on column missile_launches.site_latitude is 'Launch place, degrees north.';
comment on column missile_launches.site_longitude is 'Launch place, degrees east.';
comment on column missile_launches.landing_area is 'Sea or land where it came down; null where unknown.';
comment on column missile_launches.apogee_km is 'Highest point, km; null where unknown.';
comment on column missile_launches.distance_km is 'Distance flown over ground, km; null where unknown.';
comment on column missile_launches.bearing_deg is 'Direction of flight, degrees clockwise from north; null where the source''s 90 is a filler (failures, and rows without a distance).';
comment on column missile_launches.landing_latitude is 'Landing place computed from site, bearing and distance, degrees north: an estimate; null without a real bearing.';
comment on column missile_launches.landing_longitude is 'Landing place computed from site, bearing and distance, degrees east: an estimate; null without a real bearing.';
comment on column missile_launches.outcome is 'success, failure or unknown, of the flight as the source judges it.';
comment on column missile_launches.preliminary is 'Year not yet reviewed upstream: no share of successes is drawn from it.';
comment on column missile_launches.operational_use is 'Fired in combat, not as a test; null where the source does not say.';
comment on column missile_launches.confirmation is 'confirmed or unconfirmed in CNS''s judgement; null where it gives none.';
comment on column missile_launches.source_record_id is 'Record number at CNS; null where the row is in the kept list only.';
comment on column missile_launches.source_id is 'Source of the row.';
comment on column missile_launches.evidence is 'Evidence grade, A to D.';

create table uncounted_launches (
    uncounted_id varchar primary key,
    state varchar not null references states (state),
    date_local date not null,
    date_precision date_precision not null,
    reason uncounted_reason not null,
    weapon varchar not null,
    missiles_reported integer check (missiles_reported > 0),
    number_note varchar,
    place varchar,
    why varchar not null,
    reported_by varchar not null,
    citation varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table uncounted_launches is 'Reported North Korean launches that are in no total here; one row per event, kept apart from missile_launches.';
comment on column uncounted_launches.uncounted_id is 'Key: UC, day, letter.';
comment on column uncounted_launches.state is 'State that fired.';
comment on column uncounted_launches.date_local is 'Korean day of the event as reported.';
comment on column uncounted_launches.date_precision is 'Precision of the day.';
comment on column uncounted_launches.reason is 'outside_rule (cruise, anti-aircraft, rockets), omitted_ballistic (ballistic by report, absent from the list) or after_table_end (later than the list''s last entry).';
comment on column uncounted_launches.weapon is 'Weapon as reported.';
comment on column uncounted_launches.missiles_reported is 'Number reported; null where no number was given.';
comment on column uncounted_launches.number_note is 'What was said of the number where it is not a plain figure.';
comment on column uncounted_launches.place is 'Place as reported.';
comment on column uncounted_launches.why is 'Why the event is in no total.';
comment on column uncounted_launches.reported_by is 'Who reported it.';
comment on column uncounted_launches.citation is 'Page of the report; null where none is known to fit.';
comment on column uncounted_launches.source_id is 'Source of the row.';
comment on column uncounted_launches.evidence is 'Evidence grade, A to D.';

create table nuclear_tests (
    explosion_id varchar primary key,
    state varchar not null references states (state),
    date_utc date not null,
    date_local date,
    name varchar,
    site varchar not null,
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    yield_kt_low double check (yield_kt_low > 0),
    yield_kt_best double check (yield_kt_best > 0),
    yield_kt_high double check (yield_kt_high > 0),
    magnitude double check (magnitude > 0),
    emplacement varchar not null,
    medium test_medium not null,
    purpose varchar,
    is_combat boolean not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check (yield_kt_low is null or yield_kt_high is null or yield_kt_low <= yield_kt_high)
);
comment on table nuclear_tests is 'Nuclear explosions since 1945, the two in war included and marked; one row per entry of the source, which may put several devices fired together in one.';
comment on column nuclear_tests.explosion_id is 'Key: state, UTC day, number within the day.';
comment on column nuclear_tests.state is 'State that exploded it, under the code of the time (SUN for the Soviet Union).';
comment on column nuclear_tests.date_utc is 'Day in UTC.';
comment on column nuclear_tests.date_local is 'Day at the place; null where not recorded.';
comment on column nuclear_tests.name is 'Name of the explosion; null where it has none or it is not known.';
comment on column nuclear_tests.site is 'Test site as the source abbreviates it, plain misspellings mended.';
comment on column nuclear_tests.latitude is 'Degrees north, often to a whole degree only; null where the source prints 0.';
comment on column nuclear_tests.longitude is 'Degrees east, often to a whole degree only; null where the source prints 0.';
comment on column nuclear_tests.yield_kt_low is 'Lowest yield, kt of TNT; null where the source prints 0, which means unknown.';
comment on column nuclear_tests.yield_kt_best is 'Best yield, kt of TNT: the published estimate, or the one figure where low and high agree; else null.';
comment on column nuclear_tests.yield_kt_high is 'Highest yield, kt of TNT; null where unknown.';
comment on column nuclear_tests.magnitude is 'Seismic magnitude: body-wave for the older list, as the United States Geological Survey gave it for North Korea; null where not recorded.';
comment on column nuclear_tests.emplacement is 'How the device was placed, as the source abbreviates it.';
comment on column nuclear_tests.medium is 'underground, atmospheric, cratering, underwater or space.';
comment on column nuclear_tests.purpose is 'Purpose as the source codes it: WR weapons related, WE weapons effects, PNE peaceful, SE safety experiment, FMS soil of the site studied, SAM seismic, COMBAT, and mixtures.';
comment on column nuclear_tests.is_combat is 'Used in war, not a test.';
comment on column nuclear_tests.source_id is 'Source of the row.';
comment on column nuclear_tests.evidence is 'Evidence grade, A to D.';
