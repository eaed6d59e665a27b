"""Values and paths as SQL writes them."""

from pathlib import Path


def quoted(text: str | Path) -> str:
    """Return a text or a path in quotes."""
    return "'" + str(text).replace("'", "''") + "'"


def literal(value: object) -> str:
    """Return a value of any kind: nothing and truth as words, numbers as they are, all else in quotes."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    return str(value) if isinstance(value, int | float) else quoted(str(value))
