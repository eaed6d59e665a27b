"""What a row of a table is about, in words, so that a reader need not know its key."""

# One row per row of the tables that corrections and disagreements speak of.
SUBJECTS = """
select
    'council_drafts' as table_name,
    draft_id::varchar as row_key,
    coalesce(resolution, draft, concat('Draft of ', voted_on)) as subject
from council_drafts
union all
select 'council_votes', concat(v.draft_id, ' ', v.member), concat(coalesce(d.resolution, d.draft), ', ', s.name)
from council_votes as v
join council_drafts as d on d.draft_id = v.draft_id
join states as s on s.state = v.member
union all
select 'roll_calls', roll_call_id::varchar, resolution
from roll_calls
union all
select 'missile_launches', m.launch_id, concat_ws(', ', s.name, m.missile, m.launch_day)
from missile_launches as m
join states as s on s.state = m.state
union all
select 'nuclear_tests', n.explosion_id, concat_ws(', ', s.name, n.date_utc)
from nuclear_tests as n
join states as s on s.state = n.state
union all
select 'recognitions', r.recognition_id, concat(s.name, ' on ', e.name)
from recognitions as r
join states as s on s.state = r.recogniser
join entities as e on e.entity = r.entity
union all
select 'ties', t.tie_id, concat(i.name, ' towards ', x.name)
from ties as t
join states as i on i.state = t.initiator
join states as x on x.state = t.target
union all
select 'sanctions', x.sanction_id, concat(coalesce(i.name, o.name, x.sender), ' against ', t.name)
from sanctions as x
join states as t on t.state = x.target
left join states as i on i.state = x.sender and x.sender_kind = 'state'
left join organisations as o on o.organisation = x.sender and x.sender_kind = 'organisation'
union all
select 'exclusions', x.exclusion_id, concat(s.name, ', ', o.name)
from exclusions as x
join states as s on s.state = x.state
join organisations as o on o.organisation = x.organisation
"""

# Where a row is no row of a table but a count, its key begins with the code of a state or entity.
NAMES = """
select state as code, name
from states
union all
select entity, name
from entities
where entity not in (select state from states)
"""


def select_with_subject(table: str, columns: str, order: str) -> str:
    """Return the statement that reads a table which names rows of others, `subject` first: what each is about."""
    return f"""
        with subjects as ({SUBJECTS}), names as ({NAMES})
        select coalesce(b.subject, n.name || substr(row_key, 4), row_key) as subject, {columns}
        from {table} as a
        left join subjects as b using (table_name, row_key)
        left join names as n on n.code = left(row_key, 3) and substr(row_key, 4, 1) in ('', ' ')
        order by table_name, subject, {order}
    """
