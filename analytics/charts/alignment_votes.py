"""Charts of single votes: one roll call on a map, lonely votes, and agreement in the Security Council."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.names import state_names
from analytics.charts.alignment import ROW_PIXELS
from analytics.charts.alignment_words import MEASURES, NAMED_LEVEL, UNANIMOUS, say_joint, say_span
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE, plot_world
from analytics.charts.style import ACCENT, FAINT, GOLD, SCALE, TEAL, whole_steps, year_steps
from analytics.charts.words import called_within, listed, many, say

SEAT_NOTE = ". Taiwan: the Republic of China, which held China's seat until 1971"
VOTE_COLOURS = {"yes": TEAL, "abstain": GOLD, "no": ACCENT, "absent": FAINT}
VOTE_LABELS = {"yes": "In favour", "abstain": "Abstained", "no": "Against", "absent": "Did not vote"}


@chart("alignment-rollcall", query_id="roll_call", about="How each member voted on one text, on a map.")
def draw_roll_call(ask: Ask, *, resolution: str) -> Drawing:
    """Draw one roll call as a map."""
    result = ask("roll_call", resolution=resolution)
    frame = result.frame
    if not len(frame):
        return Drawing(None, (result,), f"No recorded vote on {resolution}", "", "")
    tally = frame["vote"].astype(str).value_counts()
    head = frame.iloc[0]
    figure = plot_world(
        frame.assign(vote=frame["vote"].astype(str)), category="vote", colours=VOTE_COLOURS, labels=VOTE_LABELS
    )
    title = (
        f"{head['resolution']}: {tally.get('yes', 0)} in favour, {tally.get('no', 0)} against, "
        f"{tally.get('abstain', 0)} abstaining"
    )
    subtitle = f"{head['title']}. {say(head['voted_on'])}; {tally.get('absent', 0)} did not vote. {BOUNDARY_NOTE}"
    return Drawing(figure, (result,), title, subtitle, f"World map of votes. {title}.")


@chart("alignment-lonely", query_id="lonely_votes", about="Texts on which a member voted as almost nobody else did.")
def draw_lonely(
    ask: Ask, *, state: str, from_: date | None = None, to: date | None = None, minority: float = 0.05
) -> Drawing:
    """Draw lonely votes per session by kind of vote."""
    result = ask("lonely_votes", state=state, from_=from_, to=to, minority=minority)
    frame, name = result.frame, called_within(state, from_, to)
    title = f"{name} cast no vote that few others shared"
    if len(frame):
        alone = int((frame["sided"] == 0).sum())
        title = (
            f"{name} voted as at most {minority * 100:g}% of those voting did on {many(len(frame), 'text')}, "
            f"on {f'{alone:,}' if alone else 'none'} of them alone"
        )
    subtitle = (
        "Texts per session on which its vote was that of a small minority of those voting. All recorded votes"
        f"{say_span(from_, to, result)}; absences left out"
    )
    return Drawing(plot_lonely(frame) if len(frame) else None, (result,), title, subtitle, f"Bars. {title}.")


@chart("alignment-lonely-list", query_id="lonely_votes", about="A member's lonely votes with their titles, as a table.")
def draw_lonely_list(
    ask: Ask, *, state: str, from_: date | None = None, to: date | None = None, minority: float = 0.05
) -> Drawing:
    """List the texts on which a member voted as almost nobody else did, the latest first."""
    result = ask("lonely_votes", state=state, from_=from_, to=to, minority=minority)
    frame = result.frame
    title = f"{called_within(state, from_, to)} cast no vote that few others shared"
    if len(frame):
        last = frame.sort_values("date", kind="stable").iloc[-1]
        cast = VOTE_LABELS[last["vote"]].lower()
        title = f"Lonely votes by title; the last on {last['resolution']}, {say(last['date'])}: {cast}"
    subtitle = (
        f"Its vote was that of at most {minority * 100:g}% of those voting. All recorded votes"
        f"{say_span(from_, to, result)}; absences left out"
    )
    return Drawing(None, (result,), title, subtitle, f"Table of votes. {title}.")


@chart("alignment-rollcall-list", query_id="roll_call", about="How each member voted on one text, as a table.")
def draw_roll_call_list(ask: Ask, *, resolution: str) -> Drawing:
    """List the votes of the members on one text."""
    result = ask("roll_call", resolution=resolution)
    title = f"How {result.table.num_rows} members voted on {resolution}"
    return Drawing(None, (result,), title, "Under the names of the time; an absence is no vote", f"Table. {title}.")


def plot_lonely(frame: pd.DataFrame) -> go.Figure:
    """Return stacked bars per session."""
    figure = go.Figure()
    counts = frame.groupby(["session", frame["vote"].astype(str)]).size().reset_index(name="texts")
    for vote in ("no", "abstain", "yes"):
        rows = counts[counts["vote"] == vote]
        if len(rows):
            figure.add_bar(
                x=rows["session"] + 1945, y=rows["texts"], name=VOTE_LABELS[vote], marker={"color": VOTE_COLOURS[vote]}
            )
    figure.update_layout(barmode="stack", hovermode="x unified", bargap=0.15)
    figure.update_xaxes(year_steps(counts["session"]))
    figure.update_yaxes(whole_steps(counts.groupby("session")["texts"].sum().max()))
    return figure


@chart("alignment-council", query_id="council_agreement", about="How alike a member voted with others in the Council.")
def draw_council(
    ask: Ask, *, state_a: str, from_: date | None = None, to: date | None = None, unanimous: str = "drop"
) -> Drawing:
    """Draw a member's agreement with every other member of the Council per year as a heatmap."""
    result = ask("council_agreement", state_a=state_a, from_=from_, to=to, unanimous=unanimous)
    frame = result.frame
    name = called_within(state_a, from_, to)
    title = f"{name} had no seat in this span"
    if len(frame):
        most = frame.groupby("state_b")["roll_calls"].sum().nlargest(15).index
        frame = frame[frame["state_b"].isin(most)]
        weighed = frame.assign(sum=frame["agree"] * frame["roll_calls"]).groupby("state_b")[["sum", "roll_calls"]].sum()
        shares = (weighed["sum"] / weighed["roll_calls"]).round(12).sort_values(kind="stable")
        level = shares.index[shares == shares.iloc[-1]]
        alike = listed([called_within(str(state), from_, to) for state in level], NAMED_LEVEL)
        title = (
            f"In the Council {name} voted most like {alike}: "
            f"{shares.iloc[-1]:.2f} on {say_joint(weighed.loc[level])}{'' if len(level) == 1 else ' each'}"
        )
    seat = SEAT_NOTE if "TWN" in {state_a, *frame["state_b"]} else ""
    subtitle = (
        f"{MEASURES['agree']}, per year on adopted resolutions{say_span(from_, to, result)} "
        "with the fifteen members of most joint votes; "
        f"absences left out; unanimous votes {UNANIMOUS[unanimous].lower()}{seat}"
    )
    figure = plot_council(frame, list(shares.index)) if len(frame) else None
    return Drawing(figure, (result,), title, subtitle, f"Heatmap. {title}.")


def plot_council(frame: pd.DataFrame, order: list[str]) -> go.Figure:
    """Return a heatmap of years by members, the most alike on top."""
    names = state_names()
    grid = frame.pivot_table(index="state_b", columns="year", values="agree").reindex(order)
    joint = frame.pivot_table(index="state_b", columns="year", values="roll_calls").reindex(order)
    figure = go.Figure(
        go.Heatmap(
            x=grid.columns,
            y=[names[state] for state in grid.index],
            z=grid.to_numpy(),
            customdata=joint.to_numpy(),
            zmin=0,
            zmax=1,
            colorscale=[[place / (len(SCALE) - 1), colour] for place, colour in enumerate(SCALE)],
            colorbar={"thickness": 12, "len": 0.8},
            hovertemplate="%{y}, %{x}: %{z:.2f} on %{customdata} votes<extra></extra>",
            xgap=1,
            ygap=1,
        )
    )
    figure.update_layout(height=90 + ROW_PIXELS * len(order))
    figure.update_yaxes(showgrid=False)
    return figure
