insert into derived.isolation_votes
with pairs as (
    select session, state_a, state_b, roll_calls, agree, kappa, 'pairwise' as absence
    from dyads(null, null, 'drop', 'pairwise', 'all', null, null)
    where session >= 44
    union all
    select session, state_a, state_b, roll_calls, agree, kappa, 'abstain' as absence
    from dyads(null, null, 'drop', 'abstain', 'all', null, null)
    where session >= 44
),

both_ways as (
    select session, absence, state_a as state, roll_calls, agree, kappa from pairs
    union all
    select session, absence, state_b as state, roll_calls, agree, kappa from pairs
),

means as (
    select
        session,
        state,
        count(*) filter (absence = 'pairwise' and roll_calls >= 10) as compared,
        1 - avg(agree) filter (absence = 'pairwise' and roll_calls >= 10) as agree_pairwise,
        1 - avg(agree) filter (absence = 'abstain') as agree_abstain,
        1 - avg(kappa) filter (absence = 'pairwise' and roll_calls >= 10) as kappa_pairwise,
        1 - avg(kappa) filter (absence = 'abstain') as kappa_abstain
    from both_ways
    group by session, state
),

distances as (
    select a.session, a.state, avg(abs(a.ideal_point - b.ideal_point)) as ideal_distance
    from ideal_points as a
    join ideal_points as b on b.session = a.session and b.state <> a.state
    where a.session >= 44
    group by a.session, a.state
),

enough as (
    select *, 2 * compared >= max(compared) over (partition by session) as fit
    from means
),

openings as (
    select
        session,
        lead(opened_on) over (order by session) as counts_from,
        coalesce(lead(opened_on, 2) over (order by session), lead(opened_on) over (order by session) + 365) as counts_to
    from ga_sessions
),

votes as (
    select session, max(voted_on) as voted_to
    from derived.roll_call_places
    group by session
)

select
    m.session,
    m.state,
    o.counts_from,
    o.counts_to,
    v.voted_to,
    case when m.fit then m.agree_pairwise end as agree_pairwise,
    case when m.fit then m.agree_abstain end as agree_abstain,
    case when m.fit then m.kappa_pairwise end as kappa_pairwise,
    case when m.fit then m.kappa_abstain end as kappa_abstain,
    case when m.fit then d.ideal_distance end as ideal_distance
from enough as m
left join distances as d on d.session = m.session and d.state = m.state
join openings as o on o.session = m.session
join votes as v on v.session = m.session
where o.counts_from is not null
order by m.session, m.state
