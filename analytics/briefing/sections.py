"""The sections a briefing may have: each says when it does not apply, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.briefing.chapters.council import lacks_council, tell_council
from analytics.briefing.chapters.events import lacks_events, tell_events
from analytics.briefing.chapters.exclusions import lacks_exclusions, tell_exclusions
from analytics.briefing.chapters.missiles import lacks_missiles, tell_missiles
from analytics.briefing.chapters.recognition import lacks_recognition, tell_recognition
from analytics.briefing.chapters.sanctions import lacks_sanctions, tell_sanctions
from analytics.briefing.chapters.standing import lacks_standing, tell_standing
from analytics.briefing.chapters.ties import lacks_ties, tell_ties
from analytics.briefing.chapters.votes import lacks_votes, tell_votes
from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.errors import CordonError, nearest


@dataclass(frozen=True)
class Section:
    """A section: `compose` makes its parts; `lacks` says why there are none for a subject, empty where there are.

    `usual` sections are in a briefing for which none are chosen.
    """

    id: str
    title: str
    about: str
    compose: Callable[[Subject, Notebook], list[Part]]
    lacks: Callable[[Subject, Notebook], str]
    usual: bool = True


SECTIONS = (
    Section(
        "standing", "How isolated", "The isolation index, its rank and what makes it.", tell_standing, lacks_standing
    ),
    Section(
        "recognition",
        "Recognition",
        "Who recognises a contested entity, and what a state recognises.",
        tell_recognition,
        lacks_recognition,
    ),
    Section("ties", "Severed ties", "Relations severed, suspended or lowered.", tell_ties, lacks_ties),
    Section("sanctions", "Sanctions", "Who has measures in force against it.", tell_sanctions, lacks_sanctions),
    Section("exclusions", "Exclusions", "The bodies that shut it out.", tell_exclusions, lacks_exclusions),
    Section("votes", "Votes", "How alike members vote in the General Assembly.", tell_votes, lacks_votes),
    Section(
        "council", "Security Council", "Vetoes cast, and vetoes on texts that name it.", tell_council, lacks_council
    ),
    Section("missiles", "Missiles", "Launches up to the day, year by year.", tell_missiles, lacks_missiles),
    Section("events", "Events", "What happened to it and what it did.", tell_events, lacks_events, usual=False),
)
USUAL = tuple(section for section in SECTIONS if section.usual)


def find_sections(ids: Sequence[str] | None) -> tuple[Section, ...]:
    """Return sections in the order named, the usual ones where none are.

    Raises CordonError with the nearest id for one that is not known.
    """
    known = {section.id: section for section in SECTIONS}
    for given in ids or ():
        if given not in known:
            raise CordonError(f"There is no section {given[:60]!r}. {nearest(given, known)}")
    return tuple(known[name] for name in dict.fromkeys(ids)) if ids else USUAL
