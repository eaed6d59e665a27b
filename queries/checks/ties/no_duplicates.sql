/* ---
severity: fail
title: One row per initiator, target, day and kind
remedy: Remove the duplicate from data/ties.csv.
--- */
select initiator, target, event_date, kind, count(*) as times
from ties
group by all
having count(*) > 1
order by initiator, target, event_date
