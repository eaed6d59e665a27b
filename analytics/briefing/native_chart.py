"""A chart that PowerPoint draws itself: categories, series and what stands beneath."""

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Kind = Literal["bar", "column", "line", "area"]
Category = str | date
HEX = re.compile(r"#[0-9a-fA-F]{6}")
# Parts of a subtitle that explain marks which a native chart does not have.
MARKS = re.compile(r"(bands?|dotted|upright|hollow|open|red|lines leave out|days in|days as)\b", re.IGNORECASE)

BANDS = re.compile(r"\bBands: ([^;.]+)")


@dataclass(frozen=True)
class Series:
    """One series: a value or none for each category; `colours` differ by point where they carry meaning.

    An `edge` is that of a band around another series: a thin line, not named in the legend.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    colours: tuple[str, ...] = ()
    edge: bool = False


@dataclass(frozen=True)
class NativeChart:
    """A chart of categories; `reverse` puts the first category of bars on top."""

    kind: Kind
    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    caption: str
    stacked: bool = False
    reverse: bool = False
    top: float | None = None
    percent: bool = False


def plain_caption(subtitle: str) -> str:
    """Return a subtitle without what it says of marks that a native chart lacks."""
    sentences = [
        "; ".join(clause for clause in sentence.split("; ") if not MARKS.match(clause))
        for sentence in subtitle.split(". ")
    ]
    return (
        ". ".join(sentence for sentence in sentences if sentence).replace("hatched", "pale").replace("Hatched", "Pale")
    )


def say_bands(subtitle: str) -> str:
    """Return what a subtitle says of bands, as it is true of the thin lines along their edges; empty where nothing."""
    told = BANDS.search(subtitle)
    return f". Thin lines: {told[1]}" if told else ""


def number(value: Any) -> float | None:
    """Return a value, or none where there is none."""
    return float(value) if known(value) else None


def known(value: Any) -> bool:
    """Return whether there is a value."""
    return value is not None and not math.isnan(float(value))


def hex_of(colour: Any, otherwise: str) -> str:
    """Return a colour as six digits; another where it is written in some other way."""
    return colour if isinstance(colour, str) and HEX.fullmatch(colour) else otherwise
