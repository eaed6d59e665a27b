"""Charts of alignment beyond votes: where two states agree and differ, and who sanctions together."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.names import state_names
from analytics.charts.alignment import ROW_PIXELS
from analytics.charts.alignment_words import NAMED_LEVEL, STORED_RULE, UNIVERSES
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import ACCENT, DIMENSION_COLOURS
from analytics.charts.words import called, listed, many, say

# The colours of the index's dimensions, none of them a state's.
FIELDS = {
    "votes": DIMENSION_COLOURS["alignment"],
    "recognition": DIMENSION_COLOURS["recognition"],
    "sanctions": DIMENSION_COLOURS["sanctions"],
}
COMPARED = {"votes": ("vote", "votes"), "recognition": ("entity", "entities"), "sanctions": ("target", "targets")}
PARTNERS_SHOWN = 15
# As common_ground says it.
UNRECORDED = "no sender on record"


@chart("alignment-fields", query_id="common_ground", about="Where two states agree and differ across three fields.")
def draw_fields(ask: Ask, *, state_a: str, state_b: str, on: date) -> Drawing:
    """Draw agreement by issue of the votes, and as shares of entities and of targets."""
    result = ask("common_ground", state_a=state_a, state_b=state_b, on=on)
    frame = result.frame
    pair = f"{called(state_a)} and {called(state_b)}"
    unrecorded = tell_unrecorded(frame, state_a, state_b)
    told = "; ".join([*tell_fields(frame), *unrecorded])
    title = f"{pair}: {told}" if told else f"Nothing is recorded that {pair} could agree on"
    subtitle = (
        f"Votes: agreement, 0 to 1, in the twelve months to {say(on)}. {STORED_RULE}. Recognition and sanctions that "
        "day: share of the entities that either recognises, of the states that either sanctions"
    )
    figure = plot_fields(frame, unrecorded) if len(frame) else None
    return Drawing(figure, (result,), title, subtitle, f"Bars. {title}.")


def tell_fields(frame: pd.DataFrame) -> list[str]:
    """Return one clause per field."""
    told = []
    votes = frame[frame["item"] == "all"]
    if len(votes):
        joint = many(votes.iloc[0]["compared"], "vote")
        told.append(f"agreement of {votes.iloc[0]['agreement']:.2f} in {joint} of the year before")
    for field, clause, nouns in (
        ("recognition", "the same position on {} of {}", ("contested entity", "contested entities")),
        ("sanctions", "{} of {} in common", ("sanctioned state", "sanctioned states")),
    ):
        rows = compared_in(frame, field)
        if len(rows):
            told.append(clause.format(int(rows["agreement"].sum()), many(len(rows), *nouns)))
    return told


def compared_in(frame: pd.DataFrame, field: str) -> pd.DataFrame:
    """Return the rows of a field in which the two can be compared."""
    return frame[(frame["field"] == field) & frame["agreement"].notna()]


def tell_unrecorded(frame: pd.DataFrame, state_a: str, state_b: str) -> list[str]:
    """Return of which of the two no measures are recorded at all, where the other has some."""
    positions = {"position_a": state_a, "position_b": state_b}
    return [
        f"no measures by {called(state)} on record"
        for column, state in positions.items()
        if (frame[column] == UNRECORDED).any()
    ]


def plot_fields(frame: pd.DataFrame, unrecorded: list[str]) -> go.Figure:
    """Return bars: one per issue of the votes, one for all entities, one for all targets, or why there is none."""
    bars: list[tuple[str, str, Any, Any]] = [
        (str(row.field), f"Votes: {UNIVERSES[str(row.item)]}", row.agreement, row.compared)
        for row in votes_of(frame).itertuples()
    ]
    for field, label in (("recognition", "Recognition: same position"), ("sanctions", "Sanctions: same targets")):
        rows = compared_in(frame, field)
        if len(rows):
            bars.append((field, label, rows["agreement"].mean(), len(rows)))
    texts = [f"{share:.2f} · {many(compared, *COMPARED[field])}" for field, _, share, compared in bars]
    bars += [("sanctions", "Sanctions: not compared", 0.0, 0) for _ in unrecorded]
    texts += unrecorded
    rows = pd.DataFrame(bars, columns=["field", "label", "share", "compared"]).iloc[::-1]
    figure = go.Figure(
        go.Bar(
            x=rows["share"],
            y=rows["label"],
            orientation="h",
            marker={"color": [FIELDS[field] for field in rows["field"]]},
            text=texts[::-1],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
            showlegend=False,
        )
    )
    figure.update_layout(height=80 + (ROW_PIXELS + 4) * len(rows), margin={"r": 120})
    figure.update_xaxes(visible=False, range=[0, 1])
    figure.update_yaxes(showgrid=False)
    return figure


def votes_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the issues of the votes, all roll calls first."""
    rows = frame[frame["field"] == "votes"]
    return rows.assign(first=rows["item"] == "all").sort_values(["first", "compared"], ascending=False)


@chart(
    "alignment-sanctions", query_id="sanction_agreement", about="Which states sanction the same targets as this one."
)
def draw_sanctions(ask: Ask, *, state: str, on: date) -> Drawing:
    """Draw the senders that share most targets with a state."""
    result = ask("sanction_agreement", state=state, on=on)
    frame, name = result.frame, called(state)
    title = f"No measures of {name} are recorded for {say(on)}"
    if len(frame):
        title = f"{name} sanctioned {many(frame.iloc[0]['targets_a'], 'state')}"
        level = frame.loc[frame["jaccard"] == frame["jaccard"].max(), "state_b"]
        alike = listed([called(str(state)) for state in level], NAMED_LEVEL)
        title += (
            f"; {alike} sanctioned the most similar set"
            if frame["jaccard"].max() > 0
            else "; no other on record did the same"
        )
    subtitle = f"Targets of both as a share of the targets of either, {say(on)}; the fifteen most similar"
    figure = plot_partners(frame.head(PARTNERS_SHOWN)) if len(frame) else None
    return Drawing(figure, (result,), title, subtitle, f"Bars. {title}.")


def plot_partners(frame: pd.DataFrame) -> go.Figure:
    """Return bars of the share of targets in common."""
    rows, names = frame.iloc[::-1], state_names()
    figure = go.Figure(
        go.Bar(
            x=rows["jaccard"],
            y=[names[state] for state in rows["state_b"]],
            orientation="h",
            marker={"color": ACCENT},
            text=[f"{row.targets_of_both} of {row.targets_of_either}" for row in rows.itertuples()],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{x:.2f}<extra></extra>",
            showlegend=False,
        )
    )
    figure.update_layout(height=80 + ROW_PIXELS * len(rows), margin={"r": 70})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(showgrid=False)
    return figure
