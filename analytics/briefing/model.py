"""What a briefing holds, whatever file is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analytics.charts.chart import Drawing

# The chapter of the charts that a reader chose.
CHARTS = "charts"


@dataclass(frozen=True)
class Source:
    """One numbered source; `as_of` is the last day that the data resting on it reach.

    `rows` is the address of the rows resting on it, where it has none of its own.
    """

    number: int
    title: str
    publisher: str
    url: str
    terms: str
    as_of: date | None
    rows: str = ""

    @property
    def leads_to(self) -> str:
        """Where its title leads: to itself, or to the rows that name its documents."""
        return self.url or self.rows


@dataclass(frozen=True)
class Claim:
    """A sentence computed from rows, and the numbers of the sources behind them."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Method:
    """How one query found its numbers: what it asks, with which values, how, and what to beware of.

    `asked` holds the values as the query takes them, `subject` in words those that differ from the usual.
    """

    query_id: str
    question: str
    method: str
    caveats: tuple[str, ...]
    asked: str
    evidence: str
    as_of: date | None
    subject: str = ""


@dataclass(frozen=True)
class Listing:
    """Rows written for people; `total` counts all there are, shown or not."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True)
class Part:
    """One finding: a headline, what supports it, and a chart or rows, or both.

    `brief` is what no reader may miss of the claims, put shortly: it stays where a briefing is cut short.
    `past_end` says that the headline tells no more than until when the record runs.
    `notes` say how to read it: rules of counting, which rest on no source.
    `link` is the address of the live view.
    """

    headline: Claim
    claims: tuple[Claim, ...] = ()
    brief: tuple[Claim, ...] = ()
    past_end: bool = False
    chart_id: str | None = None
    given: Mapping[str, object] = field(default_factory=dict)
    drawing: Drawing | None = None
    listing: Listing | None = None
    notes: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Chapter:
    """The parts of one section."""

    id: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Fault:
    """Something that could not be made, and why; a sentence each."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


@dataclass(frozen=True)
class Briefing:
    """A briefing composed: what is said, from which sources, what does not apply and what failed.

    `left_out` holds pairs of a section's title and why it does not apply; `made_on` is the day of composing.
    `short` says that it was cut to fit one slide or one page.
    """

    title: str
    on: date
    made_on: date
    version: str
    checked: bool
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    short: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, in order."""
        return tuple(part for chapter in self.chapters for part in chapter.parts)
