/* ---
id: bloc_series
title: How a member moved between blocs
question: With whom did this member vote as a bloc, session by session?
grain: [session]
params:
  state: {type: state, example: RUS, description: Member}
columns:
  session: {unit: session, description: Regular session}
  year: {unit: year, description: Year in which the session opened}
  members: {unit: members, description: Members of its bloc}
  stability: {unit: share 0 to 1, description: Mean share of its fellows that stay with it when the roll calls are drawn again}
  with_usa: {unit: boolean, description: Whether the United States was in the bloc}
  with_rus: {unit: boolean, description: 'Whether the Soviet Union or Russia was in it'}
  with_chn: {unit: boolean, description: 'Whether China was in it; null before 1971, when the Republic of China sat'}
  stayed_share: {unit: share 0 to 1, description: Share of its fellows that were its fellows in the session before}
  roll_calls: {unit: roll calls, description: Roll calls of the session that were not unanimous}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
caveats:
  - A bloc is what the votes of one session show, no organisation.
  - In the years of one-sided majorities the blocs of a session are few and wide.
method: Blocs as in blocs; fellows compared with those of the session before.
--- */
with own as (
    select *
    from ga_blocs
    where state = (select series from states where state = $state)
),

held as (
    select session, count(*) as roll_calls
    from derived.roll_call_places
    where not unanimous
    group by session
),

fellows as (
    select o.session, b.state
    from own as o
    join ga_blocs as b on b.session = o.session and b.bloc = o.bloc and b.state <> o.state
),

composed as (
    select
        f.session,
        count(*) as fellows,
        bool_or(f.state = 'USA') as usa,
        bool_or(f.state = 'RUS') as rus,
        bool_or(f.state = 'CHN') as chn,
        count(e.state) as kept
    from fellows as f
    left join own as before on before.session = f.session - 1
    left join fellows as e on e.session = before.session and e.state = f.state
    group by f.session
)

select
    o.session,
    o.session + 1945 as year,
    c.fellows + 1 as members,
    o.stability,
    c.usa or o.state = 'USA' as with_usa,
    c.rus or o.state = 'RUS' as with_rus,
    case when o.session >= 27 then c.chn or o.state = 'CHN' end as with_chn,
    case when lag(o.session) over (order by o.session) = o.session - 1 then c.kept / c.fellows end as stayed_share,
    coalesce(h.roll_calls, 0) as roll_calls,
    o.source_id as source,
    o.evidence
from own as o
join composed as c on c.session = o.session
left join held as h on h.session = o.session
order by o.session
