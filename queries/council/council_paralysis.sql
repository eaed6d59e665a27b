/* ---
id: council_paralysis
title: Drafts adopted and vetoed per year
question: How many drafts did the Security Council adopt in each year, and how many did a veto defeat?
grain: [year]
params:
  from: {type: date, example: 2000-01-01, description: First day of the span}
  to: {type: date, example: 2025-12-31, description: Last day of the span}
columns:
  year: {unit: year, description: Calendar year}
  adopted: {unit: drafts, description: Resolutions adopted}
  unanimous: {unit: drafts, description: Those with every member in favour}
  vetoed: {unit: drafts, description: Drafts that a veto defeated}
  failed_otherwise: {unit: drafts, description: 'Drafts that failed for lack of votes: not compiled, so unknown'}
  veto_share: {unit: share 0 to 1, description: Vetoed drafts as a share of those adopted or vetoed}
  complete: {unit: boolean, description: Whether the span and the data cover the whole year}
caveats:
  - Drafts that failed for lack of votes are not compiled; they are unknown, not zero.
  - Drafts withdrawn or never put to the vote because a veto was certain leave no trace here.
  - Adoption says nothing of substance; many resolutions renew a mandate.
method: Drafts by outcome and calendar year. Unanimous means no vote against, no abstention and nobody absent.
--- */
with covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'council_drafts'
),

years as (
    select
        y.year::integer as year,
        make_date(y.year, 1, 1) >= $from::date
            and make_date(y.year, 12, 31) <= least($to::date, covered.last_day) as complete
    from covered, generate_series(year($from::date), year(least($to::date, covered.last_day))) as y (year)
)

select
    y.year,
    count(d.draft_id) filter (d.outcome = 'adopted') as adopted,
    count(d.draft_id) filter (
        d.outcome = 'adopted' and d.no = 0 and d.abstain = 0 and coalesce(d.absent, 0) = 0
    ) as unanimous,
    count(d.draft_id) filter (d.outcome = 'vetoed') as vetoed,
    nullif(count(d.draft_id) filter (d.outcome = 'failed'), 0) as failed_otherwise,
    count(d.draft_id) filter (d.outcome = 'vetoed')
        / nullif(count(d.draft_id) filter (d.outcome in ('adopted', 'vetoed')), 0) as veto_share,
    y.complete
from years as y
left join council_drafts as d
    on year(d.voted_on) = y.year and d.voted_on between $from::date and $to::date
group by y.year, y.complete
order by y.year
