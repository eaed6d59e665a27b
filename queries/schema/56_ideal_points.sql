-- Ideal points of members, estimated from recorded votes, and how they compare with the published ones.

create table ideal_points (
    session integer not null references ga_sessions (session),
    state varchar not null references states (state),
    ideal_point double not null,
    low95 double not null,
    high95 double not null,
    votes integer not null check (votes > 0),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (session, state),
    check (low95 <= ideal_point and ideal_point <= high95)
);
comment on table ideal_points is 'Ideal point of each member in each session, estimated from our roll calls; python -m analytics estimate ideal-points.';
comment on column ideal_points.session is 'Regular session.';
comment on column ideal_points.state is 'Series of the member: the Soviet Union stands under RUS, Serbia and Montenegro under SRB.';
comment on column ideal_points.ideal_point is 'Position on the one dimension that best tells votes apart: mean 0 and standard deviation 1 over all rows, the United States on the positive side.';
comment on column ideal_points.low95 is 'Lower bound of the 95% interval.';
comment on column ideal_points.high95 is 'Upper bound of the 95% interval.';
comment on column ideal_points.votes is 'Votes of the member in the session that the estimate rests on: yes, abstain or no on texts that divided the members.';
comment on column ideal_points.source_id is 'Source of the row: our own estimate.';
comment on column ideal_points.evidence is 'Evidence grade of the votes it rests on.';

create table ideal_point_validation (
    scope varchar primary key,
    session integer,
    members integer not null check (members > 0),
    correlation double not null check (correlation between -1 and 1),
    roll_calls integer not null,
    published_roll_calls integer not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table ideal_point_validation is 'Correlation of our ideal points with those published by Bailey, Strezhnev and Voeten (release of April 2020).';
comment on column ideal_point_validation.scope is 'Rows compared: all; all with the mean of each session aligned; one session.';
comment on column ideal_point_validation.session is 'Regular session; null for all.';
comment on column ideal_point_validation.members is 'Members in both series, counted once per session.';
comment on column ideal_point_validation.correlation is 'Pearson correlation.';
comment on column ideal_point_validation.roll_calls is 'Most votes that a member has in our estimate.';
comment on column ideal_point_validation.published_roll_calls is 'Most votes that a member has in theirs, which knows paragraphs and amendments that ours lacks.';
comment on column ideal_point_validation.source_id is 'Source of the published figures.';
comment on column ideal_point_validation.evidence is 'Evidence grade.';
