"""A figure with what makes it checkable: source, as-of day, rows, CSV, method and SQL, pictures."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from analytics.catalog.run import Result
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Drawing
from analytics.charts.style import style_figure
from analytics.charts.views import embed_address
from analytics.charts.words import explain_empty
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.picture import offer_pictures
from analytics.dashboard.components.rows import show_method, show_table
from analytics.dashboard.components.share import show_share
from analytics.exports.footer import plain_footer, shown_footer
from analytics.exports.tabular import to_csv

ROWS, METHOD, SHARE = "Rows", "Method and SQL", "Cite and share"
UNUSED_BUTTONS = ["lasso2d", "select2d", "autoScale2d", "zoomIn2d", "zoomOut2d", "zoomInGeo", "zoomOutGeo"]


def show_figure(
    figure: go.Figure | None,
    result: Result | Sequence[Result],
    *,
    key: str,
    title: str,
    subtitle: str,
    alt: str,
    embed: str | None = None,
) -> None:
    """Show a chart with its heading, footer, rows, CSV, method and pictures; without rows, say why.

    `figure` may be None for a table alone. `subtitle` holds unit, window and filter. Of several
    results the first is the chart's own: where it is empty there is no chart. `embed` is the address
    of the chart alone.
    """
    results = [result] if isinstance(result, Result) else list(result)
    st.space("small")
    st.subheader(title, anchor=False)
    st.caption(subtitle)
    drawn = figure is not None and results[0].table.num_rows > 0
    if results[0].table.num_rows == 0:
        st.info(explain_empty(results[0]), icon=":material/info:")
    elif figure is None:
        show_table(results[0], key)
    else:
        shown = fit_phone(style_figure(figure))
        st.plotly_chart(shown, theme="streamlit", key=key, alt=alt, config=toolbar(results[0], key))
    st.caption(shown_footer(results))
    show_details(figure if drawn else None, results, key=key, title=title, subtitle=subtitle, embed=embed)


def show_chart(chart_id: str, /, *, key: str | None = None, **parameters: object) -> Drawing:
    """Draw a chart of the catalogue, show it with what stands around it, and return it."""
    drawing = find_chart(chart_id).draw(ask, **parameters)
    show_figure(
        drawing.figure,
        drawing.results,
        key=key or chart_id,
        title=drawing.title,
        subtitle=drawing.subtitle,
        alt=drawing.alt,
        embed=embed_address(chart_id, parameters, checked=drawing.results[0].checked) if drawing.figure else None,
    )
    return drawing


def fit_phone(figure: go.Figure) -> go.Figure:
    """Return a figure of fixed proportions lower on a phone, where its `meta` names that height.

    The server sees no window, only that the browser calls itself a mobile one.
    """
    low = (figure.layout.meta or {}).get("phone_height")
    if low is None or "Mobi" not in st.context.headers.get("User-Agent", ""):
        return figure
    return go.Figure(figure).update_layout(height=low)


def toolbar(result: Result, key: str) -> dict[str, object]:
    """Return the chart's toolbar, with nothing in it that calls elsewhere."""
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtonsToRemove": UNUSED_BUTTONS,
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": f"cordon-{key}-{result.version}"},
        "topojsonURL": "geo/",
    }


@st.fragment
def show_details(
    figure: go.Figure | None, results: list[Result], *, key: str, title: str, subtitle: str, embed: str | None
) -> None:
    """Show what is one click away: rows, CSV, method with SQL, pictures of the chart, links and citation."""
    names = [ROWS, METHOD, SHARE] if figure is not None else [METHOD, SHARE]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = st.pills("Behind this figure", names, key=f"{key}-behind", label_visibility="collapsed")
        for result in results:
            offer_csv(result, key, several=len(results) > 1)
        if figure is not None:
            offer_pictures(figure, key=key, title=title, subtitle=subtitle, footer=plain_footer(results))
    if chosen == SHARE:
        show_share(results, title=title, embed=embed)
    for result in results:
        if chosen == ROWS:
            show_table(result, f"{key}-{result.query.id}")
        elif chosen == METHOD:
            show_method(result)


def offer_csv(result: Result, key: str, *, several: bool) -> None:
    """Offer the rows of a result as a file."""
    st.download_button(
        f"CSV {result.query.id}" if several else "CSV",
        data=lambda: to_csv(result.table).encode(),
        file_name=f"cordon-{result.query.id}-{result.version}.csv",
        mime="text/csv",
        key=f"{key}-{result.query.id}-csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=f"{result.table.num_rows} rows",
    )
