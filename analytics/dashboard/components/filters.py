"""Filters that live in the URL: codes and ISO dates in the link, names on the screen."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from analytics.database.open import open_database

SHOWN_LENGTH = 40
STORY_DAY = date(2022, 7, 14)
FIRST_DAY = date(1946, 1, 1)


def choose_code(key: str, label: str, names: Mapping[str, str], default: str, *, help_text: str | None = None) -> str:
    """Return a code chosen by name; the code stands in the URL, the name on the screen.

    A select box bound by Streamlit would put the name there, so the code is kept in the URL here.
    """
    given = st.query_params.get(key)
    slot = f"url:{key}"
    if given is not None and given not in names:
        warn_unknown(key, given, names[default])
    if given != st.session_state.get(slot, default) or key not in st.session_state:
        st.session_state[key] = given if given in names else default
        st.session_state[slot] = st.session_state[key]

    def keep_in_url() -> None:
        chosen = st.session_state[key]
        st.session_state[slot] = chosen
        if chosen == default:
            st.query_params.pop(key, None)
        else:
            st.query_params[key] = chosen

    return st.selectbox(
        label, list(names), format_func=lambda code: names[code], key=key, on_change=keep_in_url, help=help_text
    )


def choose_option(key: str, label: str, names: Mapping[str, str], default: str) -> str:
    """Return one of a few options, shown side by side."""
    if len(names) > 4:
        return choose_code(key, label, names, default)
    given = st.query_params.get(key)
    if given is not None and given not in names.values():
        warn_unknown(key, given, names[default])
    labels = {label: code for code, label in names.items()}
    chosen = st.segmented_control(
        label, list(labels), default=names[default], key=key, bind="query-params", required=True
    )
    return labels.get(chosen or names[default], default)


def choose_state(
    key: str = "state",
    label: str = "State",
    *,
    default: str = "RUS",
    codes: Sequence[str] | None = None,
    everyone: str | None = None,
) -> str | None:
    """Return the code of a state; None for all, where `everyone` names that choice."""
    names = state_names() if codes is None else {code: state_names()[code] for code in codes}
    if everyone is None:
        return choose_code(key, label, names, default)
    chosen = choose_code(key, label, {"all": everyone, **names}, default)
    return None if chosen == "all" else chosen


def choose_entity(key: str = "entity", label: str = "Entity", *, default: str = "XDN") -> str:
    """Return the code of a contested entity."""
    return choose_code(key, label, entity_names(), default)


def choose_day(
    key: str = "on",
    label: str = "Day",
    *,
    default: date = STORY_DAY,
    first: date = FIRST_DAY,
    last: date | None = None,
) -> date:
    """Return a day; the URL holds it as YYYY-MM-DD."""
    last = last or latest_day()
    given = st.query_params.get(key)
    if given is not None and not first.isoformat() <= given <= last.isoformat():
        warn_unknown(key, given, default.isoformat())
    chosen = st.date_input(
        label, default, min_value=first, max_value=last, key=key, bind="query-params", format="YYYY-MM-DD"
    )
    return chosen if isinstance(chosen, date) and first <= chosen <= last else default


def choose_span(
    key_from: str = "from",
    key_to: str = "to",
    *,
    default: tuple[date, date],
    first: date = FIRST_DAY,
    last: date | None = None,
) -> tuple[date, date]:
    """Return first and last day of a span, in order."""
    start_column, end_column = st.columns(2)
    with start_column:
        start = choose_day(key_from, "From", default=default[0], first=first, last=last)
    with end_column:
        end = choose_day(key_to, "To", default=default[1], first=first, last=last)
    if start > end:
        st.info("The span ended before it began; its ends were exchanged.")
    return min(start, end), max(start, end)


def warn_unknown(key: str, given: str, used: str) -> None:
    """Say, without repeating markup, that a value in the link was not understood."""
    plain = "".join(letter for letter in given[:SHOWN_LENGTH] if letter.isalnum() or letter in " -_.")
    st.info(f"The link asked for {key} = “{plain}”, which is not known here; {used} is shown instead.")


@st.cache_data(show_spinner=False)
def state_names() -> dict[str, str]:
    """Return every state's name by code, in the order of names."""
    rows = open_database().execute("select state, name from states order by name").fetchall()
    return dict(rows)


@st.cache_data(show_spinner=False)
def entity_names() -> dict[str, str]:
    """Return every contested entity's name by code, in the order of names."""
    rows = open_database().execute("select entity, name from entities order by name").fetchall()
    return dict(rows)


@st.cache_data(show_spinner=False)
def latest_day() -> date:
    """Return the last day that any table of events reaches."""
    row = open_database().execute("select max(ends_on) from coverage").fetchone()
    return row[0] if row and row[0] else STORY_DAY
