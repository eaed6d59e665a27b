/* ---
severity: fail
title: Every table of facts says what it covers.
remedy: Add a row to data/coverage.csv.
--- */
select table_name
from duckdb_tables()
where schema_name = 'main'
  and table_name not in (select table_name from coverage)
  and table_name not in (
      'build_info', 'coverage', 'corrections', 'data_changes', 'disagreements', 'dropped', 'sources', 'state_aliases',
      'isolation_cases', 'isolation_dimensions', 'isolation_draws', 'isolation_measures'
  )
order by table_name
