-- Vocabularies, sources, states and the other tables that every topic leans on.

create type evidence as enum ('A', 'B', 'C', 'D');
create type date_precision as enum ('day', 'month', 'year', 'none');
create type membership_entry as enum ('joined', 'took_over', 'resumed');

create table sources (
    source_id varchar primary key check (regexp_full_match(source_id, '[a-z0-9]+(-[a-z0-9]+)*')),
    title varchar not null,
    publisher varchar not null,
    url varchar,
    terms varchar not null,
    citation varchar not null,
    retrieved_on date
);
comment on table sources is 'One row per source that a fact row may name.';
comment on column sources.source_id is 'Short key used by every fact row.';
comment on column sources.title is 'Title as the publisher gives it.';
comment on column sources.publisher is 'Body or person that publishes it.';
comment on column sources.url is 'Where it is published; null where no page is known.';
comment on column sources.terms is 'Licence or terms of use.';
comment on column sources.citation is 'How to cite it.';
comment on column sources.retrieved_on is 'Day our copy was made; null where not recorded.';

create table coverage (
    table_name varchar not null,
    part varchar not null default 'all',
    starts_on date,
    ends_on date,
    as_of date not null,
    cadence_days integer check (cadence_days > 0),
    completeness varchar not null check (completeness in ('census', 'selection', 'survivors', 'snapshot')),
    note varchar not null,
    primary key (table_name, part),
    check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
comment on table coverage is 'What each table covers, and until when; one row per table and part of it.';
comment on column coverage.table_name is 'Table described.';
comment on column coverage.part is 'Part of the table, all where there is one part only.';
comment on column coverage.starts_on is 'First day covered.';
comment on column coverage.ends_on is 'Last day covered: silence after it says nothing.';
comment on column coverage.as_of is 'Day the newest source of this part was compiled.';
comment on column coverage.cadence_days is 'Days between expected updates of the upstream; null where none is expected.';
comment on column coverage.completeness is 'census (all known events), selection, survivors (delisted entries are gone) or snapshot.';
comment on column coverage.note is 'Known limits, in a sentence or two.';

create table states (
    state varchar primary key check (regexp_full_match(state, '[A-Z]{3}|XA4')),
    name varchar not null,
    official_name varchar,
    kind varchar not null check (kind in ('un_member', 'un_observer', 'former_state', 'contested', 'associated', 'territory')),
    region varchar not null,
    successor varchar,
    series varchar not null,
    code_since date,
    code_until date check (code_until >= code_since),
    cow_code integer,
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    note varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table states is 'Every state or state-like actor that ever acts in these tables, past ones under their own codes.';
comment on column states.state is 'ISO 3166-1 alpha-3; ISO 3166-3 style for past states; X-codes for contested ones.';
comment on column states.name is 'Short name shown to readers.';
comment on column states.official_name is 'Name as the United Nations records it.';
comment on column states.kind is 'un_member, un_observer, former_state, contested, associated (free association) or territory (of another state).';
comment on column states.region is 'United Nations (M49) sub-region.';
comment on column states.successor is 'State that continues the legal personality or the seat; null where none does.';
comment on column states.series is 'Code under which a continuous series is drawn (SUN under RUS); otherwise the state itself.';
comment on column states.code_since is 'First day on which the state goes by this code; null where that is before every table.';
comment on column states.code_until is 'Last day on which it does, whoever kept its seat; null where it still does.';
comment on column states.cow_code is 'Correlates of War number.';
comment on column states.latitude is 'Map point, degrees north.';
comment on column states.longitude is 'Map point, degrees east.';
comment on column states.note is 'What a reader needs to know about the code.';
comment on column states.source_id is 'Source of the row.';
comment on column states.evidence is 'Evidence grade, A to D.';

create table state_aliases (
    alias varchar primary key,
    state varchar not null references states (state)
);
comment on table state_aliases is 'Other names and codes by which a state is found, lower case.';
comment on column state_aliases.alias is 'Name or code as people type it, lower case.';
comment on column state_aliases.state is 'State meant.';

create table un_memberships (
    state varchar not null references states (state),
    joined_on date not null,
    left_on date,
    entry membership_entry not null,
    note varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (state, joined_on),
    check (left_on is null or left_on > joined_on),
    -- An event of the state's is told in the words of the note.
    check (entry = 'joined' or note is not null)
);
comment on table un_memberships is 'One row per unbroken spell as a member of the United Nations.';
comment on column un_memberships.state is 'Member, under the code of the time.';
comment on column un_memberships.joined_on is 'First day as a member.';
comment on column un_memberships.left_on is 'First day no longer a member under this code; null while a member.';
comment on column un_memberships.entry is 'How the spell began: joined (founding member or admitted), took_over (the seat of another code) or resumed.';
comment on column un_memberships.note is 'Why the spell began or ended, where not by admission.';
comment on column un_memberships.source_id is 'Source of the row.';
comment on column un_memberships.evidence is 'Evidence grade, A to D.';

create table weights (
    state varchar not null references states (state),
    year integer not null check (year between 1900 and 2100),
    gdp_usd double check (gdp_usd > 0),
    population bigint check (population > 0),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (state, year)
);
comment on table weights is 'Gross domestic product and population by state and year.';
comment on column weights.state is 'State.';
comment on column weights.year is 'Calendar year.';
comment on column weights.gdp_usd is 'Gross domestic product, current US dollars; null where not published.';
comment on column weights.population is 'Mid-year population, persons; null where not published.';
comment on column weights.source_id is 'Source of the row.';
comment on column weights.evidence is 'Evidence grade, A to D.';

create table corrections (
    correction_id varchar primary key,
    table_name varchar not null,
    row_key varchar not null,
    column_name varchar not null,
    old_value varchar,
    new_value varchar,
    reason varchar not null,
    source_id varchar not null references sources (source_id)
);
comment on table corrections is 'Values in which we depart from the source that a row names; applied when the rows are loaded.';
comment on column corrections.correction_id is 'Key of the correction.';
comment on column corrections.table_name is 'Table corrected.';
comment on column corrections.row_key is 'Primary key of the row corrected.';
comment on column corrections.column_name is 'Column corrected.';
comment on column corrections.old_value is 'Value in the source, which the build expects to find there.';
comment on column corrections.new_value is 'Value we use.';
comment on column corrections.reason is 'Why.';
comment on column corrections.source_id is 'Source of the new value.';

create table disagreements (
    disagreement_id varchar primary key,
    table_name varchar not null,
    row_key varchar not null,
    topic varchar not null,
    value_used varchar,
    value_other varchar,
    source_used varchar not null references sources (source_id),
    source_other varchar not null references sources (source_id),
    note varchar not null
);
comment on table disagreements is 'Facts on which two sources differ; one row per pair of values.';
comment on column disagreements.disagreement_id is 'Key of the disagreement.';
comment on column disagreements.table_name is 'Table concerned.';
comment on column disagreements.row_key is 'Primary key of the row, or the figure, concerned.';
comment on column disagreements.topic is 'What is disputed, such as date or count.';
comment on column disagreements.value_used is 'Value in our table.';
comment on column disagreements.value_other is 'Value in the other source.';
comment on column disagreements.source_used is 'Source we follow.';
comment on column disagreements.source_other is 'Source that differs.';
comment on column disagreements.note is 'Why we follow the one, or that it is open.';

create macro un_members_on(day) as table
    select m.state
    from un_memberships as m
    where m.joined_on <= day and (m.left_on is null or m.left_on > day);

-- A coarse date takes effect at the end of its period (undated: never known to have begun).
create macro effective_date(event_date, known_to) as
    case known_to
        when 'day' then event_date
        when 'month' then last_day(event_date)
        when 'year' then make_date(year(event_date), 12, 31)
    end;

create table dropped (
    table_name varchar not null,
    row_key varchar not null,
    reason varchar not null,
    primary key (table_name, row_key, reason)
);
comment on table dropped is 'Source rows that did not become rows of ours, and why.';
comment on column dropped.table_name is 'Table the row would have joined.';
comment on column dropped.row_key is 'Key of the row at its source.';
comment on column dropped.reason is 'Why it was left out.';

create table data_changes (
    number integer not null check (number > 0),
    version varchar not null,
    recorded_on date not null,
    table_name varchar not null,
    added integer not null check (added >= 0),
    changed integer not null check (changed >= 0),
    removed integer not null check (removed >= 0),
    row_keys varchar,
    reason varchar not null,
    primary key (number, table_name)
);
comment on table data_changes is 'Data changelog: one row per version of the data and table that it changed. Written by python -m analytics data-changelog, refresh and add.';
comment on column data_changes.number is 'Place of the version in their order.';
comment on column data_changes.version is 'Version of the data: day of the newest source and first digits of the digest.';
comment on column data_changes.recorded_on is 'Day it was recorded.';
comment on column data_changes.table_name is 'Table changed; all where only the order or form of files changed.';
comment on column data_changes.added is 'Rows added.';
comment on column data_changes.changed is 'Rows with another value than before.';
comment on column data_changes.removed is 'Rows removed.';
comment on column data_changes.row_keys is 'First keys of each kind: + added, ~ changed, - removed.';
comment on column data_changes.reason is 'Why, as given by who changed them.';
