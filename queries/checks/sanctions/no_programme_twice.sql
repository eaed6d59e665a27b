/* ---
severity: fail
title: No programme of a sender against a target stands twice.
remedy: Remove one of the rows.
--- */
select sender, target, programme, started_on, count(*) as rows
from sanctions
group by sender, target, programme, started_on
having count(*) > 1
order by sender, target
