"""What the page on one state asks beyond the other pages' charts: its positions, vetoes around it, its events."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.run import Result
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.style import ACCENT, BLUE
from analytics.charts.words import called, called_within, dated, first, many, say, tell_untimely

LANES = {
    "membership": "United Nations",
    "recognition": "Recognition",
    "tie": "Ties",
    "sanction": "Sanctions",
    "exclusion": "Exclusion",
    "veto": "Vetoes",
    "nuclear test": "Nuclear tests",
}
# A position without a date stands on every day, and a state has those of its series.
OTHER_TIMES = "; what is listed has no date, or is of a state before or after it"
SIDES = {False: ("By others", ACCENT, "circle"), True: ("By it", BLUE, "diamond")}


@chart(
    "country-timeline", query_id="state_events", about="What happened to a state and what it did, on a line of time."
)
def draw_timeline(ask: Ask, *, state: str) -> Drawing:
    """Draw the events of a state in lanes by kind."""
    result = ask("state_events", state=state)
    frame, name = result.frame, called_within(state)
    title = f"No event of {name} is recorded"
    if len(frame):
        own = frame[frame["done_by_it"].astype(bool)]
        tests = int((own["kind"] == "nuclear test").sum())
        title = (
            f"{first(name)}: {many(len(frame) - len(own), 'step')} by others and {many(len(own), 'step')} of its own"
        )
        title += f", {tests:,} of them nuclear tests" if tests else ""
    return Drawing(
        plot_timeline(frame) if len(frame) else None,
        (result,),
        title,
        "Membership of the United Nations, breaks and lesser steps, recognitions, measures begun, exclusions, vetoes, "
        f"nuclear tests; all on record{to_end(result)}",
        f"Dots in lanes over time. {title}.",
    )


def to_end(result: Result) -> str:
    """Return until when a record runs that no chosen day cuts short."""
    return f", to {say(result.as_of)}" if result.as_of else ""


def plot_timeline(frame: pd.DataFrame) -> go.Figure:
    """Return one lane per kind of event, a dot per event, what is done to the state apart from what it does."""
    figure = go.Figure()
    shown = [kind for kind in LANES if kind in set(frame["kind"])]
    for own, (name, colour, symbol) in SIDES.items():
        rows = frame[frame["done_by_it"].astype(bool) == own]
        told = [
            f"{dated(*pair)}: {text}"
            for *pair, text in zip(rows["date"], rows["date_precision"], rows["told"], strict=True)
        ]
        figure.add_scatter(
            x=rows["date"],
            y=[LANES[str(kind)] for kind in rows["kind"]],
            mode="markers",
            marker={"size": 9, "color": colour, "symbol": symbol},
            name=name,
            text=told,
            hovertemplate="%{text}<extra></extra>",
        )
    figure.update_layout(height=100 + 46 * len(shown))
    figure.update_yaxes(categoryorder="array", categoryarray=[LANES[kind] for kind in shown][::-1])
    return figure


@chart("country-unrecognised", query_id="unrecognised_by", about="Who does not recognise a state on a day.")
def draw_unrecognised(ask: Ask, *, state: str, on: date) -> Drawing:
    """List the members of the United Nations that do not recognise a state."""
    result = ask("unrecognised_by", state=state, on=on)
    count, name = result.table.num_rows, called(state)
    absent = tell_untimely(state, on)
    title = absent or f"No member of the United Nations is on record as not recognising {name}"
    if count and not absent:
        title = f"{first(name)} is not recognised by {many(count, 'member')} of the United Nations"
    return Drawing(
        None,
        (result,),
        title,
        f"Positions on {say(on)}; recognition is not territorial control, and a UN vote is no recognition"
        f"{OTHER_TIMES if absent and count else ''}",
        f"Table of positions. {title}.",
    )


@chart("country-positions", query_id="recognitions_by", about="What a state recognises on a day.")
def draw_positions(ask: Ask, *, state: str, on: date) -> Drawing:
    """List the positions of a state on contested entities."""
    result = ask("recognitions_by", state=state, on=on)
    frame = result.frame
    recognised = frame[frame["position"] == "recognised"]
    contested = recognised["contested"].astype(bool)
    entities = many(int(contested.sum()), "contested entity", "contested entities")
    absent, rest = tell_untimely(state, on), tell_rest(len(frame), contested)
    title = absent or f"{first(called(state))} is on record as recognising {entities}{rest}"
    claims = (recognised["kind"] == "territorial_claim").any()
    return Drawing(
        None,
        (result,),
        title,
        f"Positions on {say(on)}; silence is no position, and a UN vote is no recognition"
        f"{'; a claim to territory counts as an entity, whoever makes it' if claims else ''}"
        f"{OTHER_TIMES if absent and len(frame) else ''}",
        f"Table of positions. {title}.",
    )


def tell_rest(positions: int, contested: pd.Series) -> str:
    """Return what else is among a state's positions than recognitions of what is contested, as the end of a title."""
    settled, others = int((~contested).sum()), positions - len(contested)
    told = f" and {many(settled, 'entity', 'entities')} no longer contested" if settled else ""
    return f"{told}; also {many(others, 'other position')}" if others else told


@chart("country-vetoes", query_id="vetoes_of_state", about="Vetoes cast by a state, and on texts that name it.")
def draw_vetoes(ask: Ask, *, state: str) -> Drawing:
    """List the vetoes cast by a state and those on texts that name it."""
    result = ask("vetoes_of_state", state=state)
    frame, name = result.frame, called_within(state)
    own = int((frame["relation"] == "cast by it").sum()) if len(frame) else 0
    others = len(frame) - own or "none"
    title = f"{first(name)} cast {many(own, 'veto', 'vetoes')}; others cast {others} on texts that name it"
    return Drawing(
        None,
        (result,),
        title,
        f"All on record{to_end(result)}. A veto on a text that names a state may have shielded it or hurt it; the "
        "draft's title tells which",
        f"Table of vetoes. {title}.",
    )
