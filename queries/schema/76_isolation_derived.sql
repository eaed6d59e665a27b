-- What others do to a state as spells, products by year, distance in votes, and what draws pick: made at build.

create table derived.isolation_score_places (
    place integer primary key,
    measure varchar not null,
    scaling varchar not null,
    geometric boolean not null,
    unique (measure, scaling, geometric)
);
comment on table derived.isolation_score_places is 'Every number that a draw may take of a state, in order: each measure by each scaling for each mean.';
comment on column derived.isolation_score_places.place is 'Place in the list, from 1.';
comment on column derived.isolation_score_places.measure is 'Measure.';
comment on column derived.isolation_score_places.scaling is 'goalposts, extremes or ranks.';
comment on column derived.isolation_score_places.geometric is
'Whether the geometric mean takes it: the logarithm of what the score leaves of 100, at least 1. Else the score itself.';

create table derived.isolation_draw_picks (
    draw integer not null,
    swapped varchar not null,
    geometric boolean not null,
    recognition_place integer,
    recognition_weight double,
    ties_place integer,
    ties_weight double,
    alignment_place integer,
    alignment_weight double,
    sanctions_place integer,
    sanctions_weight double,
    exclusion_place integer,
    exclusion_weight double,
    primary key (draw, swapped)
);
comment on table derived.isolation_draw_picks is 'Which score of each dimension a draw takes, and with what weight; made from isolation_draws.';
comment on column derived.isolation_draw_picks.draw is 'Number of the draw; 0 for the choices of the index itself.';
comment on column derived.isolation_draw_picks.swapped is
'Choice that a draw of the first half takes from its fellow in the second, all others its own; none for the draws themselves, published for the choices of the index, which stand as draw 0.';
comment on column derived.isolation_draw_picks.geometric is 'Whether the draw averages geometrically.';
comment on column derived.isolation_draw_picks.recognition_place is 'Place of its score of recognition; null where the draw leaves the dimension out.';
comment on column derived.isolation_draw_picks.recognition_weight is 'Weight of recognition.';
comment on column derived.isolation_draw_picks.ties_place is 'Place of its score of ties; null where the draw leaves the dimension out.';
comment on column derived.isolation_draw_picks.ties_weight is 'Weight of ties.';
comment on column derived.isolation_draw_picks.alignment_place is 'Place of its score of alignment; null where the draw leaves the dimension out.';
comment on column derived.isolation_draw_picks.alignment_weight is 'Weight of alignment.';
comment on column derived.isolation_draw_picks.sanctions_place is 'Place of its score of sanctions; null where the draw leaves the dimension out.';
comment on column derived.isolation_draw_picks.sanctions_weight is 'Weight of sanctions.';
comment on column derived.isolation_draw_picks.exclusion_place is 'Place of its score of exclusion; null where the draw leaves the dimension out.';
comment on column derived.isolation_draw_picks.exclusion_weight is 'Weight of exclusion.';

create table derived.isolation_spells (
    dimension varchar not null,
    state varchar not null,
    partner varchar not null,
    weight double not null,
    starts_on date not null,
    ends_on date not null,
    firm boolean not null,
    record varchar not null
);
comment on table derived.isolation_spells is 'What others do to a state, as spells: made from recognitions, ties, sanctions and exclusions.';
comment on column derived.isolation_spells.dimension is
'recognised (by the partner), withheld (not recognised by it, or a rival government in its place), ties, sanctions, mandate (of the Security Council on all members) or exclusion.';
comment on column derived.isolation_spells.state is 'Series of the state it is done to.';
comment on column derived.isolation_spells.partner is 'Series of the state that does it, or the organisation.';
comment on column derived.isolation_spells.weight is 'Severity of a tie broken, 0 to 1; otherwise 1.';
comment on column derived.isolation_spells.starts_on is 'First day.';
comment on column derived.isolation_spells.ends_on is 'First day no longer so; the year 9999 where no end is known.';
comment on column derived.isolation_spells.firm is 'Whether it rests on more than evidence D.';
comment on column derived.isolation_spells.record is 'Key of the row that it was made from.';

create table derived.isolation_products (
    year integer not null,
    state varchar not null,
    gdp_usd double not null,
    primary key (year, state)
);
comment on table derived.isolation_products is 'Gross domestic product last known in a year, made from weights.';
comment on column derived.isolation_products.year is 'Calendar year.';
comment on column derived.isolation_products.state is 'State.';
comment on column derived.isolation_products.gdp_usd is 'Latest figure of the year or the five before it, current US dollars.';

create table derived.isolation_votes (
    session integer not null,
    state varchar not null,
    counts_from date not null,
    counts_to date not null,
    voted_to date not null,
    agree_pairwise double,
    agree_abstain double,
    kappa_pairwise double,
    kappa_abstain double,
    ideal_distance double,
    primary key (session, state)
);
comment on table derived.isolation_votes is 'Distance of a member from all others in a session, made from packed_votes and ideal_points.';
comment on column derived.isolation_votes.session is 'Regular session.';
comment on column derived.isolation_votes.state is 'Series of the member.';
comment on column derived.isolation_votes.counts_from is 'First day on which it is the last complete session.';
comment on column derived.isolation_votes.counts_to is 'First day on which the next one is.';
comment on column derived.isolation_votes.voted_to is 'Day of its last recorded vote.';
comment on column derived.isolation_votes.agree_pairwise is '1 - mean agreement with the others; absent left out. Null with fewer than 10 joint votes with half of them.';
comment on column derived.isolation_votes.agree_abstain is 'The same, absent read as abstaining.';
comment on column derived.isolation_votes.kappa_pairwise is '1 - mean kappa with the others; absent left out.';
comment on column derived.isolation_votes.kappa_abstain is 'The same, absent read as abstaining.';
comment on column derived.isolation_votes.ideal_distance is 'Mean distance of its ideal point from those of the others; absence is missing in the estimate.';
