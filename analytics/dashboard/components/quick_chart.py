"""The quick chart of the workbench: kind, columns and colour in the link, a title from what is drawn."""

import pyarrow as pa
import streamlit as st

from analytics.catalog.examples import load_examples
from analytics.catalog.own import OwnAnswer
from analytics.charts.chart import Drawing
from analytics.charts.quick import KINDS, MOST_MARKS, Kind, chart_columns, plot_quick, suggest
from analytics.charts.style import finished_figure
from analytics.dashboard.components.downloads import show_downloads
from analytics.dashboard.components.figure import FILES, SHARE, toolbar
from analytics.dashboard.components.filters import choose_code, choose_option
from analytics.dashboard.components.headings import show_heading
from analytics.dashboard.components.kept import PlainFigure
from analytics.dashboard.components.share import show_share

NOTHING = "-"
LABEL_LENGTH = 40
AXES, BARS = ("Horizontal axis", "Vertical axis"), ("One bar per", "Length of bars")


def show_quick_chart(answer: OwnAnswer) -> None:
    """Let the reader choose how rows are drawn, and draw them; say so where nothing can be measured."""
    table = answer.result.table
    begin = suggest(table) | kept_chart(answer.result.query.sql)
    if not begin or not table.num_rows:
        st.caption("No chart: the rows have no number to draw.")
        return
    drawing = draw(answer, *choose_columns(table, begin))
    show_heading(drawing.title)
    st.caption(drawing.subtitle)
    shown = PlainFigure(finished_figure(drawing.figure))
    st.plotly_chart(shown, theme="streamlit", key="workbench-chart", alt=drawing.alt, config=toolbar())
    show_passing_on(drawing)


def kept_chart(sql: str) -> dict[str, str]:
    """Return how the rows of an example are best drawn, where a statement is one."""
    return next((dict(example.chart) for example in load_examples().values() if example.sql == sql), {})


def choose_columns(table: pa.Table, begin: dict[str, str]) -> tuple[Kind, str, str | None, str | None]:
    """Return kind, x, y and colour as the link and the reader choose them."""
    numbers, axes = chart_columns(table)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = choose_option("kind", "Chart", {kind: kind.capitalize() for kind in KINDS}, begin["kind"])
        across, up = BARS if kind == "bars" else AXES
        x = choose_code("x", across, {name: name for name in axes}, begin["x"])
        y = None
        if kind != "histogram":
            y = choose_code("y", up, {name: name for name in numbers}, begin.get("y", numbers[0]))
        colours = {NOTHING: "Single colour"} | {name: name for name in axes}
        colour = choose_code("colour", "Colour by", colours, begin.get("colour", NOTHING))
    return next(item for item in KINDS if item == kind), x, y, None if colour == NOTHING else colour


def draw(answer: OwnAnswer, kind: Kind, x: str, y: str | None, colour: str | None) -> Drawing:
    """Return the chart with its words."""
    rows = min(answer.result.table.num_rows, MOST_MARKS)
    title = f"{word(y)} by {word(x)}" if y else f"How {word(x)} is spread"
    more = f", coloured by {word(colour)}" if colour else ""
    first = "the first " if rows < answer.result.table.num_rows or answer.cut else ""
    subtitle = f"{kind.capitalize()} of {first}{rows:,} rows{more}; {whose(answer.result.query.sql)}"
    figure = plot_quick(answer.result.frame, kind=kind, x=x, y=y, colour=colour)
    return Drawing(figure, (answer.result,), title, subtitle, f"{title}. {subtitle}.")


def whose(sql: str) -> str:
    """Return whose statement is drawn: an example of ours by its title, else the reader's own."""
    title = next((example.title for example in load_examples().values() if example.sql == sql), None)
    return f"example: {title}" if title else "a reader's own statement"


def word(name: str | None) -> str:
    """Return a column's name without anything that could be read as markup."""
    plain = "".join(letter if letter.isalnum() else " " for letter in (name or "")[:LABEL_LENGTH])
    return " ".join(plain.split()) or "a column"


@st.fragment
def show_passing_on(drawing: Drawing) -> None:
    """Show what is one click away: links and citation, the chart as a file."""
    chosen = st.pills("Behind this figure", [SHARE, FILES], key="workbench-behind", label_visibility="collapsed")
    if chosen == SHARE:
        show_share(drawing.results, title=drawing.title, embed=None)
    elif chosen == FILES:
        show_downloads(drawing, "sql")
