"""A chart as a file: pictures, a slide that can be edited, a page without a network, rows, all to check it; a table."""

from datetime import date
from functools import partial

import streamlit as st

from analytics.briefing.write import MEDIA_TYPES as BRIEFING_TYPES
from analytics.catalog.run import Result
from analytics.catalog.whole import read_whole
from analytics.charts.basket import Item
from analytics.charts.chart import Drawing
from analytics.charts.words import DAY_ASKED, many, plain, say_table
from analytics.dashboard.components.briefing_files import write_slide
from analytics.dashboard.components.share import live_link, site_root
from analytics.errors import CordonError
from analytics.exports.chart_files import MEDIA_TYPES, write_chart
from analytics.exports.renderer import find_chromium
from analytics.exports.tabular import to_csv, to_parquet

# Label, format and size of each file; pictures are drawn by Chromium.
PICTURES = (
    ("PNG", "png", "1x"),
    ("PNG, twice as fine", "png", "2x"),
    ("PNG for a slide", "png", "slide"),
    ("PNG for a post", "png", "social"),
    ("SVG", "svg", "1x"),
    ("PDF", "pdf", "1x"),
)
PAGES = (("HTML, interactive", "html", "1x"),)
ROWS = (("Excel", "xlsx", "1x"), ("Parquet", "parquet", "1x"), ("ZIP: rows, queries, citation", "zip", "1x"))


def show_downloads(drawing: Drawing, key: str, item: Item | None = None) -> None:
    """Offer a chart in every format, as a slide where it is an `item`; each file is made when it is asked for."""
    link = live_link()
    offered: tuple[tuple[str, str, str], ...] = ROWS
    if drawing.figure is not None:
        offered = (*PAGES, *ROWS)
        try:
            find_chromium()
            offered = (*PICTURES, *offered)
        except CordonError as error:
            st.caption(plain(str(error)))
    with st.container(horizontal=True, gap="small"):
        for label, form, size in offered:
            st.download_button(
                label,
                data=partial(write_chart, drawing, form, link=link, size=size),
                file_name=f"cordon-{key}-{drawing.results[0].version}{'' if size == '1x' else f'-{size}'}.{form}",
                mime=MEDIA_TYPES[form],
                key=f"{key}-{form}-{size}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )
        for result in drawing.results[1:]:
            offer_csv(result, key, f"CSV: {say_table(result.query.id)}")
        if item:
            st.download_button(
                "PowerPoint",
                data=partial(write_slide, item, day_of(drawing), site_root()),
                file_name=f"cordon-{key}-{drawing.results[0].version}.pptx",
                mime=BRIEFING_TYPES["pptx"],
                key=f"{key}-pptx",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )


def offer_csv(result: Result, key: str, label: str = "CSV") -> None:
    """Offer the rows of a result as a file."""
    st.download_button(
        label,
        data=lambda: to_csv(result.table).encode(),
        file_name=f"cordon-{result.query.id}-{result.version}.csv",
        mime="text/csv",
        key=f"{key}-{result.query.id}-csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=many(result.table.num_rows, "row"),
    )


def offer_whole(table: str, rows: int, version: str) -> None:
    """Offer every row of a table as a file; it is read and written when it is asked for."""
    with st.container(horizontal=True, gap="small"):
        for label, form in (("Parquet", "parquet"), ("CSV", "csv")):
            st.download_button(
                f"{label}, {many(rows, 'row')}",
                data=partial(write_whole_table, table, form),
                file_name=f"cordon-{table}-{version}.{form}",
                mime=MEDIA_TYPES[form],
                key=f"{table}-whole-{form}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
                help="The whole table as it was built: with what was added by hand and each value set right.",
            )


def write_whole_table(table: str, form: str) -> bytes:
    """Return every row of a table as Parquet or CSV."""
    found = read_whole(table).table
    return to_parquet(found) if form == "parquet" else to_csv(found).encode()


def day_of(drawing: Drawing) -> date:
    """Return the day that a chart is asked about, or else the last that its data reach."""
    asked = drawing.results[0].parameters.get(DAY_ASKED)
    return asked if isinstance(asked, date) else drawing.results[0].as_of or date.today()
