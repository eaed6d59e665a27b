/* ---
severity: fail
title: Titles carry no library phrase at their end.
remedy: Extend TITLE_TAIL in analytics/sources/general_assembly.py.
--- */
select roll_call_id, resolution, title
from roll_calls
where title = '' or title <> trim(title) or regexp_matches(title, '(?i)(resol\w*|decision) */|: *(resolution|decision)$')
order by roll_call_id
