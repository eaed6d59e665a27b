"""What a reader looks at, taken along from page to page: a state, a second one, a contested entity, a day.

Moving to another page, Streamlit begins its address anew; the visit remembers. A link of its own goes before.
"""

from collections.abc import Callable

import streamlit as st

# Filter by filter, what it is that goes along: a target is a state as well.
CARRIED = {"state": "state", "target": "state", "with": "with", "entity": "entity", "on": "on"}
# The second state and the day begin otherwise on one page than on others: only what was chosen goes along.
ONLY_CHOSEN = {"with", "on"}
PAIR = ("RUS", "PRK")
HERE, VISIT = "page shown", "pages come to"


def enter_page(name: str) -> None:
    """Note which page is shown, and that the reader came to it where another was shown before."""
    if st.session_state.get(HERE) != name:
        st.session_state[HERE] = name
        st.session_state[VISIT] = st.session_state.get(VISIT, 0) + 1


def arrives(key: str) -> bool:
    """Say whether a filter is shown for the first time since the reader came to this page."""
    return bool(st.session_state.get(f"visit:{key}", 0) != st.session_state.get(VISIT))


def go_on(key: str, known: Callable[[str], bool], default: str, *, linked: bool) -> str:
    """Return what a reader who just came brings along for a filter, and put it into the link; else the default.

    That is also where the link says something of its own, or where this page does not know what is brought.
    """
    came = arrives(key)
    st.session_state[f"visit:{key}"] = st.session_state.get(VISIT)
    code = brought(key)
    if linked or not came or code is None or not known(code):
        return default
    if code != default:
        st.query_params[key] = code
    return code


def keep_apart(key: str, default: str, other: str) -> None:
    """Let a second state begin as another than the first, unless the link says that they are the same."""
    begins = brought(key) or default
    if key not in st.query_params and arrives(key) and begins == other:
        st.query_params[key] = next(code for code in PAIR if code != other)


def brought(key: str) -> str | None:
    """Return what the reader takes along for a filter."""
    code: str | None = st.session_state.get(f"brought:{CARRIED.get(key)}")
    return code


def bring(key: str, code: str, *, chosen: bool) -> None:
    """Take along what a filter shows; `chosen` where a link or the reader says so and not the page alone.

    What a page begins with goes along only where nothing else does: a choice that this page does not know is kept.
    """
    if key in CARRIED and (chosen or (key not in ONLY_CHOSEN and brought(key) is None)):
        st.session_state[f"brought:{CARRIED[key]}"] = code
