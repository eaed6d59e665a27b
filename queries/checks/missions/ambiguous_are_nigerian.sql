/* ---
severity: fail
title: Only missions sent by Nigeria are ambiguous, and no other grade C
remedy: See how analytics/sources/missions.py reads the flag.
--- */
select sender, host, year, evidence
from missions
where (ambiguous and sender <> 'NGA')
   or ambiguous <> (evidence = 'C')
order by sender, host, year
