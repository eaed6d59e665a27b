"""The one error that is meant for the person, not for the log, and its hint to what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches

SHOWN_LETTERS = 60


class CordonError(Exception):
    """A fault the person can mend; its text says what is wrong, where, and how to mend it."""


class OutageError(CordonError):
    """A fault of the service, not of what was asked: the same question may be answered later, or by other means."""


def nearest(given: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return the known names most like a text, as a sentence; where none is alike, `otherwise` or all of them."""
    names = list(known)
    near = get_close_matches(given[:SHOWN_LETTERS], names, n=3)
    return f"Nearest: {', '.join(near)}." if near else otherwise or f"Known: {', '.join(names)}."
