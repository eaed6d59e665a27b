"""The chart of a session's ideal points: its members in their order, with intervals."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.alignment_words import STORED_RULE, ordinal, say_unfinished
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import BLUE, FAINT, MUTED, SLATE, STATE_COLOURS
from analytics.charts.words import first, named

POWERS = ("USA", "GBR", "FRA", "CHN", "RUS")
LABEL_PIXELS = 14
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


def say_votes(frame: pd.DataFrame) -> str:
    """Return on how many votes the estimates rest."""
    return f"{frame['votes'].min()} to {frame['votes'].max()} votes each" if len(frame) else "no votes"
