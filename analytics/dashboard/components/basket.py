"""Charts put aside for the briefing: kept in the link, carried from page to page, counted in sight."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analytics.charts.basket import MOST_CHARTS, Item, read_basket, write_basket
from analytics.charts.catalogue import find_chart
from analytics.charts.words import plain
from analytics.dashboard.components.share import BASKET
from analytics.database.open import data_version

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

# Where the visit keeps what the link spells, and what of a link was not understood.
KEPT, DROPPED = "charts put aside", "charts left out"


def follow_basket() -> tuple[Item, ...]:
    """Return the charts put aside: those that the link spells, else those of the visit, which go into the link.

    Moving to another page, Streamlit begins its address anew; the visit remembers.
    """
    given, kept = st.query_params.get(BASKET), str(st.session_state.get(KEPT, ""))
    if given is None or given == kept:
        if given is None and kept:
            st.query_params[BASKET] = kept
        return read_kept(kept, data_version())[0]
    items, dropped = read_kept(given, data_version())
    st.session_state[DROPPED] = dropped
    keep_basket(items)
    return items


@st.cache_data(show_spinner=False, max_entries=256)
def read_kept(text: str, version: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the charts that a link spells and what was left out, read once for a version of the data."""
    return read_basket(text)


def keep_basket(items: Sequence[Item]) -> None:
    """Keep some charts in the visit and in the link."""
    text = write_basket(items)
    st.session_state[KEPT] = text
    if text:
        st.query_params[BASKET] = text
    else:
        st.query_params.pop(BASKET, None)


def change_basket(change: Callable[[list[Item]], None]) -> None:
    """Change the charts put aside; what an earlier link held badly is told no longer."""
    items = list(follow_basket())
    change(items)
    st.session_state[DROPPED] = ()
    keep_basket(items)


def toggle(item: Item) -> None:
    """Put a chart aside, or take it out where it is among them."""
    change_basket(lambda items: items.remove(item) if item in items else items.append(item))


def move(place: int, by: int) -> None:
    """Move a chart up or down among those put aside."""
    change_basket(lambda items: items.insert(place + by, items.pop(place)))


def remove(place: int) -> None:
    """Take a chart out."""
    change_basket(lambda items: items.__delitem__(place))


def offer_basket(item: Item, key: str) -> None:
    """Let the reader put a chart aside for the briefing, or take it out again."""
    items = follow_basket()
    inside, full = item in items, len(items) >= MOST_CHARTS
    clicked = st.button(
        "In the briefing" if inside else "Add to briefing",
        key=f"{key}-basket",
        icon=":material/check:" if inside else ":material/add:",
        type="tertiary",
        disabled=full and not inside,
        on_click=toggle,
        args=(item,),
        help=explain_offer(inside=inside, full=full),
    )
    if clicked:
        # The count stands outside of the figure, so the whole page is shown again.
        st.rerun()


def explain_offer(*, inside: bool, full: bool) -> str:
    """Return what the button beside a chart does."""
    if inside:
        return "Take this chart out of the briefing again."
    if full:
        return f"A briefing takes {MOST_CHARTS} charts at most."
    return "Put this chart aside, with its filters, for the page Briefing."


def note_dropped() -> None:
    """Say what of a link was not understood."""
    for told in st.session_state.get(DROPPED, ()):
        st.info(f"The link asked for charts that cannot be shown: {plain(told)}.", icon=":material/link_off:")


def show_count(briefing: "StreamlitPage") -> None:
    """Show how many charts are put aside, as a way to the page that makes a briefing of them."""
    items = follow_basket()
    note_dropped()
    if items:
        told = f"Briefing: {len(items)} chart{'' if len(items) == 1 else 's'}"
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.page_link(
                briefing,
                label=told,
                icon=":material/content_paste:",
                query_params={BASKET: write_basket(items)},
                help="Open the page Briefing with the charts put aside",
            )


def name_item(item: Item) -> str:
    """Return what a chart shows and for which values, for a list of those put aside."""
    values = list(item.given.values())
    graded = ["checked rows"] if item.checked else []
    told = f" ({', '.join([*values, *graded])})" if values or graded else ""
    return f"{find_chart(item.chart_id).about.rstrip('.')}{told}"
