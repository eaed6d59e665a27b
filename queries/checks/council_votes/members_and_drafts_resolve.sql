/* ---
severity: fail
title: Every vote belongs to a draft, a state and a source.
remedy: Run the preparation of the Council again, or add the code to data/states.csv.
--- */
select draft_id, member, source_id
from council_votes
where draft_id not in (select draft_id from council_drafts)
   or member not in (select state from states)
   or source_id not in (select source_id from sources)
order by draft_id, member
