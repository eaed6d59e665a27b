"""A list that a person puts in order with buttons, so that the keyboard reaches every one."""

from collections.abc import Callable, Sequence

import streamlit as st

from analytics.charts.words import plain

ICONS = {"Up": ":material/arrow_upward:", "Down": ":material/arrow_downward:", "Remove": ":material/close:"}


def show_order(
    key: str, names: Sequence[str], *, move: Callable[[int, int], None], remove: Callable[[int], None]
) -> None:
    """Show names in order; `move(place, by)` takes one up or down, `remove(place)` out."""
    for place, name in enumerate(names):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{key}-{place}"):
            st.markdown(f"{place + 1}. {plain(name)}", width="stretch")
            offer(f"{key}-{place}-up", "Up", name, off=place == 0, act=move, args=(place, -1))
            offer(f"{key}-{place}-down", "Down", name, off=place == len(names) - 1, act=move, args=(place, 1))
            offer(f"{key}-{place}-out", "Remove", name, off=False, act=remove, args=(place,))


def offer(key: str, what: str, name: str, *, off: bool, act: Callable[..., None], args: tuple[int, ...]) -> None:
    """Show one button of a row, named after what it moves."""
    st.button(
        ICONS[what],
        key=key,
        type="tertiary",
        disabled=off,
        on_click=act,
        args=args,
        help=f"{what}: {plain(name)}",
    )
