"""Charts of sanctions and exclusions: most sanctioned states, senders, programmes over time, bodies that shut out."""

from collections.abc import Hashable, Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.series import stood_within
from analytics.charts.maps import plot_world
from analytics.charts.spells import add_bars, add_diamonds, lay_lanes, stack_lanes
from analytics.charts.style import ACCENT, BLUE, GOLD, GRID, MUTED, TEAL, hatched, mark_day, whole_steps
from analytics.charts.totals import add_totals
from analytics.charts.words import dated, say

TARGETS_SHOWN = 20
ROW_PIXELS = 24
SENDER_COLOURS = {"own": ACCENT, "eu": GOLD, "unsure": "#e2b09f", "target": BLUE}
SENDER_LABELS = {
    "own": "Senders with measures of their own",
    "eu": "Senders bound only through the EU",
    "unsure": "Senders not known to have kept it up",
}
ORIGINS = {
    "United Nations": (("un",), TEAL, ""),
    "Carries out the UN's": (("implements_un",), TEAL, "/"),
    "At its own initiative": (("autonomous", "mixed"), ACCENT, ""),
    "Following others": (("alignment", "collective"), GOLD, "x"),
    "Initiative not recorded": (("unknown",), MUTED, "."),
}
ORIGIN_OF = {origin: name for name, (origins, _, _) in ORIGINS.items() for origin in origins}


def plot_targets(frame: pd.DataFrame) -> go.Figure:
    """Return bars of the states with most senders, those with measures of their own apart."""
    rows = frame.head(TARGETS_SHOWN).iloc[::-1]
    told = [(row["senders"], tell_product(row["gdp_share"], "; all produce ")) for row in rows.to_dict("records")]
    figure = go.Figure()
    for name, values, colour in (
        (SENDER_LABELS["own"], rows["own_senders"], SENDER_COLOURS["own"]),
        (SENDER_LABELS["eu"], rows["senders"] - rows["own_senders"], SENDER_COLOURS["eu"]),
    ):
        figure.add_bar(
            x=values,
            y=rows["target_name"],
            orientation="h",
            name=name,
            showlegend=bool(values.any()),
            marker={"color": colour},
            customdata=told,
            hovertemplate="%{y}: %{x} of %{customdata[0]} senders%{customdata[1]}<extra>%{fullData.name}</extra>",
        )
    add_totals(figure, rows.set_index("target_name")["senders"])
    figure.update_layout(
        barmode="stack", height=90 + ROW_PIXELS * len(rows), legend={"traceorder": "normal"}, margin={"r": 40}
    )
    figure.update_yaxes(showgrid=False, dtick=1)
    figure.update_xaxes(showgrid=True, gridcolor=GRID, **whole_steps(rows["senders"].max()))
    return figure


def tell_product(share: float, before: str, after: str = "") -> str:
    """Return the senders' share of world product between two words; nothing where it is not known, as before 1960."""
    return "" if pd.isna(share) else f"{before}{share:.0%} of world GDP{after}"


def plot_senders(frame: pd.DataFrame, target: pd.DataFrame) -> go.Figure:
    """Return a world map of the senders of measures against one target, whose place is `target`."""
    kinds = frame["own"].map({True: "own", False: "eu"}).where(frame["certain"].astype(bool), "unsure")
    senders = frame.assign(state=frame["sender"], state_name=frame["sender_name"], kind=kinds)
    labels = SENDER_LABELS | {"target": target["state_name"].iloc[0]}
    shown = pd.concat([senders, target.assign(kind="target")], ignore_index=True)
    return plot_world(shown, category="kind", colours=SENDER_COLOURS, labels=labels, rest="No measures recorded")


def plot_programmes(frame: pd.DataFrame, on: date | None) -> go.Figure:
    """Return the programmes of each sender: a bar each, in lanes of its own where they overlap, a day marked.

    A diamond stands where the end is not known.
    """
    figure = go.Figure()
    ordered = frame.sort_values(["since", "sanction_id"])
    told = [describe(row) for row in ordered.to_dict("records")]
    named = ordered.assign(group=ordered["origin"].astype(str).map(ORIGIN_OF), lane=ordered["sender_name"], told=told)
    stacked, lanes = stack_lanes(named)
    for name, (_, colour, pattern) in ORIGINS.items():
        marker = {"color": colour, "pattern": hatched(pattern)}
        add_bars(figure, stacked[stacked["group"] == name], name=name, marker=marker)
    add_diamonds(figure, stacked, colour=ACCENT)
    lay_lanes(figure, lanes)
    if on:
        mark_day(figure, on)
    return figure


def describe(row: Mapping[Hashable, object]) -> str:
    """Return a programme in words: whose, which, from when, and what is known of its end."""
    since = dated(row["since"], row["start_precision"])
    end = str(row["end_status"]).replace("_", " ")
    if row["end_status"] == "ended":
        end = f"until {say(pd.Timestamp(str(row['until'])).date())}"
    return f"{row['sender_name']}: {row['programme']}<br>from {since}; {end}"


def count_lists(frame: pd.DataFrame) -> int:
    """Return how many of the bodies that shut out states are black lists, which the index does not count."""
    return frame.loc[~frame["in_index"].astype(bool), "organisation"].nunique() if len(frame) else 0


def plot_exclusions(frame: pd.DataFrame, chosen: str | None = None) -> go.Figure:
    """Return bars of the states shut out of most bodies, the chosen one in the accent colour."""
    named = frame.groupby("state_name")["organisation_name"]
    counts = named.nunique().sort_values(kind="stable").tail(TARGETS_SHOWN)
    bodies = named.unique().map("<br>".join)
    accented = set(frame.loc[frame["state"].isin(stood_within(chosen) if chosen else []), "state_name"])
    figure = go.Figure(
        go.Bar(
            x=counts,
            y=counts.index,
            orientation="h",
            marker={"color": [ACCENT if name in accented else BLUE for name in counts.index]},
            text=counts,
            textposition="outside",
            cliponaxis=False,
            customdata=bodies[counts.index],
            hovertemplate="%{y}<br>%{customdata}<extra></extra>",
            showlegend=False,
        )
    )
    figure.update_layout(height=80 + ROW_PIXELS * len(counts), margin={"r": 30})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(showgrid=False, dtick=1)
    return figure
