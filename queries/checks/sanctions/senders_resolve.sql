/* ---
severity: fail
title: Every sender is a state or an organisation.
remedy: Add it to data/states.csv or data/organisations.csv.
--- */
select sanction_id, sender, sender_kind
from sanctions
where (sender_kind = 'state' and sender not in (select state from states))
   or (sender_kind = 'organisation' and sender not in (select organisation from organisations))
order by sanction_id
