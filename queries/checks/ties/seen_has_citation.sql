/* ---
severity: fail
title: A row above grade D names its document
remedy: Name the document in citation, or grade the row D.
--- */
select tie_id, evidence
from ties
where evidence <> 'D' and citation is null
order by tie_id
