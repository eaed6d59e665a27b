"""What stands around a chart in a picture: title and subtitle above it, where it comes from below it.

The texts are set apart from the chart, so that they never meet its labels: Plotly would place the
footer at the left end of the axis, over its title, and off the edge beside long labels.
"""

from dataclasses import asdict, dataclass
from textwrap import wrap
from typing import Any

from analytics.charts.style import INK, SLATE

# Pixels: the width of a picture, and what is left free at its edges.
WIDTH = 1100
EDGE = 16
# The mean width of a letter as a share of the font's size, and of the bold one's.
LETTER, BOLD_LETTER = 0.52, 0.56


@dataclass(frozen=True)
class Face:
    """How a kind of text is set: size and line height in pixels, weight, colour, mean width of a letter."""

    size: int
    leading: int
    weight: int
    colour: str
    letter: float = LETTER


TITLE = Face(21, 26, 700, INK, BOLD_LETTER)
SUBTITLE = Face(14, 19, 400, INK)
FOOTER = Face(11, 15, 400, SLATE)
# From title to subtitle; from subtitle to chart, and from chart to footer.
STEP, GAP = 4, 10


@dataclass(frozen=True)
class Line:
    """A line of text; `y` is the base of its letters, in pixels from the top."""

    text: str
    y: int
    size: int
    weight: int
    colour: str


@dataclass(frozen=True)
class Frame:
    """The texts around a chart, broken into lines."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    footer: tuple[str, ...]

    @property
    def above(self) -> int:
        """The room above the chart, in pixels."""
        return EDGE + len(self.title) * TITLE.leading + STEP + len(self.subtitle) * SUBTITLE.leading + GAP

    @property
    def below(self) -> int:
        """The room below the chart, in pixels."""
        return GAP + len(self.footer) * FOOTER.leading + EDGE

    @property
    def room(self) -> int:
        """The height that the texts take, in pixels."""
        return self.above + self.below

    def place(self, height: int, *, alt: str) -> dict[str, Any]:
        """Return the frame of a picture of a height, as render.js draws it."""
        under = EDGE + len(self.title) * TITLE.leading + STEP
        lines = [
            *set_lines(self.title, TITLE, EDGE),
            *set_lines(self.subtitle, SUBTITLE, under),
            *set_lines(self.footer, FOOTER, height - self.below + GAP),
        ]
        named = {"title": " ".join(self.title), "alt": alt, "left": EDGE}
        return named | {"above": self.above, "below": self.below, "lines": [asdict(line) for line in lines]}


def make_frame(*, title: str, subtitle: str, footer: str, width: int) -> Frame:
    """Return the frame of a picture of a width in pixels."""
    return Frame(*(fold(*pair, width) for pair in ((title, TITLE), (subtitle, SUBTITLE), (footer, FOOTER))))


def set_lines(texts: tuple[str, ...], face: Face, top: int) -> list[Line]:
    """Return lines set one below the other, from a top edge."""
    return [
        Line(text, top + number * face.leading + face.size, face.size, face.weight, face.colour)
        for number, text in enumerate(texts)
    ]


def fold(text: str, face: Face, width: int) -> tuple[str, ...]:
    """Return a text broken into lines that fit a width in pixels."""
    return tuple(wrap(text, width=int((width - 2 * EDGE) / (face.size * face.letter))))
