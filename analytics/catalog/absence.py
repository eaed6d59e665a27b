"""Whether the states asked about were there on the day asked about."""

from datetime import date

from analytics.catalog.run import Result
from analytics.database.open import open_database

FOUND = """
select
    s.name,
    s.code_since,
    s.code_until,
    exists (
        from un_memberships as m
        where m.state = s.state and m.joined_on <= $day and coalesce(m.left_on > $day, true)
    ) as member
from states as s
where s.state = $state and s.kind in ('un_member', 'former_state')
"""


def tell_absent(result: Result) -> list[str]:
    """Return a sentence for each state asked about that had not begun or had ended on the day asked.

    Where the question reads memberships, for one that was no member of the United Nations as well.
    """
    day = result.parameters.get("on") or result.parameters.get("to")
    if not isinstance(day, date):
        return []
    asked = [
        str(result.parameters[name])
        for name, item in result.query.params.items()
        if item.type == "state" and result.parameters.get(name)
    ]
    of_members = "un_memberships" in result.lineage
    return [told for state in asked if (told := tell_state(state, day, of_members=of_members))]


def tell_state(state: str, day: date, *, of_members: bool) -> str:
    """Return why a state may have nothing on a day; nothing where it was a member, or is no member at all."""
    found = open_database().execute(FOUND, {"state": state, "day": day}).fetchone()
    if found is None:
        return ""
    name, since, until, member = found
    if since and day < since:
        return f"{name} ({state}) is in the tables from {since:%-d %B %Y}."
    if until and day > until:
        return f"{name} ({state}) is in the tables until {until:%-d %B %Y}."
    return "" if member or not of_members else f"{name} was not a member of the United Nations on {day:%-d %B %Y}."


def find_untimely(state: str, day: date) -> str:
    """Return the words for a state that had not begun or had ended on a day: not yet, no longer; else nothing."""
    found = open_database().execute(FOUND, {"state": state, "day": day}).fetchone()
    since, until = found[1:3] if found else (None, None)
    if since and day < since:
        return "not yet"
    return "no longer" if until and day > until else ""
