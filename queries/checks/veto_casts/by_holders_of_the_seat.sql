/* ---
severity: fail
title: Each veto was cast by the state that held the seat on the day.
remedy: Correct cast_by or seat.
--- */
select c.draft_id, c.cast_by, c.seat, d.voted_on
from veto_casts as c
join council_drafts as d on d.draft_id = c.draft_id
where c.cast_by <> case c.seat
    when 'RUS' then case when d.voted_on < '1991-12-24' then 'SUN' else 'RUS' end
    when 'CHN' then case when d.voted_on < '1971-10-25' then 'TWN' else 'CHN' end
    else c.seat
end
order by c.draft_id
