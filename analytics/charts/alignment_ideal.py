"""Charts of ideal points: a session's members in their order, one member's way with its interval."""

from collections.abc import Hashable, Mapping
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.names import state_names
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.alignment import whole_and_open
from analytics.charts.alignment_words import (
    STORED_RULE,
    called_in,
    last_whole,
    ordinal,
    say_open,
    say_session,
    say_unfinished,
)
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import BLUE, FAINT, MUTED, SLATE, STATE_COLOURS, colour_pair, sheer
from analytics.charts.words import called, first, listed, named, say

POWERS = ("USA", "GBR", "FRA", "CHN", "RUS")
LANDMARKS = {"USA": "usa", "CHN": "chn", "RUS": "rus"}
LABEL_PIXELS = 14
# How many names fit above each other along the line ends.
LABELS_HIGH = 22
# How many letters of a name fit beside the lines; a longer one is broken.
LABEL_LETTERS, LABEL_ROOM = 17, 116
BAR = "rgba(138,143,152,0.45)"
AXIS = "Side of the United States →"
SCALE_NOTE = (
    "Position on the one dimension that best tells votes apart, the United States' side up; 0 is the mean of all "
    "members and sessions, 1 their standard deviation"
)


@chart("alignment-ideal-points", query_id="ideal_points", about="Ideal points of all members in a session.")
def draw_ideal_points(ask: Ask, *, session: int) -> Drawing:
    """Draw the members of a session in the order of their ideal points, with 95% intervals."""
    result = ask("ideal_points", session=session)
    frame = result.frame
    if not len(frame):
        title = f"No ideal points are estimated for the {ordinal(session)} session"
        return Drawing(None, (result,), title, SCALE_NOTE, f"{title}.")
    highest, lowest = named(frame.iloc[0]["state_name"]), named(frame.iloc[-1]["state_name"])
    title = f"{first(highest)} and {lowest} stood furthest apart in the {ordinal(session)} session"
    subtitle = (
        f"{SCALE_NOTE}. {len(frame)} members in order, bars: 95% intervals of Cordon's own estimate. "
        f"{STORED_RULE}; {say_votes(frame)}{say_unfinished(ask, result, session)}"
    )
    return Drawing(plot_order(frame), (result,), title, subtitle, f"Dots with bars. {title}.")


def plot_order(frame: pd.DataFrame) -> go.Figure:
    """Return a dot per member from the highest ideal point to the lowest, the permanent five and the ends named."""
    ends = {frame["state"].iloc[0], frame["state"].iloc[-1]}
    shown = frame[frame["state"].isin([*POWERS, *ends])]
    figure = go.Figure()
    for rows, colour, size in ((frame, FAINT, 5), (shown, BLUE, 9)):
        figure.add_scatter(
            x=rows["rank"],
            y=rows["ideal_point"],
            mode="markers",
            marker={"size": size, "color": SLATE if colour == FAINT else colours_of(rows)},
            error_y={
                "array": rows["high95"] - rows["ideal_point"],
                "arrayminus": rows["ideal_point"] - rows["low95"],
                "color": BAR if colour == FAINT else MUTED,
                "thickness": 1,
                "width": 0,
            },
            text=rows["state_name"],
            customdata=rows[["low95", "high95", "votes"]],
            hovertemplate="%{text}, rank %{x}: %{y:.2f} (%{customdata[0]:.2f} to %{customdata[1]:.2f}), "
            "%{customdata[2]} votes<extra></extra>",
            showlegend=False,
        )
    steps = zip(shown.to_dict("records"), stack_labels(shown["rank"].tolist(), len(frame)), strict=True)
    figure.update_layout(annotations=[name_of(row, step, high=row["rank"] <= len(frame) / 2) for row, step in steps])
    figure.update_xaxes(title="Rank", range=[0, len(frame) + 3])
    figure.update_yaxes(zeroline=True, zerolinecolor=FAINT, title={"text": AXIS, "standoff": 12})
    return figure


def name_of(row: Mapping[Hashable, Any], step: int, *, high: bool) -> dict[str, Any]:
    """Return the name of a member beside its dot: above in the higher half of ranks, below in the lower."""
    return {
        "x": row["rank"],
        "y": row["high95"] if high else row["low95"],
        "text": row["state_name"],
        "showarrow": False,
        "xanchor": "left" if high else "right",
        "yshift": (8 + LABEL_PIXELS * step) * (1 if high else -1),
    }


def stack_labels(ranks: list[int], members: int) -> list[int]:
    """Return how many steps each name stands off its dot, so that names of near ranks do not collide."""
    near, steps = members / 8, [0] * len(ranks)
    for i in range(len(ranks) - 2, -1, -1):
        if ranks[i + 1] - ranks[i] < near:
            steps[i] = steps[i + 1] + 1 if ranks[i] <= members / 2 else 0
    for i in range(1, len(ranks)):
        if ranks[i] > members / 2 and ranks[i] - ranks[i - 1] < near:
            steps[i] = steps[i - 1] + 1
    return steps


def colours_of(rows: pd.DataFrame) -> list[str]:
    """Return each member's own colour, where it has one."""
    return [STATE_COLOURS.get(str(state), SLATE) for state in rows["state"]]


@chart(
    "alignment-ideal-series",
    query_id="ideal_point_series",
    about="How the ideal point of a member, or of two, moved over sessions.",
)
def draw_ideal_series(ask: Ask, *, state: str, other: str | None = None, on: date | None = None) -> Drawing:
    """Draw ideal points over sessions with their intervals, three powers beside them.

    The title tells the last session that was complete `on` a day, or at the end of the data.
    """
    result = ask("ideal_point_series", state=state, other=other)
    # A successor stands under its series, so rows are told apart by it.
    frames = {str(code): rows for code, rows in result.frame.groupby("state")} if len(result.frame) else {}
    ordered = sorted(frames.items(), key=lambda item: item[0] != series_of(state))
    whole = last_whole(ask, result)
    told = last_whole(ask, result, on) if on else whole
    title = tell_distances(dict(ordered), told, on) if frames else f"{called(state)} has no ideal point in any session"
    subtitle = (
        f"{SCALE_NOTE}. Band: 95% interval of Cordon's own estimate; thin lines are drawn without. {STORED_RULE}; "
        f"{say_votes(result.frame)}{say_open(result.frame, whole)}"
    )
    figure = plot_series(frames, whole, told if on else None) if frames else None
    return Drawing(figure, (result,), title, subtitle, f"Lines over sessions. {title}.")


def tell_distances(frames: Mapping[str, pd.DataFrame], whole: int, on: date | None) -> str:
    """Return how far apart two members stood, or one from the powers, in the last whole session that they share.

    Where no day is asked for, of one that first voted later it is that first session.
    """
    codes = list(frames)
    shared = pd.concat(frames.values()).groupby("session").filter(lambda rows: len(rows) == len(codes))
    pair = " and ".join(called(of_the_day(code, on) if on else code) for code in codes)
    complete = shared[shared["session"] <= whole]
    if shared.empty or (on and complete.empty):
        none = "no ideal points in the same session" if codes[1:] else "no ideal point"
        return first(f"{pair} had {none}{f' by {say(on)}' if on else ''}")
    session = int(complete["session"].max() if len(complete) else shared["session"].min())
    pair = " and ".join(called_in(code, session) for code in codes)
    rows = {row["state"]: row for row in shared[shared["session"] == session].to_dict("records")}
    own = rows[codes[0]]
    held = say_session(session, whole, on)
    if codes[1:]:
        apart = abs(own["ideal_point"] - rows[codes[1]]["ideal_point"])
        scale = f"; {called_in(codes[0], session)} and the United States {abs(own['usa'] - own['ideal_point']):.1f}"
        return f"By their votes, {pair} stood {apart:.1f} apart in the {held}{'' if 'USA' in codes else scale}"
    return f"By its votes, {pair} stood {say_powers(codes[0], own)} in the {held}"


def say_powers(code: str, row: Mapping[Hashable, Any]) -> str:
    """Return how far a member stood from three powers, itself left out, the nearest first."""
    away = {power: abs(row[column] - row["ideal_point"]) for power, column in LANDMARKS.items() if power != code}
    known = sorted((far, power) for power, far in away.items() if pd.notna(far))
    return listed([f"{far:.1f} from {called_in(power, row['session'])}" for far, power in known])


def say_votes(frame: pd.DataFrame) -> str:
    """Return on how many votes the estimates rest."""
    return f"{frame['votes'].min()} to {frame['votes'].max()} votes each" if len(frame) else "no votes"


def plot_series(frames: dict[str, pd.DataFrame], whole: int, told: int | None) -> go.Figure:
    """Return the line of each member in its band, and thin lines of the powers named at their ends.

    Dotted is the way to sessions after `whole`, which were not complete; a dot marks the session `told` of a day.
    """
    figure = go.Figure()
    first, colours = max(frames.values(), key=len), colour_pair(list(frames))
    for code, column in LANDMARKS.items():
        if code not in frames:
            add_line(figure, first[first["session"] <= whole], code, column, whole, colour=colours[code], strong=False)
    for code, frame in frames.items():
        add_band(figure, frame, colours[code])
        add_line(figure, frame, code, "ideal_point", whole, colour=colours[code], strong=True)
        add_dot(figure, frame[frame["session"] == told], "ideal_point", colours[code], size=12)
    spread_labels(figure)
    years = pd.concat([frame["year"] for frame in frames.values()])
    figure.update_layout(showlegend=False, margin={"r": LABEL_ROOM})
    figure.update_xaxes(range=[years.min() - 0.5, years.max() + 0.5])
    figure.update_yaxes(zeroline=True, zerolinecolor=FAINT, title={"text": AXIS, "standoff": 12})
    return figure


def spread_labels(figure: go.Figure) -> None:
    """Put names at the ends of lines beside the longest, apart where they would lie on each other."""
    values = [value for trace in figure.data for value in trace.y if pd.notna(value)]
    room, top = (max(values) - min(values)) / LABELS_HIGH, float("-inf")
    for label in sorted(figure.layout.annotations, key=lambda label: label.y):
        half = room * len(label.text.split("<br>")) / 2
        label.y = max(label.y, top + half)
        top = label.y + half
        label.x = max(year for trace in figure.data for year in trace.x)


def add_band(figure: go.Figure, frame: pd.DataFrame, colour: str) -> None:
    """Add the interval of a member's ideal points."""
    figure.add_scatter(x=frame["year"], y=frame["high95"], mode="lines", line={"width": 0}, hoverinfo="skip")
    figure.add_scatter(
        x=frame["year"],
        y=frame["low95"],
        mode="lines",
        line={"width": 0},
        fill="tonexty",
        fillcolor=sheer(colour, 0.2),
        hoverinfo="skip",
    )


def add_line(
    figure: go.Figure, frame: pd.DataFrame, code: str, column: str, whole: int, *, colour: str, strong: bool
) -> None:
    """Add the line of one member, dotted after the last whole session, named at its end."""
    name = state_names()[code]
    label = "<br>".join(wrap(name, LABEL_LETTERS))
    for rows, dash in whole_and_open(frame, whole):
        figure.add_scatter(
            x=rows["year"],
            y=rows[column],
            mode="lines",
            line={"width": 3.0 if strong else 1.2, "color": colour, "dash": dash},
            hovertemplate=f"{name}, %{{x}}: %{{y:.2f}}<extra></extra>",
        )
    if frame.empty:
        return
    end = frame.ffill().tail(1)
    add_dot(figure, end, column, colour, size=7)
    figure.add_annotation(
        x=end["year"].item(),
        y=end[column].item(),
        text=f"<b>{label}</b>" if strong else label,
        xanchor="left",
        xshift=5,
        showarrow=False,
    )


def add_dot(figure: go.Figure, rows: pd.DataFrame, column: str, colour: str, *, size: int) -> None:
    """Add a dot in a member's colour at the sessions of some rows."""
    marker = {"color": colour, "size": size, "opacity": 1}
    figure.add_scatter(x=rows["year"], y=rows[column], mode="markers", marker=marker, hoverinfo="skip")
