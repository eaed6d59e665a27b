"""Charts of voting blocs: a session's matrix ordered by bloc, its blocs on a map, one member's way between them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.names import state_names
from analytics.catalog.series import series_of
from analytics.charts.alignment_words import (
    MEASURES,
    STORED_RULE,
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
from analytics.charts.maps import BOUNDARY_NOTE, plot_world
from analytics.charts.style import ACCENT, BLUE, FAINT, INK, SERIES
from analytics.charts.words import called, first, listed, many

DIVERGING = [[0, ACCENT], [0.5, "#f3f1ec"], [1, BLUE]]
MATRIX_PIXELS = 760
POWERS = {
    "USA": ("with_usa", "the United States"),
    "RUS": ("with_rus", "Russia"),
    "CHN": ("with_chn", "China"),
}


@chart("alignment-matrix", query_id="alignment_matrix", about="Agreement of all members in a session, ordered by bloc.")
def draw_matrix(
    ask: Ask,
    *,
    session: int,
    measure: str = "kappa",
    unanimous: str = "drop",
    absence: str = "pairwise",
    universe: str = "all",
) -> Drawing:
    """Draw the matrix of a session as a heatmap, members ordered by bloc and by how firmly they belong to it."""
    switches = {"unanimous": unanimous, "absence": absence, "universe": universe}
    result = ask("alignment_matrix", session=session, measure=measure, **switches)
    blocs = ask("blocs", session=session)
    if not len(result.frame):
        title = f"No joint votes in the {ordinal(session)} session"
        return Drawing(None, (result, blocs), title, f"{MEASURES[measure]}. {rule(universe, absence, unanimous)}", "")
    count = blocs.frame["bloc"].nunique()
    title = (
        f"{count} voting blocs in the {ordinal(session)} session, the largest of {blocs.frame['members'].max()} members"
    )
    subtitle = (
        f"{MEASURES[measure]} of every pair, ordered by bloc: {'; '.join(bloc_names(blocs.frame))}. "
        f"{rule(universe, absence, unanimous)}; {say_joint(result.frame)} a pair"
        f"{say_unfinished(ask, result, session)}"
    )
    return Drawing(plot_matrix(result.frame, blocs.frame), (result, blocs), title, subtitle, f"Heatmap. {title}.")


def bloc_names(blocs: pd.DataFrame) -> list[str]:
    """Return the names of blocs with their size, the largest first."""
    firmest = blocs.drop_duplicates("bloc")
    return [f"{row.bloc_name} ({row.members})" for row in firmest.itertuples()]


def plot_matrix(frame: pd.DataFrame, blocs: pd.DataFrame) -> go.Figure:
    """Return a heatmap of members by members with lines between the blocs."""
    present = set(frame["state_a"])
    ordered = blocs[blocs["state"].isin(present)]
    order = [*ordered["state"], *sorted(present - set(ordered["state"]))]
    grid = frame.pivot_table(index="state_a", columns="state_b", values="value").reindex(index=order, columns=order)
    names = state_names()
    labels = [names[state] for state in order]
    figure = go.Figure(
        go.Heatmap(
            x=labels,
            y=labels,
            z=grid.to_numpy().round(3),
            zmin=-1 if frame["value"].min() < 0 else 0,
            zmax=1,
            colorscale=DIVERGING,
            colorbar={"thickness": 12, "len": 0.6},
            hovertemplate="%{y} and %{x}: %{z:.2f}<extra></extra>",
        )
    )
    edges = ordered.groupby("bloc").size().cumsum().tolist()[:-1]
    for edge in edges:
        figure.add_hline(y=edge - 0.5, line={"color": INK, "width": 1})
        figure.add_vline(x=edge - 0.5, line={"color": INK, "width": 1})
    figure.update_layout(height=MATRIX_PIXELS, meta={"phone_height": 420})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, autorange="reversed")
    return figure


@chart("alignment-blocs", query_id="blocs", about="The voting blocs of a session on a map.")
def draw_blocs(ask: Ask, *, session: int) -> Drawing:
    """Draw the blocs of a session as a map."""
    result = ask("blocs", session=session)
    frame = result.frame
    if not len(frame):
        return Drawing(None, (result,), f"No blocs are estimated for the {ordinal(session)} session", "", "")
    joint = ask("alignment_matrix", session=session, measure="kappa")
    firmest = frame.drop_duplicates("bloc")
    labels = {str(row.bloc): f"{row.bloc_name} ({row.members})" for row in firmest.itertuples()}
    colours = dict(zip(labels, [*SERIES, *[FAINT] * len(labels)], strict=False))
    shaky = int((frame["stability"] < 0.6).sum())
    title = f"{len(labels)} blocs in the {ordinal(session)} session; {shaky} of {len(frame)} members stood between them"
    subtitle = (
        "Louvain communities in the network of κ above 0; between: shares its bloc with fewer than three in five of "
        f"its fellows when the roll calls are drawn again. {STORED_RULE}; {say_joint(joint.frame)} a pair"
        f"{say_unfinished(ask, result, session)}. {BOUNDARY_NOTE}"
    )
    shown = frame.assign(
        bloc=frame["bloc"].astype(str),
        told=[f"{row.state_name}, stability {row.stability:.2f}" for row in frame.itertuples()],
    )
    figure = plot_world(shown, category="bloc", colours=colours, labels=labels, hover="told")
    return Drawing(figure, (result,), title, subtitle, f"World map of voting blocs. {title}.")


@chart("alignment-moves", query_id="bloc_series", about="How a member moved between voting blocs.")
def draw_moves(ask: Ask, *, state: str) -> Drawing:
    """Draw how firmly a member belonged to its bloc, session by session, and who else was in it."""
    result = ask("bloc_series", state=state)
    frame = result.frame
    title, basis = f"{called(state)} is in no bloc of any session", ""
    if len(frame):
        whole = last_whole(ask, result)
        complete = frame[frame["session"] <= whole]
        last = (complete if len(complete) else frame).iloc[-1]
        held, name = say_session(last["session"], whole, None), called_in(state, last["session"])
        company = company_of(last, state, of_its_time=True)
        title = f"{name} voted in a bloc of {last['members']} {company} in the {held}"
        basis = f"; {say_roll_calls(frame)}{say_open(frame, whole)}"
    subtitle = (
        "Height: share of its bloc's members that stay with it when the roll calls are drawn again. Louvain "
        f"communities in the network of κ above 0. {STORED_RULE}{basis}"
    )
    figure = plot_moves(frame, state) if len(frame) else None
    return Drawing(figure, (result,), title, subtitle, f"Dots by session. {title}.")


def say_roll_calls(frame: pd.DataFrame) -> str:
    """Return on how many roll calls the blocs of the sessions rest."""
    low, high = frame["roll_calls"].min(), frame["roll_calls"].max()
    return f"{many(low, 'roll call') if low == high else f'{low} to {high} roll calls'} a session"


def company_of(row: pd.Series, state: str, *, of_its_time: bool = False) -> str:
    """Return which of three powers, itself left out, shared a bloc in a session, by their names then if told so."""
    shared = [
        called_in(code, row["session"]) if of_its_time else name
        for code, (column, name) in POWERS.items()
        if code != series_of(state) and pd.notna(row[column]) and row[column]
    ]
    return f"with {listed(shared)}" if shared else "with none of the powers"


def plot_moves(frame: pd.DataFrame, state: str) -> go.Figure:
    """Return dots over sessions, coloured by the company of the powers."""
    company = pd.Series([company_of(row, state) for _, row in frame.iterrows()], index=frame.index)
    figure = go.Figure()
    for number, name in enumerate(company.value_counts().index):
        rows = frame[company == name]
        figure.add_scatter(
            x=rows["year"],
            y=rows["stability"],
            mode="markers",
            marker={"size": 9, "color": SERIES[number % len(SERIES)]},
            name=first(name),
            customdata=rows[["session", "members"]],
            hovertemplate="Session %{customdata[0]}: bloc of %{customdata[1]}, stability %{y:.2f}<extra></extra>",
        )
    figure.update_yaxes(range=[0, 1.04])
    figure.update_layout(height=340)
    return figure
