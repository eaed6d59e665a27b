-- Votes packed for comparing all members with all: one bit per roll call of a session, in two words of 120 bits.

create schema derived;

create table derived.roll_call_places (
    session integer not null,
    place integer not null check (place between 0 and 239),
    roll_call_id integer not null,
    voted_on date not null,
    unanimous boolean not null,
    universes varchar[] not null,
    primary key (session, place)
);
comment on table derived.roll_call_places is 'Place of each roll call within its session, which is its bit in packed_votes, made from roll_calls.';
comment on column derived.roll_call_places.session is 'Regular session.';
comment on column derived.roll_call_places.place is 'Place within the session, from 0.';
comment on column derived.roll_call_places.roll_call_id is 'Record number in the UN Digital Library.';
comment on column derived.roll_call_places.voted_on is 'Day of the vote.';
comment on column derived.roll_call_places.unanimous is 'Whether every recorded vote is the same.';
comment on column derived.roll_call_places.universes is 'Sets of roll calls that it belongs to: all, resolutions, or an issue.';

create table derived.packed_votes (
    session integer not null,
    state varchar not null,
    code varchar not null,
    member struct(low hugeint, high hugeint) not null,
    voted struct(low hugeint, high hugeint) not null,
    no struct(low hugeint, high hugeint) not null,
    abstained struct(low hugeint, high hugeint) not null,
    abstained_or_absent struct(low hugeint, high hugeint) not null,
    primary key (session, state)
);
comment on table derived.packed_votes is 'Votes of a member in a session, one bit per roll call, made from ga_votes.';
comment on column derived.packed_votes.session is 'Regular session.';
comment on column derived.packed_votes.state is 'Series of the member: the Soviet Union stands under RUS, Serbia and Montenegro under SRB.';
comment on column derived.packed_votes.code is 'Code under which it last voted in the session.';
comment on column derived.packed_votes.member is 'Roll calls held while it was a member.';
comment on column derived.packed_votes.voted is 'Roll calls in which it voted or abstained.';
comment on column derived.packed_votes.no is 'Roll calls in which it voted against.';
comment on column derived.packed_votes.abstained is 'Roll calls in which it abstained.';
comment on column derived.packed_votes.abstained_or_absent is 'Roll calls in which it abstained or, a member, did not vote.';

-- The roll calls at these places of a session, as bits.
create macro packed(place) as {
    'low': coalesce(bit_or(1::hugeint << (place % 120)) filter (place < 120), 0),
    'high': coalesce(bit_or(1::hugeint << (place % 120)) filter (place >= 120), 0)
};

-- Where a vote lies between yes and no; who was absent is read as abstaining.
create macro level_of(vote) as case vote when 'yes' then 1 when 'no' then 3 else 2 end;

-- Measures of agreement over n joint votes of levels that lie at most `reach` apart: Signorino and Ritter (1999) by
-- absolute and by squared distance, Cohen's kappa with squared weights, Scott's pi; 0 where chance leaves no variance.
create macro s_abs_of(sad, n, reach) as 1 - 2 * sad / (reach * n);
create macro s_sq_of(ssd, n, reach) as 1 - 2 * ssd / (reach * reach * n);
create macro kappa_of(ssd, n, s1, s2, q1, q2) as coalesce(1 - ssd / nullif(q1 + q2 - 2 * s1 * s2 / n, 0), 0);
create macro pi_of(ssd, n, s1, s2, q1, q2) as
    coalesce(1 - ssd / nullif(q1 + q2 - (s1 + s2) * (s1 + s2) / (2 * n), 0), 0);

-- Roll calls in both of two sets, and how many they are: as doubles, whose sums and products DuckDB need not watch for
-- overflow, which takes an eighth off all pairs of all sessions.
create macro both_sets(a, b) as {'low': a.low & b.low, 'high': a.high & b.high};
create macro common(a, b) as bit_count(a.low & b.low)::double + bit_count(a.high & b.high)::double;
