"""Filters that live in the URL: codes and ISO dates in the link, names on the screen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.catalog.names import entity_names, state_names
from analytics.charts.views import STORY_DAY
from analytics.charts.words import DAY_ASKED, plain, say
from analytics.dashboard.components.carried import arrives, bring, go_on, keep_apart
from analytics.dashboard.components.ends import tell_page_ends
from analytics.dashboard.components.names import covered_until, latest_day

T = TypeVar("T")
SHOWN_LENGTH = 40
FIRST_DAY = date(1946, 1, 1)
SIDE_BY_SIDE = 5
FIRST_ENTITY = "XDN"
DAY_WIDTH = 170
SHOWN = "day shown"
# As wide as a page, so that a note among filters has a line of its own.
PAGE_WIDTH = 1120


def filter_row() -> DeltaGenerator:
    """Return a row for filters, side by side as far as the window is wide."""
    return st.container(horizontal=True, vertical_alignment="bottom")


def choose_code(key: str, label: str, names: Mapping[str, str], default: str, *, help_text: str | None = None) -> str:
    """Return a code chosen by name from a list; the code stands in the URL, the name on the screen."""
    keep = follow_url(key, names, default)
    return st.selectbox(label, list(names), format_func=names.__getitem__, key=key, on_change=keep, help=help_text)


def choose_option(key: str, label: str, names: Mapping[str, str], default: str, *, help_text: str | None = None) -> str:
    """Return one of a few options, shown side by side; a longer list becomes a select box."""
    if len(names) > SIDE_BY_SIDE:
        return choose_code(key, label, names, default, help_text=help_text)
    keep = follow_url(key, names, default)
    chosen = st.segmented_control(
        label,
        list(names),
        format_func=lambda code: plain(names[code]),
        key=key,
        on_change=keep,
        required=True,
        help=help_text,
        wrap=True,
    )
    return chosen or default


def follow_url(key: str, names: Mapping[str, str], default: str) -> Callable[[], None]:
    """Give a widget the code that the URL names, and return what puts a later choice there.

    A widget bound by Streamlit itself would write the name on the screen into the URL, which changes
    when a name does; so codes are kept here. A code that is not known gets a note and the default.
    Where the URL names none, who comes from another page goes on with what that one showed.
    """
    given = st.query_params.get(key)
    if given is not None and given not in names:
        note_unknown(key, given, names[default])
    came = arrives(key)
    linked = given if given is not None and given in names else None
    asked = linked or go_on(key, names.__contains__, default, linked=given is not None)
    bring(key, asked, chosen=linked is not None)
    return follow(key, asked, default, holds=names.__contains__, anew=came)


def follow(key: str, asked: T, default: T, *, holds: Callable[[T], bool], anew: bool) -> Callable[[], None]:
    """Give a widget what is asked for, and return what puts a later choice into the URL.

    `holds` says what the widget may be; `anew`, that the reader just came to the page.
    """
    followed, held = f"url:{key}", st.session_state.get(key)
    # Set at every run: what is held may be another page's, whose widget goes, and this page's would begin with the
    # first of its options.
    stays = held is not None and holds(held) and not anew and asked == st.session_state.get(followed)
    st.session_state[key] = held if stays else asked
    st.session_state[followed] = asked

    def keep() -> None:
        chosen = st.session_state[key] or default
        st.session_state[followed] = chosen
        bring(key, str(chosen), chosen=True)
        if chosen == default:
            st.query_params.pop(key, None)
        else:
            st.query_params[key] = str(chosen)

    return keep


def choose_state(key: str, label: str, default: str, *, beside: str | None = None) -> str:
    """Return the code of a state; a second one is not, to begin with, the one `beside` which it stands."""
    if beside is not None:
        keep_apart(key, default, beside)
    return choose_code(key, label, state_names(), default)


def choose_entity(label: str) -> str:
    """Return the code of a contested entity."""
    return choose_code("entity", label, entity_names(), FIRST_ENTITY)


def choose_day(
    key: str = DAY_ASKED,
    label: str = "Day",
    *,
    default: date = STORY_DAY,
    first: date = FIRST_DAY,
    last: date | None = None,
    tables: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> date:
    """Return a day; the URL holds it as YYYY-MM-DD.

    A page answers from `first` to the last day that all of `tables` cover, which is one click away, or to `last`; of
    tables `beside` those it only tells the ends. The reader may ask for any day, such as one chosen on another page:
    it stays chosen, the page answers with the nearest of its own, and says so.
    """
    ends = last or (covered_until(tables) if tables else latest_day())
    least, most = (first, last) if last else (FIRST_DAY, end_of_next_year())
    keep = follow_day(key, default, least, most)
    chosen = st.date_input(
        label, min_value=least, max_value=most, key=key, on_change=keep, format="YYYY-MM-DD", width=DAY_WIDTH
    )
    asked = chosen if isinstance(chosen, date) and least <= chosen <= most else default
    day = min(max(asked, first), ends)
    st.session_state[f"{SHOWN}:{key}"] = day
    if tables and key == DAY_ASKED and asked < ends:
        offer_latest(key, ends, keep)
    note_day(asked, day, [*tables, *beside])
    return day


def follow_day(key: str, default: date, first: date, last: date) -> Callable[[], None]:
    """Give a widget the day that the URL names, and return what puts a later choice there.

    A widget bound by Streamlit itself would take the day that a page begins with out of a link that names it, and
    with it the figure that the link leads to.
    """
    given = st.query_params.get(key)
    known = given is not None and is_day_between(given, first, last)
    if given is not None and not known:
        note_unknown(key, given, say(default), f"Days run from {first.isoformat()} to {last.isoformat()}.")
    came = arrives(key)
    begins = default.isoformat()
    linked = given if given is not None and known else None
    asked = linked or go_on(key, lambda text: is_day_between(text, first, last), begins, linked=given is not None)
    bring(key, asked, chosen=known)
    return follow(
        key,
        date.fromisoformat(asked),
        default,
        holds=lambda day: isinstance(day, date) and first <= day <= last,
        anew=came,
    )


def end_of_next_year() -> date:
    """Return a day beyond any that is asked for in earnest: today must not be refused, but answered."""
    return date(date.today().year + 1, 12, 31)


def note_day(asked: date, day: date, tables: Sequence[str]) -> None:
    """Say in one place where another day is shown than was asked for, and which tables end before the day."""
    told = tell_page_ends(tables, day + timedelta(days=asked > day))
    if asked > day:
        told = f"Shown is {say(day)}, the last day that this page can answer, not {say(asked)} as asked. {told}"
    elif asked < day:
        told = f"Shown is {say(day)}, the first day that this page can answer, not {say(asked)} as asked. {told}"
    elif told:
        told = f"Not all data reach {say(day)}. {told}"
    if told:
        st.info(told, icon=":material/event_busy:", width=PAGE_WIDTH)


def shown_day(key: str = DAY_ASKED) -> date | None:
    """Return the day that a page shows, which may be another than the one chosen."""
    day = st.session_state.get(f"{SHOWN}:{key}")
    return day if isinstance(day, date) else None


def offer_latest(key: str, latest: date, keep: Callable[[], None]) -> None:
    """Offer the last day that the data cover."""
    st.button(
        f"Latest: {say(latest)}",
        key=f"{key}-latest",
        type="tertiary",
        icon=":material/update:",
        help="The last day that every table asked here covers; Assembly votes are those of the last whole session.",
        on_click=take_day,
        args=(key, latest, keep),
    )


def take_day(key: str, day: date, keep: Callable[[], None]) -> None:
    """Choose a day in the reader's place."""
    st.session_state[key] = day
    keep()


def choose_span(default: tuple[date, date], *, first: date = FIRST_DAY) -> tuple[date, date]:
    """Return first and last day of a span, in order."""
    with st.container(width="content"), filter_row():
        start = choose_day("from", "From", default=default[0], first=first)
        end = choose_day("to", "To", default=default[1], first=first)
    if start > end:
        st.info("The span ended before it began; its ends were exchanged.", icon=":material/info:")
    return min(start, end), max(start, end)


def choose_number(key: str, label: str, default: int, *, least: int, most: int) -> int:
    """Return a whole number chosen on a slider; the URL holds it."""
    names = {str(number): str(number) for number in range(least, most + 1)}
    keep = follow_url(key, names, str(default))
    return int(st.select_slider(label, list(names), key=key, on_change=keep))


def is_day_between(text: str, first: date, last: date) -> bool:
    """Say whether a text is a day of the calendar inside a window."""
    try:
        return first <= date.fromisoformat(text) <= last
    except ValueError:
        return False


def note_unknown(key: str, given: str, used: str, hint: str = "") -> None:
    """Say, without repeating markup, that a value in the link was not understood."""
    shown = "".join(letter for letter in given[:SHOWN_LENGTH] if letter.isalnum() or letter in " -.")
    st.info(
        f"The link asked for {key} = “{shown}”, which is not known here. Shown instead: {plain(used)}. {hint}",
        icon=":material/link_off:",
        width=PAGE_WIDTH,
    )
