"""A figure with what makes it checkable: source, as-of day, rows, CSV, method and SQL, pictures."""

from collections.abc import Mapping, Sequence
from functools import cache

import plotly.graph_objects as go
import streamlit as st

from analytics.catalog.absence import tell_absent
from analytics.catalog.keep import Keeper
from analytics.catalog.run import Result
from analytics.catalog.turns import turns
from analytics.charts.basket import Item, make_item
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Drawing
from analytics.charts.views import embed_address
from analytics.charts.words import explain_empty, plain
from analytics.dashboard.components.answers import ask, only_checked
from analytics.dashboard.components.basket import offer_basket
from analytics.dashboard.components.downloads import offer_csv, show_downloads
from analytics.dashboard.components.ends import tell_late
from analytics.dashboard.components.headings import show_heading
from analytics.dashboard.components.kept import KeptDrawing, PlainFigure, press
from analytics.dashboard.components.phone import fit_phone, on_phone
from analytics.dashboard.components.rows import show_method, show_table
from analytics.dashboard.components.share import show_share
from analytics.database.open import find_database
from analytics.exports.footer import shown_footer

ROWS, METHOD, SHARE, FILES = "Rows", "Method and SQL", "Cite and share", "Download"
# How a title begins that answers by itself where there is nothing to draw.
NONE = "No "
KEPT_DRAWINGS, KEPT_BYTES = 8192, 512 * 2**20
UNUSED_BUTTONS = ["toImage", "lasso2d", "select2d", "autoScale2d", "zoomIn2d", "zoomOut2d", "zoomInGeo", "zoomOutGeo"]


def show_figure(
    figure: go.Figure | None,
    result: Result | Sequence[Result],
    *,
    key: str,
    title: str,
    subtitle: str,
    alt: str,
) -> None:
    """Show a figure that is not of the catalogue, or with None a table alone, with all that stands around a chart.

    `subtitle` holds unit, window and filter. Of several results the first is the chart's own: where it is empty there
    is no chart.
    """
    results = (result,) if isinstance(result, Result) else tuple(result)
    show_drawing(press(Drawing(figure, results, title, subtitle, alt)), key=key)


def show_drawing(drawing: KeptDrawing, *, key: str, embed: str | None = None, item: Item | None = None) -> None:
    """Show a chart with its heading, footer, rows, CSV, method and pictures; without rows, say why.

    `embed` is the address of the chart alone, `item` what the briefing would take: the same chart.
    """
    first = drawing.results[0]
    st.space("small")
    show_heading(drawing.title, anchor=key)
    st.caption(plain(drawing.subtitle))
    # The page says it once at its filters; what it does not know to be behind a figure is said here.
    if late := tell_late(drawing.results):
        st.info(f"Not all data reach the day asked about. {late}", icon=":material/event_busy:")
    drawn = drawing.pressed is not None
    if first.table.num_rows == 0:
        if told := why_empty(drawing):
            st.info(plain(told), icon=":material/info:")
    elif not drawn:
        show_table(first, key)
    else:
        shown = PlainFigure(fit_phone(drawing.spec()))
        st.plotly_chart(shown, theme="streamlit", key=key, alt=drawing.alt, config=toolbar())
    show_footer(drawing.results)
    show_details(drawing, key=key, embed=embed, item=item)
    turns().pass_on(shown=drawn)


def why_empty(drawing: KeptDrawing) -> str:
    """Return why a chart is empty; under a title that says so itself only what it does not say: who was not there."""
    result = drawing.results[0]
    return " ".join(tell_absent(result)) if drawing.title.startswith(NONE) else explain_empty(result)


def show_footer(results: Sequence[Result], more: str = "") -> None:
    """Show the line under a figure; as a caption its links would be too pale to read."""
    st.markdown(f":small[:gray[{shown_footer(results)}{more}]]")


def show_chart(chart_id: str, /, **parameters: object) -> KeptDrawing:
    """Draw a chart of the catalogue, show it with what stands around it, and return it."""
    drawing = draw_once(chart_id, parameters)
    checked = drawing.results[0].checked
    show_drawing(
        drawing,
        key=chart_id,
        embed=embed_address(chart_id, parameters, checked=checked) if drawing.pressed else None,
        item=make_item(chart_id, parameters, checked=checked),
    )
    return drawing


def draw_once(chart_id: str, parameters: Mapping[str, object]) -> KeptDrawing:
    """Return a chart as it is drawn for these values from this database; drawn once for all who look at it."""
    key = (chart_id, repr(sorted(parameters.items())), only_checked(), find_database())
    return drawings().get(key, lambda: press(find_chart(chart_id).draw(ask, **parameters)))


@cache
def drawings() -> Keeper[KeptDrawing]:
    """Return the charts kept for everyone, bounded by their bytes."""
    return Keeper(entries=KEPT_DRAWINGS, size=KEPT_BYTES, size_of=lambda drawing: drawing.size)


def toolbar() -> dict[str, object]:
    """Return the chart's toolbar, with nothing in it that calls elsewhere."""
    return {
        "displaylogo": False,
        # Without a pointer to hover with, the toolbar would always lie over the legend.
        "displayModeBar": False if on_phone() else "hover",
        "modeBarButtonsToRemove": UNUSED_BUTTONS,
        "topojsonURL": "geo/",
    }


@st.fragment
def show_details(drawing: KeptDrawing, *, key: str, embed: str | None, item: Item | None) -> None:
    """Show what is one click away: rows, method with SQL, links and citation, the chart as a file or for a briefing."""
    names = [ROWS, METHOD, SHARE, FILES] if drawing.pressed else [METHOD, SHARE, FILES]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = st.pills("Behind this figure", names, key=f"{key}-behind", label_visibility="collapsed", wrap=True)
        offer_csv(drawing.results[0], key)
        if item:
            offer_basket(item, key)
    if chosen == SHARE:
        show_share(drawing.results, title=drawing.title, embed=embed, anchor=key)
    elif chosen == FILES:
        show_downloads(drawing.drawing(), key, item)
    for result in drawing.results:
        if chosen == ROWS:
            show_table(result, f"{key}-{result.query.id}")
        elif chosen == METHOD:
            show_method(result)
