-- Isolation: dimensions and measures as data, and the choices over which the index is uncertain.


create table isolation_dimensions (
    dimension varchar primary key,
    position integer not null unique,
    name varchar not null,
    told varchar not null,
    weight double not null check (weight >= 0),
    direction varchar not null check (direction in ('higher_is_more_isolated')),
    table_name varchar not null
);
comment on table isolation_dimensions is 'Dimensions of the isolation index; one row each.';
comment on column isolation_dimensions.dimension is 'Key.';
comment on column isolation_dimensions.position is 'Order in which they are shown.';
comment on column isolation_dimensions.name is 'Name shown.';
comment on column isolation_dimensions.told is 'What it measures, in a sentence.';
comment on column isolation_dimensions.weight is 'Weight in the index, relative to the others.';
comment on column isolation_dimensions.direction is 'Which way the measure runs.';
comment on column isolation_dimensions.table_name is 'Table whose window of coverage bounds it.';

create table isolation_measures (
    measure varchar primary key,
    dimension varchar not null references isolation_dimensions (dimension),
    base boolean not null,
    unit varchar not null,
    told varchar not null,
    lower double not null,
    upper double not null,
    goalposts varchar not null check (goalposts in ('natural', 'base_period', 'base_period_of_any')),
    base_from date,
    base_to date,
    smallest double not null,
    largest double not null,
    check (lower < upper),
    check (smallest < largest),
    check ((goalposts = 'natural') = (base_from is null)),
    check ((base_from is null) = (base_to is null))
);
comment on table isolation_measures is 'Ways to measure each dimension, with goalposts: the one in the index, and those the uncertainty draws among.';
comment on column isolation_measures.measure is 'Key, a column of isolation_raw.';
comment on column isolation_measures.dimension is 'Dimension measured.';
comment on column isolation_measures.base is 'Whether the index itself uses it; one per dimension.';
comment on column isolation_measures.unit is 'Unit of the raw value.';
comment on column isolation_measures.told is 'What is counted.';
comment on column isolation_measures.lower is 'Raw value that scores 0.';
comment on column isolation_measures.upper is 'Raw value that scores 100.';
comment on column isolation_measures.goalposts is
'natural: 0 and 1 have a meaning; base_period: 5th and 95th percentile of the members over the base period; base_period_of_any: 0, and the 95th percentile of those with any, for measures that are 0 for most.';
comment on column isolation_measures.base_from is 'First day of the base period: the last days of each year in it are taken.';
comment on column isolation_measures.base_to is 'Last day of the base period.';
comment on column isolation_measures.smallest is 'Raw value that scores 0 where the uncertainty draws the extremes of the base period.';
comment on column isolation_measures.largest is 'Raw value that scores 100 where it draws the extremes.';

create table isolation_draws (
    draw integer primary key,
    recognition double not null check (recognition > 0),
    ties double not null check (ties > 0),
    alignment double not null check (alignment > 0),
    sanctions double not null check (sanctions > 0),
    exclusion double not null check (exclusion > 0),
    scaling varchar not null check (scaling in ('goalposts', 'extremes', 'ranks')),
    geometric boolean not null,
    votes varchar not null check (votes in ('agree', 'kappa', 'ideal_points')),
    absence varchar not null check (absence in ('pairwise', 'abstain')),
    senders varchar not null check (senders in ('gdp', 'count')),
    mandates boolean not null,
    unchecked boolean not null,
    left_out varchar references isolation_dimensions (dimension)
);
comment on table isolation_draws is 'The choices of each draw over which the isolation index is uncertain; made by analytics.measures.isolation_draws from a fixed seed.';
comment on column isolation_draws.draw is 'Number of the draw.';
comment on column isolation_draws.recognition is 'Factor on the weight of recognition.';
comment on column isolation_draws.ties is 'Factor on the weight of ties.';
comment on column isolation_draws.alignment is 'Factor on the weight of alignment.';
comment on column isolation_draws.sanctions is 'Factor on the weight of sanctions.';
comment on column isolation_draws.exclusion is 'Factor on the weight of exclusion.';
comment on column isolation_draws.scaling is 'Scores by goalposts, by the extremes of the base period, or by percentile rank among members on the day.';
comment on column isolation_draws.geometric is 'Whether dimensions are averaged geometrically.';
comment on column isolation_draws.votes is 'Measure of voting.';
comment on column isolation_draws.absence is 'What absence from a vote means.';
comment on column isolation_draws.senders is 'Senders of sanctions by product or by number.';
comment on column isolation_draws.mandates is 'Whether mandates of the Security Council count.';
comment on column isolation_draws.unchecked is 'Whether rows of evidence D count, of ties, sanctions and exclusions.';
comment on column isolation_draws.left_out is 'Dimension left out; null for none.';

create table isolation_cases (
    case_id varchar primary key,
    state varchar not null references states (state),
    expected varchar not null check (expected in ('rises', 'falls')),
    before_on date not null,
    after_on date not null,
    told varchar not null,
    document varchar not null,
    explained varchar,
    check (before_on < after_on)
);
comment on table isolation_cases is 'Cases in which history says that isolation rose or fell, against which the index is held.';
comment on column isolation_cases.case_id is 'Key.';
comment on column isolation_cases.state is 'State.';
comment on column isolation_cases.expected is 'What isolation did: rises or falls.';
comment on column isolation_cases.before_on is 'Day before.';
comment on column isolation_cases.after_on is 'Day after.';
comment on column isolation_cases.told is 'What happened, in a few words.';
comment on column isolation_cases.document is 'Documents of what happened.';
comment on column isolation_cases.explained is 'Why the index does not follow, where it does not.';
