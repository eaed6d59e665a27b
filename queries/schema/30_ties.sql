-- Changes in bilateral relations, missions by year, embassies on one day.

-- Ascending severity, so that max(kind) is the gravest step of a group.
create type tie_kind as enum (
    'diplomats_expelled', 'ambassador_recalled', 'ambassador_expelled', 'office_closed',
    'downgraded', 'embassy_closed', 'suspended', 'severed'
);
create type tie_end as enum ('restored', 'ongoing', 'ongoing_or_unknown', 'restored_date_unknown', 'not_tracked');
create type mission_label as enum (
    'withdrawn', 'interests_served', 'interests_desk', 'charge_shared', 'ambassador_shared', 'charge', 'ambassador'
);

create table ties (
    tie_id varchar primary key,
    initiator varchar not null references states (state),
    target varchar not null references states (state),
    event_date date not null,
    date_precision date_precision not null check (date_precision <> 'none'),
    kind tie_kind not null,
    reason varchar not null,
    event_group varchar not null,
    end_status tie_end not null,
    restored_on date,
    restored_precision date_precision check (restored_precision <> 'none'),
    restored_by date,
    citation varchar,
    source_id varchar not null references sources (source_id),
    source_record_id varchar,
    evidence evidence not null,
    check (initiator <> target),
    check ((end_status = 'restored') = (restored_on is not null)),
    check ((restored_on is null) = (restored_precision is null)),
    check (restored_by is null or end_status = 'restored_date_unknown')
);
comment on table ties is
'One row per step by which one state cut or lowered its relations with another, since 1946. Breaks and suspensions aim at completeness; recalls and expulsions are a selection.';
comment on column ties.tie_id is 'Key: initiator, target, date as known, kind.';
comment on column ties.initiator is 'State that took the step, under the code of the time (SUN for the Soviet Union).';
comment on column ties.target is 'State it was taken against, under the code of the time.';
comment on column ties.event_date is 'Day of the step; first day of the month or year where only that is known.';
comment on column ties.date_precision is 'day, month or year.';
comment on column ties.kind is
'Step taken, in ascending severity: diplomats expelled, ambassador recalled, ambassador expelled, office closed (consular, trade or liaison), downgraded (below ambassador), embassy closed, suspended, severed. Weights: tie_severity(kind).';
comment on column ties.reason is 'Reason in a few words of our own.';
comment on column ties.event_group is 'Affair that the step belongs to, shared by all steps over it.';
comment on column ties.end_status is
'What is known of the end: restored (restored_on holds the day), ongoing (still so at the end of coverage), ongoing_or_unknown, restored_date_unknown (restored, day not known), not_tracked.';
comment on column ties.restored_on is 'Day of full or higher relations again; first of the period where only that is known.';
comment on column ties.restored_precision is 'Precision of restored_on.';
comment on column ties.restored_by is
'Where restored, day unknown: a day by which relations are seen again (a later break between the same two, or 31 December of the first year from 2000 with a mission); null where no such sign is held.';
comment on column ties.citation is 'Document the row rests on; for evidence D the page it should be checked against, which nobody opened.';
comment on column ties.source_id is 'Source of the row.';
comment on column ties.source_record_id is 'Record at the source, where it has keys.';
comment on column ties.evidence is 'Evidence grade, A to D.';

-- Weights of the steps, 1 to 6: what is left of the relationship decides, from a full embassy to none.
create macro tie_severity(step) as
    case step
        when 'severed' then 6
        when 'suspended' then 5
        when 'embassy_closed' then 4
        when 'downgraded' then 3
        when 'office_closed' then 2
        when 'ambassador_expelled' then 2
        when 'ambassador_recalled' then 2
        when 'diplomats_expelled' then 1
    end;

create table missions (
    sender varchar not null references states (state),
    host varchar not null references states (state),
    year integer not null check (year between 2000 and 2020),
    level double not null check (level between 0 and 1),
    label mission_label not null,
    ambiguous boolean not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (sender, host, year),
    check (sender <> host),
    check (level = case label
        when 'ambassador' then 1
        when 'charge' then 0.75
        when 'ambassador_shared' then 0.5
        when 'charge_shared' then 0.375
        when 'interests_desk' then 0.125
        when 'interests_served' then 0.1
        when 'withdrawn' then 0
    end)
);
comment on table missions is 'One row per sender, host and year in which the sender was represented in the host, or had withdrawn. A pair that is absent has no mission on record.';
comment on column missions.sender is 'State that sends the mission.';
comment on column missions.host is 'State that receives it.';
comment on column missions.year is 'Calendar year.';
comment on column missions.level is 'Level of representation, 0 to 1, as the source scores rank and whether the mission serves one state or several.';
comment on column missions.label is
'Our name for the level: ambassador (1), charge (0.75, chargé d''affaires or envoy), ambassador_shared (0.5, mission or head serving several states), charge_shared (0.375), interests_desk (0.125), interests_served (0.1, by a third state), withdrawn (0, recalled or expelled).';
comment on column missions.ambiguous is 'The source merged two states: a mission recorded for Nigeria that may be Niger''s.';
comment on column missions.source_id is 'Source of the row.';
comment on column missions.evidence is 'Evidence grade, A to D; C where ambiguous.';

create table embassies (
    operator varchar not null references states (state),
    host varchar not null references states (state),
    missions integer not null check (missions > 0),
    types varchar not null check (
        types in ('embassy', 'high commission', 'apostolic nunciature', 'embassy and high commission')
    ),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (operator, host),
    check (operator <> host)
);
comment on table embassies is 'Embassies recorded in Wikidata in November 2022: one row per operator and host. A snapshot: closed embassies may linger, new ones be missing.';
comment on column embassies.operator is 'State whose embassy it is.';
comment on column embassies.host is 'State where it stands.';
comment on column embassies.missions is 'Embassies recorded; two where the record is double or an embassy to another body stands in the same state.';
comment on column embassies.types is 'embassy, high commission (between Commonwealth members), apostolic nunciature (of the Holy See), or both of the first two.';
comment on column embassies.source_id is 'Source of the row.';
comment on column embassies.evidence is 'Evidence grade, A to D.';
