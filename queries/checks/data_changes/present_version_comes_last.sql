/* ---
severity: fail
title: The data changelog ends with the present version of the data.
remedy: 'Run: python -m analytics data-changelog --reason "…"'
--- */
select b.data_version as present, (select max_by(version, number) from data_changes) as recorded_last
from build_info as b
where b.data_version is distinct from (select max_by(version, number) from data_changes)
