/* ---
severity: fail
title: Every row describes a table.
remedy: Correct table_name.
--- */
select table_name, part
from coverage
where table_name not in (select table_name from duckdb_tables())
order by table_name
