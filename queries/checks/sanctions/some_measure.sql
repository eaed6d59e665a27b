/* ---
severity: warn
title: Every programme holds at least one kind of measure.
remedy: Set the kinds of measures the programme held.
--- */
select sanction_id, programme
from sanctions
where not (arms or trade or financial or travel or sectoral or aid or other)
order by sanction_id
