/* ---
severity: fail
title: Every state of kind un_member or former_state has a spell of membership.
remedy: Add the spell to data/un_memberships.csv, or correct kind.
--- */
select state, kind
from states
where kind in ('un_member', 'former_state') and state not in (select state from un_memberships)
order by state
