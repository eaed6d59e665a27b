"""A chart as a file: pictures for a page, a slide or a post, one page without a network, rows, all to check it."""

from functools import partial

import streamlit as st

from analytics.charts.chart import Drawing
from analytics.charts.words import plain
from analytics.dashboard.components.share import live_link
from analytics.errors import CordonError
from analytics.exports.chart_files import MEDIA_TYPES, write_chart
from analytics.exports.renderer import find_chromium

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


def show_downloads(drawing: Drawing, key: str) -> None:
    """Offer a chart in every format; each file is made when it is asked for."""
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
