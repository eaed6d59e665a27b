create table ga_blocs (
    session integer not null references ga_sessions (session),
    state varchar not null references states (state),
    bloc integer not null check (bloc >= 1),
    stability double not null check (stability between 0 and 1),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (session, state)
);
comment on table ga_blocs is 'Voting bloc of each member in each session, estimated from our roll calls; python -m analytics estimate blocs.';
comment on column ga_blocs.session is 'Regular session.';
comment on column ga_blocs.state is 'Series of the member: the Soviet Union stands under RUS.';
comment on column ga_blocs.bloc is 'Number of the bloc within the session, 1 the largest.';
comment on column ga_blocs.stability is 'Mean share of its fellows that stay with it when the roll calls are drawn again.';
comment on column ga_blocs.source_id is 'Source of the row: our own estimate.';
comment on column ga_blocs.evidence is 'Evidence grade of the votes it rests on.';
