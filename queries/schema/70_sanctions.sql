-- Sanctions, exclusions from organisations, and the organisations themselves.

create type measure_origin as enum ('un', 'autonomous', 'implements_un', 'mixed', 'alignment', 'collective', 'unknown');

create table organisations (
    organisation varchar primary key,
    name varchar not null,
    kind varchar not null check (kind in ('body', 'list', 'service', 'sport'))
);
comment on table organisations is 'Organisations that impose sanctions or from which states are excluded.';
comment on column organisations.organisation is 'Code, in capitals.';
comment on column organisations.name is 'Name.';
comment on column organisations.kind is 'body (membership), list (of the Financial Action Task Force), service (payment or research system) or sport.';

create table organisation_members (
    organisation varchar not null references organisations (organisation),
    state varchar not null references states (state),
    joined_on date not null,
    left_on date,
    bound_until date,
    citation varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (organisation, state, joined_on),
    check (left_on is null or left_on > joined_on),
    check (bound_until is null or bound_until > left_on)
);
comment on table organisation_members is 'Spells of membership of the European Union, whose measures bind each member.';
comment on column organisation_members.organisation is 'Organisation.';
comment on column organisation_members.state is 'Member.';
comment on column organisation_members.joined_on is 'First day as a member.';
comment on column organisation_members.left_on is 'First day no longer a member; null while a member.';
comment on column organisation_members.bound_until is 'First day no longer bound by its measures, where that came after leaving; otherwise null.';
comment on column organisation_members.citation is 'Treaty or agreement.';
comment on column organisation_members.source_id is 'Source of the row.';
comment on column organisation_members.evidence is 'Evidence grade, A to D.';

create table sanctions (
    sanction_id varchar primary key,
    sender varchar not null,
    sender_kind varchar not null check (sender_kind in ('state', 'organisation')),
    target varchar not null references states (state),
    programme varchar not null,
    legal_basis varchar,
    started_on date not null,
    start_precision date_precision not null check (start_precision <> 'none'),
    ended_on date,
    end_precision date_precision not null,
    end_status varchar not null check (end_status in ('in_force', 'ended', 'suspended', 'unknown', 'not_confirmed')),
    arms boolean not null,
    trade boolean not null,
    financial boolean not null,
    travel boolean not null,
    sectoral boolean not null,
    aid boolean not null,
    other boolean not null,
    scope varchar,
    origin measure_origin not null,
    citation varchar not null,
    source_record_id varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    told_until date,
    check ((ended_on is null) = (end_precision = 'none')),
    check (ended_on is null or ended_on >= started_on)
);
comment on table sanctions is 'One row per sender, target and programme of measures. Diplomatic steps stand in ties.';
comment on column sanctions.sanction_id is 'Key.';
comment on column sanctions.sender is 'State or organisation that imposes the measures.';
comment on column sanctions.sender_kind is 'state or organisation.';
comment on column sanctions.target is 'State against which, or against groups or persons in which, they are aimed; the Soviet Union stands as RUS, Yugoslavia (FRY) as SRB, Rhodesia as ZWE.';
comment on column sanctions.programme is 'Name of the programme.';
comment on column sanctions.legal_basis is 'Legal act, as named by the source.';
comment on column sanctions.started_on is 'First day; first of the month or year where only that is known.';
comment on column sanctions.start_precision is 'day, month or year.';
comment on column sanctions.ended_on is 'Last day; null where no end is known.';
comment on column sanctions.end_precision is 'day, month, year, or none where no end is known.';
comment on column sanctions.end_status is 'in_force (as last recorded), ended, suspended, unknown, or not_confirmed (in force when recorded, not confirmed for 2026).';
comment on column sanctions.arms is 'Whether it ever held an arms embargo; the flags cover a programme''s whole life.';
comment on column sanctions.trade is 'Whether it ever held trade measures.';
comment on column sanctions.financial is 'Whether it ever held financial measures, asset freezes included.';
comment on column sanctions.travel is 'Whether it ever held travel bans.';
comment on column sanctions.sectoral is 'Whether it ever held measures against a sector.';
comment on column sanctions.aid is 'Whether it ever cut aid.';
comment on column sanctions.other is 'Whether it ever held other measures.';
comment on column sanctions.scope is 'At whom it is aimed: country-wide, targeted, sectoral, former rulers, non-state and so on; null where not recorded.';
comment on column sanctions.origin is 'un, autonomous, implements_un, mixed (implements the UN''s and goes beyond), alignment (with the EU), collective (of an organisation) or unknown.';
comment on column sanctions.citation is 'What the row rests on.';
comment on column sanctions.source_record_id is 'Key at the source.';
comment on column sanctions.source_id is 'Source of the row.';
comment on column sanctions.evidence is 'Evidence grade, A to D.';
comment on column sanctions.told_until is 'Last day of which the source tells; null where it tells to the end of coverage. After it a programme without an end is listed as uncertain and makes nobody a sender.';

create table exclusions (
    exclusion_id varchar primary key,
    organisation varchar not null references organisations (organisation),
    state varchar not null references states (state),
    kind varchar not null,
    class varchar not null check (class in ('involuntary', 'voluntary', 'monitoring', 'procedure', 'not_elected')),
    started_on date not null,
    start_precision date_precision not null check (start_precision <> 'none'),
    ended_on date,
    end_precision date_precision not null,
    not_confirmed boolean not null,
    citation varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check ((ended_on is null) = (end_precision = 'none')),
    check (ended_on is null or ended_on >= started_on)
);
comment on table exclusions is 'One row per suspension, expulsion or like step by which a state lost a place in an organisation.';
comment on column exclusions.exclusion_id is 'Key at the source.';
comment on column exclusions.organisation is 'Organisation, list or service.';
comment on column exclusions.state is 'State.';
comment on column exclusions.kind is 'Step taken.';
comment on column exclusions.class is 'involuntary (exclusion proper), voluntary (withdrawal), monitoring (grey list), procedure or not_elected.';
comment on column exclusions.started_on is 'First day; first of the month or year where only that is known.';
comment on column exclusions.start_precision is 'day, month or year.';
comment on column exclusions.ended_on is 'Last day; null where no end is known.';
comment on column exclusions.end_precision is 'day, month, year, or none where no end is known.';
comment on column exclusions.not_confirmed is 'Whether the open end is not confirmed for 2026.';
comment on column exclusions.citation is 'Decision or report.';
comment on column exclusions.source_id is 'Source of the row.';
comment on column exclusions.evidence is 'Evidence grade, A to D.';

-- Programmes in force on a day. Those that only implement the UN's, or of which nothing is told any more, count for no
-- sender.
create macro measures_on(day) as table
    select
        s.*,
        day <= (select max(ends_on) from coverage where table_name = 'sanctions')
            and (
                (s.end_status = 'in_force' and coalesce(s.told_until >= day, true))
                or coalesce(s.ended_on >= day, false)
            ) as certain,
        s.origin <> 'implements_un' and (s.end_status = 'ended' or coalesce(s.told_until >= day, true)) as counted
    from sanctions as s
    where effective_date(s.started_on, s.start_precision) <= day
      and coalesce(effective_date(s.ended_on, s.end_precision) >= day, true);

-- States behind the programmes that count, once each: by their own, or as bound by those of the European Union.
create macro senders_on(day) as table
    with counted as (
        select target, sender, sender_kind, evidence, certain
        from measures_on(day)
        where counted
    ),

    bound as (
        select state
        from organisation_members
        where organisation = 'EU'
          and joined_on <= day
          and coalesce(bound_until > day, left_on > day, true)
    ),

    senders as (
        select target, sender, true as own, evidence, certain
        from counted
        where sender_kind = 'state'
        union all
        select c.target, b.state, false, c.evidence, c.certain
        from counted as c
        cross join bound as b
        where c.sender = 'EU' and b.state <> c.target
    )

    select
        target,
        sender,
        bool_or(own) as own,
        min(evidence) as evidence,
        bool_or(certain) as certain
    from senders
    group by target, sender;
