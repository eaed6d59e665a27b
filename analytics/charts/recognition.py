"""Charts of recognition: totals of contested entities, the curve of one, who recognises whom."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.places import state_places
from analytics.charts.maps import plot_world
from analytics.charts.style import ACCENT, BLUE, FAINT, GOLD, GRID, PAPER, SLATE, TEAL, VIOLET, hatched, mark_day
from analytics.charts.words import dated, listed, say, shorten

# Who takes no position on record, by whether an entity counts as recognised by all but those that refuse it.
SILENT = {False: "No recognition recorded", True: "Taken to recognise it, no position recorded"}
POSITION_COLOURS = {
    "recognised": BLUE,
    "in_doubt": "#86b7e3",
    "disputed": GOLD,
    "suspended": VIOLET,
    "withdrawn": ACCENT,
    "relations_severed": "#8c2f20",
    "not_recognised": SLATE,
    "lapsed": FAINT,
    "contests": TEAL,
}
POSITION_LABELS = {
    "recognised": "Recognises",
    "in_doubt": "Recognises, in doubt on the day",
    "disputed": "Withdrawal disputed",
    "suspended": "Suspended",
    "withdrawn": "Withdrawn",
    "relations_severed": "Relations severed",
    "not_recognised": "Expressly does not recognise",
    "lapsed": "Lapsed",
    "contests": "Contests it",
}
BAR_HEIGHT = 26
FRAME_HEIGHT = 70
NAME_LENGTH = 40
# Where a name is too long for an axis; the subtitle gives it whole.
SHORT_NAMES = {"XA4": "Four regions as Russian territory"}
# The names above a grid stand upright.
NAMES_HEIGHT = 250
# A grid of more rows than this is taller than a phone.
LONG_GRID = 20
# So few recognisers are named in words.
FEW = 8


def name_recognisers(frame: pd.DataFrame) -> str:
    """Return who recognises an entity, the latest last, where they are few; in doubt on the day, it says so."""
    rows = frame[frame["position"] == "recognised"].sort_values("since") if len(frame) else frame
    if not 0 < len(rows) <= FEW:
        return ""
    names = [
        name if certain else f"{name} (in doubt)"
        for name, certain in zip(rows["state_name"], rows["certain"], strict=True)
    ]
    return f"Recognised by {listed(names, FEW)}."


def axis_names(frame: pd.DataFrame) -> list[str]:
    """Return the names of a frame's entities as an axis has room for them."""
    pairs = zip(frame["entity"], frame["entity_name"], strict=True)
    return [shorten(SHORT_NAMES.get(entity, name), NAME_LENGTH) for entity, name in pairs]


def explain_short(frame: pd.DataFrame) -> str:
    """Return the whole names of the entities that an axis names shortly, as sentences at the end of a subtitle."""
    names = dict(zip(frame["entity"], frame["entity_name"], strict=True))
    return "".join(f". “{short}”: {names[entity]}" for entity, short in SHORT_NAMES.items() if entity in names)


def plot_positions(frame: pd.DataFrame, entity: Mapping[Any, Any] | None) -> go.Figure:
    """Return a world map of the positions in a `recognition_status` frame, who contests the entity and where it lies.

    `entity` is its row of `recognition_totals`; none on a day on which it is not listed.
    """
    disputed = frame["disputed"].astype(bool)
    doubtful = (frame["position"] == "recognised") & ~frame["certain"].astype(bool) & ~disputed
    shown = frame.assign(shown=frame["position"].mask(doubtful, "in_doubt").mask(disputed, "disputed"))
    if entity is None:
        return plot_world(shown, category="shown", colours=POSITION_COLOURS, labels=POSITION_LABELS, rest=SILENT[False])
    places = state_places()
    contests = places[(places["state"] == entity["contested_by"]) & ~places["state"].isin(shown["state"])]
    figure = plot_world(
        pd.concat([shown, contests.assign(shown="contests")]),
        category="shown",
        colours=POSITION_COLOURS,
        labels=POSITION_LABELS,
        rest=SILENT[bool(entity["otherwise_recognised"])],
    )
    if pd.notna(entity["latitude"]):
        figure.add_scattergeo(
            lat=[entity["latitude"]],
            lon=[entity["longitude"]],
            mode="markers",
            marker={"symbol": "diamond", "size": 8, "color": ACCENT, "line": {"width": 1.2, "color": PAPER}},
            name=entity["entity_name"],
            hovertemplate="%{fullData.name}<extra></extra>",
        )
    return figure


def plot_totals(frame: pd.DataFrame, chosen: Collection[str]) -> go.Figure:
    """Return bars of recognisers per entity, the chosen ones in the accent colour, doubt hatched."""
    rows = frame.sort_values(["recognisers", "entity"])
    names = axis_names(rows)
    accent = [ACCENT if entity in chosen else BLUE for entity in rows["entity"]]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=rows["recognisers"] - rows["uncertain"],
        orientation="h",
        marker={"color": accent},
        name="Certain",
        showlegend=False,
        customdata=rows[["entity_name", "share"]],
        hovertemplate="%{customdata[0]}: %{x} certain<extra></extra>",
    )
    figure.add_bar(
        y=names,
        x=rows["uncertain"],
        orientation="h",
        marker={"color": accent, "pattern": hatched("/")},
        name="Undated, disputed or in doubt",
        showlegend=bool(rows["uncertain"].any()),
        text=rows["recognisers"].astype(str),
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{x} undated, disputed or in doubt<extra></extra>",
    )
    figure.update_layout(barmode="stack", height=FRAME_HEIGHT + BAR_HEIGHT * len(rows), margin={"r": 40})
    figure.update_xaxes(range=[0, max(rows["un_members"].max(), 1)], showgrid=False, visible=False)
    return figure


def plot_curve(frame: pd.DataFrame, on: date, until: date | None) -> go.Figure:
    """Return the number of recognising states over time, the chosen day marked, `until` the data end."""
    told = frame["state_name"] + ": " + frame["change"].str.replace("_", " ")
    days = known_days(frame["date"], frame["date_precision"])
    ends = [until] if until else []
    figure = go.Figure(
        go.Scatter(
            x=[*frame["date"], *ends],
            y=[*frame["cumulative"], *frame["cumulative"].tail(len(ends))],
            mode="lines",
            line={"shape": "hv", "color": BLUE, "width": 2},
            text=[*told, *("no change since the last" for _ in ends)],
            customdata=[*days, *map(say, ends)],
            hovertemplate="%{customdata}<br>%{text}<br>%{y} states<extra></extra>",
            showlegend=False,
        )
    )
    lost = frame[frame["step"] < 0]
    figure.add_scatter(
        x=lost["date"],
        y=lost["cumulative"],
        mode="markers",
        marker={"color": ACCENT, "size": 7, "symbol": "triangle-down"},
        name="Withdrawn, suspended or severed",
        text=lost["state_name"],
        customdata=known_days(lost["date"], lost["date_precision"]),
        hovertemplate="%{customdata}<br>%{text}<extra></extra>",
    )
    mark_doubt(figure, frame)
    mark_day(figure, on)
    figure.update_yaxes(rangemode="tozero")
    return figure


def mark_doubt(figure: go.Figure, frame: pd.DataFrame) -> None:
    """Mark on a curve from when on it is not known whether a recognition still stands."""
    rows = frame[frame["doubtful_from"].notna()]
    figure.add_scatter(
        x=rows["doubtful_from"],
        y=[frame.loc[frame["date"] <= day, "cumulative"].iloc[-1] for day in rows["doubtful_from"]],
        mode="markers",
        marker={"color": GOLD, "size": 9, "symbol": "circle-open", "line": {"width": 2}},
        name="One in doubt from here on",
        text=rows["state_name"],
        customdata=[say(day) for day in rows["doubtful_from"]],
        hovertemplate="%{text}: in doubt from %{customdata}<extra></extra>",
    )


def known_days(days: pd.Series, precisions: pd.Series) -> list[str]:
    """Return days as far as they are known: 6 October 1973, October 1973, 1973."""
    return [dated(day, precision) or "a day not known" for day, precision in zip(days, precisions, strict=True)]


def repeat_names(figure: go.Figure, entities: list[str], lowest: str) -> None:
    """Write the names above a grid below it too, where those above are scrolled away; an unseen row bears them."""
    figure.add_scatter(
        x=entities,
        y=[lowest] * len(entities),
        xaxis="x2",
        mode="markers",
        opacity=0,
        hoverinfo="skip",
        showlegend=False,
    )
    above = figure.layout.xaxis.to_plotly_json()
    figure.update_layout(
        xaxis2={**above, "side": "bottom", "overlaying": "x", "matches": "x", "showgrid": False},
        height=figure.layout.height + NAMES_HEIGHT,
        margin={"b": NAMES_HEIGHT},
    )


def plot_matrix(frame: pd.DataFrame) -> go.Figure:
    """Return a grid of recognisers against entities, certain positions filled, others open."""
    order = frame.groupby("state_name").size().sort_values().index
    rows = frame.assign(shown=axis_names(frame))
    entities = rows.groupby("shown").size().sort_values(ascending=False).index
    figure = go.Figure(
        go.Scatter(
            x=rows["shown"],
            y=rows["state_name"],
            mode="markers",
            marker={
                "size": 11,
                "symbol": ["square" if certain else "square-open" for certain in rows["certain"]],
                "color": BLUE,
                "line": {"width": 1.5, "color": BLUE},
            },
            customdata=list(zip(known_days(rows["since"], rows["date_precision"]), rows["entity_name"], strict=True)),
            hovertemplate="%{y} recognises %{customdata[1]}<br>since %{customdata[0]}<extra></extra>",
            showlegend=False,
        )
    )
    figure.update_yaxes(categoryorder="array", categoryarray=list(order), gridcolor=GRID)
    figure.update_xaxes(
        categoryorder="array",
        categoryarray=list(entities),
        side="top",
        tickangle=-90,
        automargin=False,
        showgrid=True,
        gridcolor=GRID,
    )
    figure.update_layout(height=NAMES_HEIGHT + 20 + 22 * len(order), margin={"t": NAMES_HEIGHT, "r": 12})
    if len(order) > LONG_GRID:
        repeat_names(figure, list(entities), order[0])
    return figure
