"""How a view or one chart is passed on: links, a frame for another page, the rows' addresses, a citation."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from analytics.catalog.query import load_catalog
from analytics.catalog.run import Result
from analytics.charts.draw import draw_chart
from analytics.charts.views import spell_plain
from analytics.charts.words import say
from analytics.dashboard.components.filters import shown_day
from analytics.exports.citation import Citation, cite_results, to_bibtex, to_csl_json, to_sentence
from analytics.exports.embedding import frame_height
from analytics.exports.footer import plain_footer

PAGES = Path(__file__).parents[1] / "pages"
PIN = "data"
BASKET = "basket"
DAYS = ("on", "from", "to", "since", "break")


def show_share(results: Sequence[Result], *, title: str, embed: str | None, anchor: str | None = None) -> None:
    """Show what is needed to pass a chart on.

    `embed` is its address below the dashboard's, if it has a frame; `anchor` that of its heading on the page.
    """
    place = f"#{anchor}" if anchor else ""
    version = results[0].version
    frame, cite = st.columns(2)
    with frame:
        show_code("Link to this view, as the data stand when it is opened", live_link() + place)
        show_code(f"Link to this view, pinned to data version {version}", pinned_link(version) + place)
        if embed:
            show_code(
                "Frame for another page", frame_of(title, f"{site_root()}/{embed}", measure_frame(embed, version))
            )
        show_code("Caption", caption_of(results, title))
        for result in (result for result in results if result.query.id in load_catalog()):
            show_code(f"Rows for programs: {result.query.title}", rows_address(result))
    with cite:
        show_citation(cite_results(results, title=title, accessed=date.today(), url=pinned_link(version) + place))


def show_citation(work: Citation) -> None:
    """Show a citation as a sentence, as BibTeX and as CSL-JSON, which Zotero and its like read."""
    written = {"Citation": to_sentence(work), "BibTeX": to_bibtex(work), "CSL-JSON": to_csl_json(work)}
    for tab, text in zip(st.tabs(list(written)), written.values(), strict=True):
        tab.code(text, language=None, wrap_lines=True)


def show_code(label: str, text: str) -> None:
    """Show a text that can be copied with one click."""
    st.caption(label)
    st.code(text, language=None, wrap_lines=True)


def live_link() -> str:
    """Return the address of the view as it is now, with the days it shows."""
    return with_query(shown_days())


def pinned_link(version: str) -> str:
    """Return the address of the view, with the data version that it was made from and the days it shows."""
    return with_query(shown_days() | {PIN: version})


def shown_days() -> dict[str, str]:
    """Return the days that a page shows, by the names of their filters.

    The address bar leaves out a day that the page begins with; whoever opens a link later may find another there.
    """
    held = {name: shown_day(name) for name in DAYS if name in st.session_state}
    return {name: day.isoformat() for name, day in held.items() if day}


def briefing_link() -> str:
    """Return the address of the briefing as it is now, state and day spelt out, with the charts put aside."""
    charts = st.query_params.get(BASKET)
    state, day = st.session_state.get("state"), shown_day()
    told = {"state": str(state), "on": day.isoformat()} if day else {}
    return with_query(told | ({BASKET: charts} if charts else {}))


def with_query(more: dict[str, str]) -> str:
    """Return the page's address with its filters and some more, but no earlier pin and no charts put aside."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name not in (PIN, BASKET)}
    asked = urlencode(kept | more)
    return page_url() + (f"?{asked}" if asked else "")


def page_url() -> str:
    """Return the page's address in the reader's browser, or its path where no browser tells."""
    return st.context.url or "/"


def site_root() -> str:
    """Return the dashboard's own address, without a slash at its end."""
    url = page_url().rstrip("/")
    head, _, last = url.rpartition("/")
    pages = {path.stem for path in PAGES.glob("[a-z]*.py")}
    return head if last in pages and urlsplit(url).path else url


def caption_of(results: Sequence[Result], title: str) -> str:
    """Return the finding with its day, and where it comes from, as a caption beside the chart."""
    on = results[0].parameters.get("on")
    day = f" ({say(on)})" if isinstance(on, date) and say(on) not in title else ""
    return f"{title}{day}. {plain_footer(results)}"


@st.cache_data(show_spinner=False, max_entries=1024)
def measure_frame(embed: str, version: str) -> int:
    """Return how high a frame must be for the chart at an address, drawn once for a version of the data."""
    path, _, query = embed.partition("?")
    given = dict(parse_qsl(query))
    checked = given.pop("evidence", "") == "checked"
    return frame_height(draw_chart(path.rpartition("/")[2], given, checked=checked))


def frame_of(title: str, address: str, height: int) -> str:
    """Return the HTML that frames a chart."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" '
        'style="border:0" loading="lazy"></iframe>'
    )


def rows_address(result: Result) -> str:
    """Return where the rows of a result are served, as CSV."""
    given = {name: spell_plain(value) for name, value in result.parameters.items() if value is not None}
    asked = urlencode(given | ({"evidence": "checked"} if result.checked else {}))
    return f"{site_root()}/api/v1/query/{result.query.id}.csv" + (f"?{asked}" if asked else "")
