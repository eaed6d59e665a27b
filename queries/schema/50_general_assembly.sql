-- General Assembly: sessions, recorded votes, each state's vote.

create type assembly_vote as enum ('yes', 'abstain', 'no', 'absent');

create table ga_sessions (
    session integer primary key check (session between 1 and 200),
    opened_on date not null unique,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table ga_sessions is 'Opening day of each regular session of the General Assembly.';
comment on column ga_sessions.session is 'Number of the regular session.';
comment on column ga_sessions.opened_on is 'Day it opened.';
comment on column ga_sessions.source_id is 'Source of the row.';
comment on column ga_sessions.evidence is 'Evidence grade, A to D.';

create table roll_calls (
    roll_call_id integer primary key,
    resolution varchar not null,
    voted_on date not null,
    session integer not null references ga_sessions (session),
    session_label varchar not null,
    year integer not null,
    text_kind varchar not null check (text_kind in ('resolution', 'decision')),
    part boolean not null,
    title varchar not null,
    meeting varchar,
    yes integer not null check (yes >= 0),
    abstain integer not null check (abstain >= 0),
    no integer not null check (no >= 0),
    absent integer not null check (absent >= 0),
    middle_east boolean,
    nuclear boolean,
    disarmament boolean,
    human_rights boolean,
    colonialism boolean,
    development boolean,
    ukraine boolean not null,
    url varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check (year = session + 1945)
);
comment on table roll_calls is 'Recorded votes of the General Assembly on adopted texts; texts adopted without a vote are not in it.';
comment on column roll_calls.roll_call_id is 'Record number in the UN Digital Library.';
comment on column roll_calls.resolution is 'Symbol of the text, such as A/RES/ES-11/1.';
comment on column roll_calls.voted_on is 'Day of the vote.';
comment on column roll_calls.session is 'Regular session; a special or emergency session counts in the regular session last opened by its day.';
comment on column roll_calls.session_label is 'The session''s own label, such as ES-11.';
comment on column roll_calls.year is 'session + 1945, the year in which the session opened.';
comment on column roll_calls.text_kind is 'resolution or decision.';
comment on column roll_calls.part is 'Whether the symbol names a part of a resolution: a letter, letters or section after the number or in brackets.';
comment on column roll_calls.title is 'Title of the text.';
comment on column roll_calls.meeting is 'Meeting record.';
comment on column roll_calls.yes is 'Votes in favour, as recorded.';
comment on column roll_calls.abstain is 'Abstentions, as recorded.';
comment on column roll_calls.no is 'Votes against, as recorded.';
comment on column roll_calls.absent is 'Members that did not vote, as recorded; states listed before their admission are taken out and named in corrections.';
comment on column roll_calls.middle_east is 'Issue: Middle East (Voeten''s flag); null where not flagged yet.';
comment on column roll_calls.nuclear is 'Issue: nuclear weapons and material (Voeten''s flag).';
comment on column roll_calls.disarmament is 'Issue: arms control and disarmament (Voeten''s flag).';
comment on column roll_calls.human_rights is 'Issue: human rights (Voeten''s flag).';
comment on column roll_calls.colonialism is 'Issue: colonialism (Voeten''s flag).';
comment on column roll_calls.development is 'Issue: economic development (Voeten''s flag).';
comment on column roll_calls.ukraine is 'Issue: the war in and over Ukraine: the title names Ukraine or Crimea and the vote is of 2014 or later, or the text is of emergency session ES-11.';
comment on column roll_calls.url is 'Record in the UN Digital Library.';
comment on column roll_calls.source_id is 'Source of the row.';
comment on column roll_calls.evidence is 'Evidence grade, A to D.';

-- No foreign keys here: on 950,000 rows they cost more than the whole rest of the build; checks hold them. The key is in
-- the order of the rows, in which its index is written in half the time.
create table ga_votes (
    roll_call_id integer not null,
    state varchar not null,
    vote assembly_vote not null,
    source_id varchar not null,
    evidence evidence not null,
    primary key (state, roll_call_id)
);
comment on table ga_votes is 'One row per member and recorded vote, stored by state and then by roll call.';
comment on column ga_votes.roll_call_id is 'Roll call.';
comment on column ga_votes.state is 'Member, under the code of the time (SUN, and TWN for the seat of China before 25 October 1971).';
comment on column ga_votes.vote is 'yes, abstain, no, or absent (did not vote: missing, not disagreement).';
comment on column ga_votes.source_id is 'Source of the row.';
comment on column ga_votes.evidence is 'Evidence grade: A as recorded, B absence inferred from the recorded totals.';
