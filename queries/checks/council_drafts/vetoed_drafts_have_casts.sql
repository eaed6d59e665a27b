/* ---
severity: fail
title: A draft has casts if and only if it was vetoed.
remedy: Add the cast to data/veto_casts.csv or correct outcome.
--- */
select d.draft_id, d.outcome, count(c.cast_by) as casts
from council_drafts as d
left join veto_casts as c on c.draft_id = d.draft_id
group by d.draft_id, d.outcome
having (d.outcome = 'vetoed') <> (count(c.cast_by) > 0)
order by d.draft_id
