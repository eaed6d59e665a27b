"""Charts of alignment: a pair over time, a member's nearest and furthest."""

from datetime import date
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.alignment_events import add_events
from analytics.charts.alignment_words import (
    FEW,
    MEASURES,
    NAMED_LEVEL,
    called_in,
    last_whole,
    ordinal,
    rule,
    say_joint,
    say_open,
    say_session,
    say_unfinished,
)
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import ACCENT, BLUE, MUTED, hatched, mark_day
from analytics.charts.words import called, listed, many, named, say

Measure = Literal["agree", "same_share", "s_abs", "s_sq", "kappa", "pi", "a_abs"]
SHOWN_EACH_WAY = 12
ROW_PIXELS = 24


@chart("alignment-pair", query_id="agreement", about="How alike two members voted, session by session, with events.")
def draw_pair(
    ask: Ask,
    *,
    state_a: str,
    state_b: str,
    measure: Measure = "agree",
    from_: date | None = None,
    to: date | None = None,
    unanimous: str = "drop",
    absence: str = "pairwise",
    universe: str = "all",
    on: date | None = None,
) -> Drawing:
    """Draw one measure of a pair over the sessions; sessions of few joint votes are open.

    The title tells the last session that was complete `on` a day, or at the end of the data.
    """
    switches = {"unanimous": unanimous, "absence": absence, "universe": universe}
    result = ask("agreement", state_a=state_a, state_b=state_b, from_=from_, to=to, **switches)
    events = ask("pair_events", state_a=state_a, state_b=state_b)
    frame = result.frame
    whole = last_whole(ask, result)
    told = last_whole(ask, result, on) if on else whole
    title = say_pair((state_a, state_b), frame, measure, told, on)
    subtitle = (
        f"{MEASURES[measure]} by session. {rule(universe, absence, unanimous)}"
        + (f". Open dots: fewer than {FEW} joint votes" if len(frame) and frame["few"].any() else "")
        + say_open(frame, whole)
    )
    figure = plot_pair(frame, measure, told, whole) if len(frame) else None
    if figure:
        years = int(frame["year"].min()), int(frame["year"].max()) + 1
        add_events(figure, events.frame, years, foot_of(frame, measure), on)
        if on:
            mark_day(figure, on)
    return Drawing(figure, (result, events), title, subtitle, f"Line of agreement by session. {title}.")


def say_pair(states: tuple[str, str], frame: pd.DataFrame, measure: str, session: int, on: date | None) -> str:
    """Return how alike two members voted in a session, or the last one before it in which both did."""
    pair = " and ".join(called(state) for state in states)
    if frame.empty:
        return f"{pair} have no joint votes here"
    complete = frame[frame["session"] <= session]
    if on and complete.empty:
        return f"{pair} cast no joint votes in a session complete by {say(on)}"
    last = (complete if len(complete) else frame).iloc[-1]
    held = say_session(last["session"], session, on)
    pair = " and ".join(called_in(state, last["session"]) for state in states)
    return f"{pair}: {last[measure]:.2f} on {many(last['roll_calls'], 'joint vote')} in the {held}"


def plot_pair(frame: pd.DataFrame, measure: str, told: int, whole: int) -> go.Figure:
    """Return a line over sessions, dotted after the last whole one, the one that the title tells marked."""
    figure = go.Figure()
    marked = frame.loc[frame["session"] <= told, "session"].max()
    for rows, dash in whole_and_open(frame, whole):
        figure.add_scatter(
            x=opened(rows),
            y=rows[measure],
            mode="lines",
            line={"color": BLUE, "width": 2, "dash": dash},
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_scatter(
        x=opened(frame),
        y=frame[measure],
        mode="markers",
        marker={
            "size": [13 if session == marked else 7 for session in frame["session"]],
            "color": BLUE,
            # Of several sizes, Plotly would see through them.
            "opacity": 1,
            "line": {"width": 1.5, "color": BLUE},
            "symbol": ["circle-open" if few else "circle" for few in frame["few"]],
        },
        customdata=frame[["session", "roll_calls"]],
        hovertemplate="Session %{customdata[0]}: %{y:.3f}, %{customdata[1]} joint votes<extra></extra>",
        name=MEASURES[measure],
        showlegend=False,
    )
    low, high = foot_of(frame, measure), 1.0
    figure.update_yaxes(range=[low - 0.06 * (high - low), high + 0.03])
    return figure


def whole_and_open(frame: pd.DataFrame, whole: int) -> list[tuple[pd.DataFrame, str]]:
    """Return the rows of a line over sessions with their dash: dotted is the way to one that was not complete."""
    complete = frame["session"] <= whole
    # The dotted part begins where the other ends.
    parts = (frame[complete], "solid"), (frame[~complete.shift(-1, fill_value=False)], "dot")
    return [(rows, dash) for rows, dash in parts if dash == "solid" or len(rows) > 1]


def foot_of(frame: pd.DataFrame, measure: str) -> float:
    """Return how low a chart of a measure reaches: to 0, or below it where the measure does."""
    return min(0.0, float(frame[measure].min()))


def opened(frame: pd.DataFrame) -> pd.Series:
    """Return the days at which sessions stand: about those on which they opened."""
    return pd.to_datetime(frame["year"].astype(str) + "-09-15")


@chart("alignment-nearest", query_id="nearest", about="Who voted most and least like a member in one session.")
def draw_nearest(
    ask: Ask,
    *,
    state: str,
    session: int,
    measure: str = "agree",
    unanimous: str = "drop",
    absence: str = "pairwise",
    universe: str = "all",
) -> Drawing:
    """Draw the nearest and the furthest of a member as bars."""
    switches = {"unanimous": unanimous, "absence": absence, "universe": universe}
    result = ask("nearest", state=state, session=session, measure=measure, **switches)
    frame, name = result.frame, called_in(state, session)
    title = f"{name} cast no vote in the {ordinal(session)} session that counts here"
    firm = frame[~frame["few"].astype(bool)] if len(frame) else frame
    firm = firm if len(firm) else frame
    if len(firm):
        nearest, furthest = level_with(firm, firm.iloc[0]), level_with(firm, firm.iloc[-1])
        title = f"{ordinal(session)} session: {nearest} voted most like {name}; {furthest} least"
        if firm["rank"].nunique() == 1:
            title = (
                f"{ordinal(session)} session: every member compared with {name} stood at {firm.iloc[0]['value']:.2f}"
            )
    subtitle = MEASURES[measure] + say_ends(firm, frame) + f". {rule(universe, absence, unanimous)}"
    if len(firm):
        left_out = len(frame) - len(firm)
        subtitle += (
            f"; {say_joint(firm)} a pair{say_unfinished(ask, result, session)}"
            + (f". Not drawn: {many(left_out, 'member')} with fewer than {FEW}" if left_out else "")
            + (f". Hatched: fewer than {FEW}" if firm["few"].any() else "")
        )
    return Drawing(plot_nearest(firm) if len(firm) else None, (result,), title, subtitle, f"Bars. {title}.")


def level_with(frame: pd.DataFrame, row: pd.Series) -> str:
    """Return the members that share a rank, the first few by name."""
    return listed([named(name) for name in frame.loc[frame["rank"] == row["rank"], "state_name"]], NAMED_LEVEL)


def say_ends(drawn: pd.DataFrame, frame: pd.DataFrame) -> str:
    """Return which members are drawn as near and which as far; nothing where none is."""
    if drawn.empty:
        return ""
    if len(drawn) <= 2 * SHOWN_EACH_WAY:
        return f", the nearer half (blue) and the further (red) of {len(drawn)}"
    return f", the {SHOWN_EACH_WAY} nearest (blue) and furthest (red) of {len(frame)}"


def plot_nearest(frame: pd.DataFrame) -> go.Figure:
    """Return bars of the nearest above and the furthest below, with joint votes."""
    short = len(frame) <= 2 * SHOWN_EACH_WAY
    rows = frame if short else pd.concat([frame.head(SHOWN_EACH_WAY), frame.tail(SHOWN_EACH_WAY)])
    rows = rows.iloc[::-1]
    near = set(frame.head(len(frame) // 2 if short else SHOWN_EACH_WAY)["state"])
    figure = go.Figure(
        go.Bar(
            x=rows["value"],
            y=rows["state_name"],
            orientation="h",
            marker={
                "color": [BLUE if state in near else ACCENT for state in rows["state"]],
                "pattern": hatched(["/" if few else "" for few in rows["few"]]),
            },
            text=[f"{value:.2f}" for value in rows["value"]],
            textposition="outside",
            cliponaxis=False,
            customdata=rows["roll_calls"],
            hovertemplate="%{y}: %{x:.3f}, %{customdata} joint votes<extra></extra>",
            showlegend=False,
        )
    )
    if not short:
        figure.add_hline(y=SHOWN_EACH_WAY - 0.5, line={"color": MUTED, "width": 1, "dash": "dot"})
    figure.update_layout(height=80 + ROW_PIXELS * len(rows), margin={"r": 44})
    figure.update_yaxes(showgrid=False, dtick=1)
    figure.update_xaxes(visible=False)
    return figure
