"""The dashboard: its pages."""

from contextlib import suppress
from pathlib import Path

import streamlit as st

from analytics.catalog.turns import FIRST_REST_S, REST_S, turns
from analytics.charts.cards import title_page
from analytics.charts.views import PAGES, Page
from analytics.dashboard.components.basket import show_count
from analytics.dashboard.components.filters import PAGE_WIDTH
from analytics.errors import CordonError
from analytics.paths import ROOT

SCRIPTS = ROOT / "analytics" / "dashboard" / "pages"
STATIC = ROOT / "analytics" / "dashboard" / "static"
STYLE = Path(__file__).with_name("look.css")
VISITED = "visited"


def main() -> None:
    """Show the page that the address names."""
    st.set_page_config(page_title="Cordon", page_icon=str(STATIC / "icon.png"), layout="wide")
    st.logo(STATIC / "logo.svg", size="large")
    st.html(STYLE)
    pages = {
        page.name: st.Page(
            SCRIPTS / f"{page.name}.py",
            title=page.title,
            icon=f":material/{page.icon}:",
            url_path=page.address,
            default=not page.address,
            help=page.about,
        )
        for page in PAGES
    }
    page = st.navigation(list(pages.values()), position="top")
    shown = next(shown for shown in PAGES if shown.address == page.url_path)
    name_tab(shown)
    with st.container(horizontal_alignment="center"), st.container(width=PAGE_WIDTH):
        if page is not pages["briefing"]:
            # Where no database answers, the page below says so.
            with suppress(CordonError):
                show_count(pages["briefing"])
        with turns().page(rest_s()):
            page.run()
    # What the reader brought along from another page has come into the address meanwhile.
    name_tab(shown)


def rest_s() -> float:
    """Return how long a page rests after its first chart, so that the browser draws it before it is given more, in s.

    At a first visit, in a new tab too, the browser has yet to start the program that draws charts, of megabytes.
    """
    known = VISITED in st.session_state
    st.session_state[VISITED] = True
    return REST_S if known else FIRST_REST_S


def name_tab(page: Page) -> None:
    """Name the browser's tab by what the address says that the page is about."""
    st.set_page_config(page_title=f"{title_page(page, st.query_params.to_dict())} · Cordon")


main()
