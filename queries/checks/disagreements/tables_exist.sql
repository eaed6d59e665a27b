/* ---
severity: fail
title: Every disagreement concerns a table.
remedy: Correct table_name.
--- */
select disagreement_id, table_name
from disagreements
where table_name not in (select table_name from duckdb_tables())
order by disagreement_id
