"""The chart of one member's ideal points, or of two's, over sessions, with intervals."""

from collections.abc import Hashable, Mapping
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.names import state_names
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.alignment import whole_and_open
from analytics.charts.alignment_ideal import AXIS, SCALE_NOTE, say_votes
from analytics.charts.alignment_words import STORED_RULE, called_in, last_whole, say_open, say_session
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import FAINT, colour_pair, sheer
from analytics.charts.words import called, first, listed, say

LANDMARKS = {"USA": "usa", "CHN": "chn", "RUS": "rus"}
# How many names fit above each other along the line ends.
LABELS_HIGH = 22
# How many letters of a name fit beside the lines; a longer one is broken.
LABEL_LETTERS, LABEL_ROOM = 17, 116


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
