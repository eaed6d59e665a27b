"""What a briefing is about, all of it in the link: state, second state, day, sections in order, charts put aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from analytics.briefing.condense import FIRST_ALONE, NO_ROOM
from analytics.briefing.sections import SECTIONS, USUAL
from analytics.catalog.names import subject_labels
from analytics.charts.basket import ALL, CHECKED, EVIDENCE, Item
from analytics.dashboard.components.basket import follow_basket, move, name_item, note_dropped, remove
from analytics.dashboard.components.filters import choose_code, choose_day, choose_option, filter_row, note_unknown
from analytics.dashboard.components.order import show_order

TITLES = {section.id: section.title for section in SECTIONS}
FIRST_DAY = date(1991, 1, 1)
# What the Council did is told as far as it is known, and sets the briefing no end.
TABLES = ("recognitions", "ties", "sanctions", "exclusions")
SECTIONS_KEY, BETWEEN, NONE = "sections", "~", "none"
FULL, SHORT = "full", "short"
LENGTHS = {FULL: "Full", SHORT: "One slide, one page"}
USUALLY = [section.id for section in USUAL]


@dataclass(frozen=True)
class Choice:
    """A briefing asked for; without sections it is of the charts alone."""

    state: str | None
    compare: str | None
    on: date
    sections: tuple[str, ...]
    charts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    checked: bool
    short: bool = False

    @property
    def name(self) -> str:
        """What its files are called."""
        codes = [code.lower() for code in (self.state, self.compare) if code] or ["charts"]
        return f"cordon-briefing-{'-'.join(codes)}-{self.on}{'-short' if self.short else ''}"


def choose_subjects() -> tuple[str, str | None, date]:
    """Choose a state, whom it is compared with, and the day."""
    labels = subject_labels()
    with filter_row():
        state = choose_code("state", "State or contested entity", labels, "RUS")
        other = choose_code("with", "Compared with", {NONE: "No comparison", **labels}, NONE)
        day = choose_day(first=FIRST_DAY, tables=TABLES)
    if other == state:
        st.info("A state is not compared with itself; it stands alone here.", icon=":material/info:")
    return state, None if other in (NONE, state) else other, day


def choose_length(sections: Sequence[str], items: Sequence[Item]) -> bool:
    """Choose between the full briefing and one cut to a slide or a page; return whether it is cut.

    Where the cut leaves charts put aside out, it is told beside the choice.
    """
    short = choose_option("length", "Length", LENGTHS, FULL) == SHORT
    if short and items and (sections or len(items) > 1):
        st.caption(NO_ROOM if sections else FIRST_ALONE)
    return short


def choose_sections() -> tuple[str, ...]:
    """Choose sections and their order."""
    follow_sections()
    st.pills(
        "Sections",
        list(TITLES),
        selection_mode="multi",
        format_func=TITLES.__getitem__,
        key=SECTIONS_KEY,
        on_change=keep_sections,
        wrap=True,
        help="With none, the briefing holds the charts put aside alone. A section that does not apply to the state is "
        "left out, and the briefing says so.",
    )
    chosen: list[str] = st.session_state[SECTIONS_KEY]
    with st.expander("Order of sections"):
        show_order("section", [TITLES[name] for name in chosen], move=move_section, remove=remove_section)
    return tuple(chosen)


def follow_sections() -> None:
    """Give the choice of sections what the link names; a name that is not known gets a note."""
    given, followed = st.query_params.get(SECTIONS_KEY), f"url:{SECTIONS_KEY}"
    if SECTIONS_KEY in st.session_state and given == st.session_state.get(followed):
        return
    asked = USUALLY if given is None else [] if given == NONE else list(dict.fromkeys(given.split(BETWEEN)))
    known = [name for name in asked if name in TITLES]
    if len(known) < len(asked):
        known = known or USUALLY
        unknown = next(name for name in asked if name not in TITLES)
        note_unknown(SECTIONS_KEY, unknown, ", ".join(TITLES[name] for name in known))
    st.session_state[SECTIONS_KEY], st.session_state[followed] = known, given


def keep_sections() -> None:
    """Put the sections chosen into the link, unless they are the usual ones."""
    chosen: list[str] = st.session_state[SECTIONS_KEY]
    text = None if chosen == USUALLY else BETWEEN.join(chosen) or NONE
    st.session_state[f"url:{SECTIONS_KEY}"] = text
    if text is None:
        st.query_params.pop(SECTIONS_KEY, None)
    else:
        st.query_params[SECTIONS_KEY] = text


def move_section(place: int, by: int) -> None:
    """Move a section up or down."""
    chosen = list(st.session_state[SECTIONS_KEY])
    chosen.insert(place + by, chosen.pop(place))
    st.session_state[SECTIONS_KEY] = chosen
    keep_sections()


def remove_section(place: int) -> None:
    """Take a section out."""
    st.session_state[SECTIONS_KEY] = [name for at, name in enumerate(st.session_state[SECTIONS_KEY]) if at != place]
    keep_sections()


def choose_charts() -> tuple[Item, ...]:
    """Put the charts of the basket in order."""
    items = follow_basket()
    note_dropped()
    st.markdown("**Charts put aside**")
    if not items:
        st.caption("None yet. Use **Add to briefing** under any chart.")
    show_order("chart", [name_item(item) for item in items], move=move, remove=remove)
    return items


def make_choice(
    subjects: tuple[str, str | None, date],
    sections: Sequence[str],
    items: Sequence[Item],
    *,
    checked: bool,
    short: bool = False,
) -> Choice:
    """Return the briefing asked for; without sections it is about nobody."""
    state: str | None
    state, compare, on = subjects
    if not sections:
        state = compare = None
    return Choice(state, compare, on, tuple(sections), tuple(map(spell_item, items)), checked, short)


def spell_item(item: Item) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a chart as a briefing takes it."""
    values: Mapping[str, str] = dict(item.given) | {EVIDENCE: CHECKED if item.checked else ALL}
    return item.chart_id, tuple(values.items())
