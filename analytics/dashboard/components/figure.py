"""A figure with what makes it checkable: source, as-of day, rows, CSV, method and SQL, pictures."""

from collections.abc import Mapping, Sequence
from functools import cache

import plotly.graph_objects as go
import streamlit as st

from analytics.catalog.keep import Keeper
from analytics.catalog.run import Result
from analytics.charts.basket import Item, make_item
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Drawing
from analytics.charts.style import style_figure
from analytics.charts.views import embed_address
from analytics.charts.words import explain_empty, note_past_end, plain, say_table
from analytics.dashboard.components.answers import ask, only_checked
from analytics.dashboard.components.basket import offer_basket
from analytics.dashboard.components.downloads import show_downloads
from analytics.dashboard.components.headings import show_heading
from analytics.dashboard.components.rows import show_method, show_table
from analytics.dashboard.components.share import show_share
from analytics.database.open import find_database
from analytics.exports.footer import shown_footer
from analytics.exports.tabular import to_csv

ROWS, METHOD, SHARE, FILES = "Rows", "Method and SQL", "Cite and share", "Download"
KEPT_DRAWINGS, KEPT_ROWS = 600, 600_000
UNUSED_BUTTONS = ["toImage", "lasso2d", "select2d", "autoScale2d", "zoomIn2d", "zoomOut2d", "zoomInGeo", "zoomOutGeo"]


def show_figure(
    figure: go.Figure | None,
    result: Result | Sequence[Result],
    *,
    key: str,
    title: str,
    subtitle: str,
    alt: str,
    embed: str | None = None,
    item: Item | None = None,
) -> None:
    """Show a chart with its heading, footer, rows, CSV, method and pictures; without rows, say why.

    `figure` has our template already (`style_figure`) and may be None for a table alone. `subtitle` holds unit,
    window and filter. Of several results the first is the chart's own: where it is empty there is no chart. `embed`
    is the address of the chart alone, `item` what the briefing would take: the same chart.
    """
    results = [result] if isinstance(result, Result) else list(result)
    st.space("small")
    show_heading(title)
    st.caption(plain(subtitle))
    if past := note_past_end(results):
        st.warning(plain(past), icon=":material/event_busy:")
    drawn = figure is not None and results[0].table.num_rows > 0
    if results[0].table.num_rows == 0:
        st.info(plain(explain_empty(results[0])), icon=":material/info:")
    elif figure is None:
        show_table(results[0], key)
    else:
        shown = fit_phone(figure)
        st.plotly_chart(shown, theme="streamlit", key=key, alt=alt, config=toolbar())
    show_footer(results)
    drawing = Drawing(figure if drawn else None, tuple(results), title, subtitle, alt)
    show_details(drawing, key=key, embed=embed, item=item)


def show_footer(results: Sequence[Result], more: str = "") -> None:
    """Show the line under a figure; as a caption its links would be too pale to read."""
    st.markdown(f":small[:gray[{shown_footer(results)}{more}]]")


def show_chart(chart_id: str, /, *, key: str | None = None, **parameters: object) -> Drawing:
    """Draw a chart of the catalogue, show it with what stands around it, and return it."""
    drawing = draw_once(chart_id, parameters)
    show_figure(
        drawing.figure,
        drawing.results,
        key=key or chart_id,
        title=drawing.title,
        subtitle=drawing.subtitle,
        alt=drawing.alt,
        embed=embed_address(chart_id, parameters, checked=drawing.results[0].checked) if drawing.figure else None,
        item=make_item(chart_id, parameters, checked=drawing.results[0].checked),
    )
    return drawing


def draw_once(chart_id: str, parameters: Mapping[str, object]) -> Drawing:
    """Return a chart as it is drawn for these values from this database; drawn once for all who look at it.

    It is shared: nobody may change its figure.
    """
    key = (chart_id, repr(sorted(parameters.items())), only_checked(), find_database())
    return drawings().get(key, lambda: finished(find_chart(chart_id).draw(ask, **parameters)))


@cache
def drawings() -> Keeper[Drawing]:
    """Return the charts kept for everyone, bounded by the points that they draw."""
    return Keeper(entries=KEPT_DRAWINGS, size=KEPT_ROWS, size_of=lambda drawing: drawing.results[0].table.num_rows)


def finished(drawing: Drawing) -> Drawing:
    """Return a drawing whose figure has our template, so that nobody needs to lay it on later."""
    if drawing.figure is not None:
        style_figure(drawing.figure)
    return drawing


def fit_phone(figure: go.Figure) -> go.Figure:
    """Return a figure of fixed proportions lower on a phone, where its `meta` names that height."""
    low = (figure.layout.meta or {}).get("phone_height")
    if low is None or not on_phone():
        return figure
    return go.Figure(figure).update_layout(height=low)


def on_phone() -> bool:
    """Say whether the browser calls itself a mobile one; the server sees no window."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


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
def show_details(drawing: Drawing, *, key: str, embed: str | None, item: Item | None) -> None:
    """Show what is one click away: rows, method with SQL, links and citation, the chart as a file or for a briefing."""
    names = [ROWS, METHOD, SHARE, FILES] if drawing.figure is not None else [METHOD, SHARE, FILES]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = st.pills("Behind this figure", names, key=f"{key}-behind", label_visibility="collapsed")
        for result in drawing.results:
            offer_csv(result, key, several=len(drawing.results) > 1)
        if item:
            offer_basket(item, key)
    if chosen == SHARE:
        show_share(drawing.results, title=drawing.title, embed=embed)
    elif chosen == FILES:
        show_downloads(drawing, key, item)
    for result in drawing.results:
        if chosen == ROWS:
            show_table(result, f"{key}-{result.query.id}")
        elif chosen == METHOD:
            show_method(result)


def offer_csv(result: Result, key: str, *, several: bool) -> None:
    """Offer the rows of a result as a file."""
    st.download_button(
        f"CSV: {say_table(result.query.id)}" if several else "CSV",
        data=lambda: to_csv(result.table).encode(),
        file_name=f"cordon-{result.query.id}-{result.version}.csv",
        mime="text/csv",
        key=f"{key}-{result.query.id}-csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=f"{result.table.num_rows} rows",
    )
