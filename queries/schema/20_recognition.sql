-- Entities whose recognition is contested, and each change of a state's position on them.

create type recognition_change as enum (
    'not_recognised', 'voted_against_integrity', 'recognised', 'relations_established', 'resumed',
    'withdrawal_disputed', 'suspended', 'relations_severed', 'withdrew', 'lapsed'
);

create table entities (
    entity varchar primary key,
    name varchar not null,
    kind varchar not null check (kind in ('state', 'government', 'territorial_claim')),
    contested_by varchar,
    declared_on date,
    settled_on date,
    otherwise_recognised boolean not null,
    counts_as varchar not null,
    note varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table entities is 'States, governments and territorial claims whose recognition is contested.';
comment on column entities.entity is 'Code: that of states where it is one, else an X-code.';
comment on column entities.name is 'Name shown; contested names carry their contest in the note.';
comment on column entities.kind is 'state, government or territorial_claim.';
comment on column entities.contested_by is 'State or entity that claims the same territory or government, or chiefly withholds recognition.';
comment on column entities.declared_on is 'Day it was declared or made its claim; totals list it from then on.';
comment on column entities.settled_on is 'First day on which it no longer existed or was no longer contested; totals list it until then.';
comment on column entities.otherwise_recognised is 'Whether all members recognise it but those that expressly do not.';
comment on column entities.counts_as is 'What counts as recognition in this case.';
comment on column entities.note is 'What the reader must know.';
comment on column entities.source_id is 'Source of the row.';
comment on column entities.evidence is 'Evidence grade, A to D.';

create table recognitions (
    recognition_id varchar primary key,
    recogniser varchar not null references states (state),
    entity varchar not null references entities (entity),
    event_date date,
    date_precision date_precision not null,
    change recognition_change not null,
    attested_on date,
    doubtful_from date,
    note varchar,
    citation varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check ((event_date is null) = (date_precision = 'none')),
    check ((event_date is null) = (attested_on is not null)),
    check (recogniser <> entity)
);
comment on table recognitions is 'One row per change of a state''s position on a contested entity. Votes in the United Nations are kept apart and never count.';
comment on column recognitions.recognition_id is 'Key: recogniser, entity, date as first compiled, and change; a corrected date leaves it as it is.';
comment on column recognitions.recogniser is 'State whose position changed; the Soviet Union, Yugoslavia and Czechoslovakia stand under a successor''s code.';
comment on column recognitions.entity is 'Contested entity.';
comment on column recognitions.event_date is 'Day of the change; first of the month or year where only that is known; null where undated.';
comment on column recognitions.date_precision is 'day, month, year or none.';
comment on column recognitions.change is 'What changed. withdrawal_disputed: a withdrawal was announced by others and is denied or unconfirmed by the state. lapsed: the recogniser or its recognition ceased.';
comment on column recognitions.attested_on is 'For an undated position: the day for which the source attests it.';
comment on column recognitions.doubtful_from is 'Day from which it is not known whether the position still stands.';
comment on column recognitions.note is 'What the row needs said, in our words.';
comment on column recognitions.citation is 'Document or page the row rests on.';
comment on column recognitions.source_id is 'Source of the row.';
comment on column recognitions.evidence is 'Evidence grade, A to D.';

-- Each state's position on each entity: the latest change that took effect by the day.
create macro positions_on(day) as table
    with begun as (
        select
            r.recogniser,
            r.entity,
            r.recognition_id,
            r.change,
            r.event_date,
            coalesce(effective_date(r.event_date, r.date_precision), e.declared_on) as effective_on
        from recognitions as r
        join entities as e on e.entity = r.entity
        where r.change <> 'voted_against_integrity'
    ),

    latest as (
        select
            arg_max(recognition_id, (effective_on, change, recognition_id)) filter (effective_on <= day)
                as recognition_id,
            coalesce(bool_or(event_date <= day and effective_on > day), false) as changing
        from begun
        group by recogniser, entity
    )

    select
        r.recogniser,
        r.entity,
        e.name as entity_name,
        case
            when r.change in ('recognised', 'relations_established', 'resumed', 'withdrawal_disputed') then 'recognised'
            when r.change = 'withdrew' then 'withdrawn'
            else r.change::varchar
        end as position,
        r.change = 'withdrawal_disputed' as disputed,
        r.event_date as since,
        r.date_precision,
        r.change <> 'withdrawal_disputed'
            and not l.changing
            and coalesce(day >= r.attested_on, true)
            and coalesce(day < r.doubtful_from, true) as certain,
        r.note,
        r.citation,
        r.evidence,
        r.source_id
    from latest as l
    join recognitions as r on r.recognition_id = l.recognition_id
    join entities as e on e.entity = r.entity;
