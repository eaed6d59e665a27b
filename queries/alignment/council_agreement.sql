/* ---
id: council_agreement
title: How alike members of the Security Council voted
question: How alike did members of the Security Council vote in a year, by each measure in use?
grain: [year, state_a, state_b]
params:
  from: {type: date, default: null, example: 2014-01-01, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2025-12-31, description: 'Last day, null for the last vote held'}
  state_a: {type: state, default: null, example: RUS, description: 'First member, null for all'}
  state_b: {type: state, default: null, example: CHN, description: 'Second member, null for all; with no first member a pair is there once'}
  unanimous: {type: choice, choices: [drop, keep], default: drop, example: drop, description: Leave out unanimous votes}
  absence: {type: choice, choices: [pairwise, abstain], default: pairwise, example: pairwise, description: What absence means}
columns:
  year: {unit: year, description: Year}
  state_a: {unit: code, description: 'First member; the Soviet Union stands under RUS'}
  state_b: {unit: code, description: Second member}
  roll_calls: {unit: votes, description: Joint votes n}
  same_share: {unit: share 0 to 1, description: Share of identical votes}
  agree: {unit: 0 to 1, description: 'Voeten: 1 - SAD / 2n'}
  s_abs: {unit: -1 to 1, description: S by absolute distance}
  s_sq: {unit: -1 to 1, description: S by squared distance}
  kappa: {unit: -1 to 1, description: 'Cohen, squared weights; 0 where the denominator is 0'}
  pi: {unit: -1 to 1, description: 'Scott; 0 where the denominator is 0'}
  few: {unit: boolean, description: Whether there are fewer than 10 joint votes}
caveats:
  - Only votes on adopted resolutions are held member by member; drafts that a veto defeated are not among them.
  - Most resolutions are adopted unanimously, so that few votes a year remain once these are left out.
  - Members at the time of the vote only.
method: Yes 1, abstain 2, no 3; measures as in dyads, from the votes of both members row by row.
--- */
with votes as (
    select
        d.draft_id,
        year(d.voted_on) as year,
        s.series as state,
        case v.vote when 'yes' then 1 when 'no' then 3 else 2 end as level
    from council_votes as v
    join council_drafts as d on d.draft_id = v.draft_id
    join states as s on s.state = v.member
    where d.voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
      and (v.vote <> 'absent' or $absence = 'abstain')
      and ($unanimous = 'keep' or (d.yes > 0)::integer + (d.abstain > 0)::integer + (d.no > 0)::integer > 1)
),

sums as (
    select
        a.year,
        a.state as state_a,
        b.state as state_b,
        count(*) as n,
        count(*) filter (a.level = b.level) as same,
        sum(abs(a.level - b.level)) as sad,
        sum((a.level - b.level) * (a.level - b.level)) as ssd,
        sum(a.level) as s1,
        sum(b.level) as s2,
        sum(a.level * a.level) as q1,
        sum(b.level * b.level) as q2
    from votes as a
    join votes as b on b.draft_id = a.draft_id and b.state <> a.state
    where ($state_a::varchar is not null or a.state < b.state)
      and ($state_a::varchar is null or a.state = (select series from states where state = $state_a))
      and ($state_b::varchar is null or b.state = (select series from states where state = $state_b))
    group by a.year, a.state, b.state
)

select
    year,
    state_a,
    state_b,
    n as roll_calls,
    same / n as same_share,
    1 - sad / (2 * n) as agree,
    s_abs_of(sad, n, 2) as s_abs,
    s_sq_of(ssd, n, 2) as s_sq,
    kappa_of(ssd, n, s1, s2, q1, q2) as kappa,
    pi_of(ssd, n, s1, s2, q1, q2) as pi,
    n < 10 as few
from sums
order by year, state_a, state_b
