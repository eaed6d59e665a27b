"""Whom a briefing is about: a state, a contested entity, or two of them."""

from dataclasses import dataclass
from datetime import date

from analytics.catalog.names import entity_names, state_names
from analytics.catalog.parameters import find_state, match_code
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.words import first, named
from analytics.database.open import open_database
from analytics.errors import CordonError

SHOWN = 60


@dataclass(frozen=True)
class Subject:
    """A state or contested entity on a day; `other` is the one it is compared with.

    `code` is that of its series, under which a state stands with those it continues.
    `name` stands alone, `called` inside a sentence, `begins` at its start.
    """

    code: str
    on: date
    other: "Subject | None" = None

    @property
    def is_state(self) -> bool:
        """Whether it is held among the states."""
        return self.code in state_names()

    @property
    def is_contested(self) -> bool:
        """Whether it is held among the contested entities."""
        return self.code in entity_names()

    @property
    def name(self) -> str:
        """Its name on the day."""
        return state_names().get(of_the_day(self.code, self.on)) or entity_names()[self.code]

    @property
    def called(self) -> str:
        """Its name with an article, where English gives it one."""
        return named(self.name)

    @property
    def begins(self) -> str:
        """Its name at the beginning of a sentence."""
        return first(self.called)

    @property
    def both(self) -> "tuple[Subject, ...]":
        """Itself and the one it is compared with."""
        return (self, self.other) if self.other else (self,)


def find_subject(given: str, on: date) -> Subject:
    """Return whom a code, name or alias means; raises CordonError with the nearest for one that is not known."""
    return Subject(series_of(find_state(given.strip(), open_database()) or find_entity(given.strip())), on)


def find_entity(given: str) -> str:
    """Return the code of a contested entity, by code or name; raises CordonError with the nearest."""
    code, hint = match_code(given, state_names() | entity_names())
    if code is None:
        raise CordonError(f"unknown state or contested entity {given[:SHOWN]!r}.{hint}")
    return code
