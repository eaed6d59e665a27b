"""Whether the states asked about were there on the day asked about."""

from datetime import date

from analytics.catalog.run import Result
from analytics.database.open import open_database

FOUND = """
select
    s.name,
    case when $day < s.code_since then 'not yet' when $day > s.code_until then 'no longer' else '' end as untimely,
    if($day < s.code_since, s.code_since, s.code_until) as bound,
    exists (
        from un_memberships as m
        where m.state = s.state and m.joined_on <= $day and coalesce(m.left_on > $day, true)
    ) as member
from states as s
where s.state = $state and s.kind in ('un_member', 'former_state')
"""
# What a state that is not yet or no longer there is in the tables from or until.
TURNS = {"not yet": "from", "no longer": "until"}


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
    found = find_state(state, day)
    if found is None:
        return ""
    name, untimely, bound, member = found
    if untimely:
        return f"{name} ({state}) is in the tables {TURNS[untimely]} {bound:%-d %B %Y}."
    return "" if member or not of_members else f"{name} was not a member of the United Nations on {day:%-d %B %Y}."


def find_untimely(state: str, day: date) -> str:
    """Return the words for a state that had not begun or had ended on a day: not yet, no longer; else nothing."""
    found = find_state(state, day)
    return found[1] if found else ""


def find_state(state: str, day: date) -> tuple[str, str, date | None, bool] | None:
    """Return how a state stood on a day: name, whether it was not yet or no longer there and the bound, membership."""
    return open_database().execute(FOUND, {"state": state, "day": day}).fetchone()
