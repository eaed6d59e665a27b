"""What the charts of recognition ask, and the words over them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from analytics.catalog.names import entity_names
from analytics.catalog.run import Result
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE
from analytics.charts.recognition import (
    explain_short,
    name_recognisers,
    plot_curve,
    plot_matrix,
    plot_positions,
    plot_totals,
)
from analytics.charts.style import whole_steps
from analytics.charts.words import between, listed, many, named, say

MOST_RECOGNISERS = 12


@chart("recognition-map", query_id="recognition_status", about="Who recognises one contested entity, on a map.")
def draw_map(ask: Ask, *, entity: str, on: date) -> Drawing:
    """Draw every recorded position on an entity."""
    status, totals = ask("recognition_status", entity=entity, on=on), ask("recognition_totals", on=on)
    title = say_total(entity, totals)
    figure = plot_positions(status.frame, row_of(entity, totals)) if len(status.frame) else None
    told = [f"Positions on {say(on)}.", name_recognisers(status.frame), BOUNDARY_NOTE]
    subtitle = " ".join(filter(None, told))
    return Drawing(figure, (status, totals), title, subtitle, f"World map of positions. {title}.")


def say_total(entity: str, totals: Result) -> str:
    """Return by how many an entity is recognised, as a heading: those beyond doubt, to all of them."""
    row, name = row_of(entity, totals), entity_names()[entity]
    if row is None:
        return f"{name}: not declared yet, or no longer contested"
    others = f" and {many(row['other_recognisers'], 'other')}" if row["other_recognisers"] else ""
    certain = row["recognisers"] - row["uncertain"]
    return f"{name}: recognised by {between(certain, row['recognisers'])} of {row['un_members']} UN members{others}"


def tell_curve(timeline: pd.DataFrame, total: Mapping[Any, Any] | None, name: str) -> str:
    """Return how many recognised an entity when most did, as far as dates tell."""
    if timeline.empty:
        return f"Recognition of {name} over time"
    best = timeline[timeline["cumulative"] == timeline["cumulative"].max()].iloc[0]
    count = best["cumulative"]
    lasts = timeline["cumulative"].iloc[-1] == count
    when = f"{'by' if lasts else 'at the peak, in'} {best['date']:%B %Y}"
    if total and total["undated"]:
        return f"{total['undated']} recognitions of {name} have no date; {count} dated ones stood {when}"
    if total and total["otherwise_recognised"]:
        return f"Of those that withheld recognition of {name}, {count} gave it {when}"
    return f"{many(count, 'state or entity', 'states and entities')} recognised {name} {when}"


def row_of(entity: str, totals: Result) -> dict[Any, Any] | None:
    """Return an entity's row of the totals; none on a day on which it is not listed."""
    return next((row for row in totals.frame.to_dict("records") if row["entity"] == entity), None)


@chart("recognition-curve", query_id="recognition_timeline", about="How many states recognised one entity, over time.")
def draw_curve(ask: Ask, *, entity: str, on: date) -> Drawing:
    """Draw the number of recognising states, the day marked."""
    result, totals = ask("recognition_timeline", entity=entity), ask("recognition_totals", on=on)
    frame, title = result.frame, tell_curve(result.frame, row_of(entity, totals), named(entity_names()[entity]))
    subtitle = f"Recognising states, UN members and others; dated changes only; dotted: {say(on)}"
    figure = plot_curve(frame, on, result.as_of) if len(frame) else None
    if figure:
        figure.update_yaxes(whole_steps(frame["cumulative"].max()))
    return Drawing(figure, (result, totals), title, subtitle, f"Step curve of recognising states. {title}.")


@chart(
    "recognition-totals", query_id="recognition_totals", about="Contested entities by the members that recognise them."
)
def draw_totals(ask: Ask, *, on: date, entity: str = "XDN", alike: bool = False) -> Drawing:
    """Draw every contested entity, one of them in the accent colour, or with it those alike that one state contests."""
    totals = ask("recognition_totals", on=on)
    chosen = [entity, *find_alike(entity, totals)] if alike else [entity]
    red = f"; red: {listed([entity_names()[one] for one in chosen])}" if row_of(entity, totals) else ""
    subtitle = f"UN members that recognise it, {say(on)}{red}{explain_short(totals.frame)}"
    return Drawing(
        plot_totals(totals.frame, chosen) if len(totals.frame) else None,
        (totals,),
        tell_spread(totals.frame, on),
        subtitle,
        f"Bars of recognising UN members for each contested entity. {say_total(entity, totals)}.",
    )


def tell_spread(totals: pd.DataFrame, on: date) -> str:
    """Return how many contested entities most members recognise, and how many none, as ranges where doubt decides."""
    if totals.empty:
        return f"No contested entity is recorded for {say(on)}"
    half, certain = totals["un_members"] / 2, totals["recognisers"] - totals["uncertain"]
    least, most = int((certain > half).sum()), int((totals["recognisers"] > half).sum())
    none = between(int((totals["recognisers"] == 0).sum()), int((certain == 0).sum()))
    rest = "all by at least one" if none == "none" else f"{none} by none"
    return (
        f"Of {many(len(totals), 'contested entity', 'contested entities')}, {between(least, most)} "
        f"{'was' if most == 1 else 'were'} recognised by more than half of UN members and {rest}"
    )


def find_alike(entity: str, totals: Result) -> list[str]:
    """Return the entities of the same kind that the same state contests, in the order of codes."""
    own = row_of(entity, totals)
    rows = totals.frame.to_dict("records") if own else []
    same = [row["entity"] for row in rows if own and all(row[name] == own[name] for name in ("kind", "contested_by"))]
    return sorted(one for one in same if one != entity)


@chart("recognition-matrix", query_id="recognition_matrix", about="Who recognises the entities that few recognise.")
def draw_matrix(ask: Ask, *, on: date, most: int = MOST_RECOGNISERS) -> Drawing:
    """Draw recognisers against the entities of fewest recognisers."""
    result = ask("recognition_matrix", on=on, most=most)
    return Drawing(
        plot_matrix(result.frame) if len(result.frame) else None,
        (result,),
        tell_firmest(result.frame, on),
        f"Entities recognised by at most {most} UN members, and by at least one state or entity, {say(on)}; "
        f"open: in doubt{explain_short(result.frame)}",
        "Grid of recognisers against entities.",
    )


def tell_firmest(matrix: pd.DataFrame, on: date) -> str:
    """Return which states recognise most of the entities that few recognise."""
    if matrix.empty:
        return f"No state is recorded as recognising what few recognise on {say(on)}"
    counts = matrix.groupby("state_name")["entity"].nunique()
    names = [named(str(name)) for name in counts[counts == counts.max()].index]
    each, entities = " each" if len(names) > 1 else "", matrix["entity"].nunique()
    if entities == 1:
        return f"{listed(names)} recognised the one entity that few recognise"
    return f"{listed(names)}{each} recognised {counts.max()} of the {entities} least recognised entities"


@chart("recognition-list", query_id="recognition_status", about="Every recorded position on one entity, as a table.")
def draw_list(ask: Ask, *, entity: str, on: date) -> Drawing:
    """Return the table of positions."""
    status = ask("recognition_status", entity=entity, on=on)
    name, count = named(entity_names()[entity]), status.table.num_rows
    title = f"{many(count, 'recorded position')} on {name}"
    if count:
        kinds = status.frame["position"].astype(str).str.replace("_", " ").value_counts()
        title += f": {', '.join(f'{number} {kind}' for kind, number in kinds.items())}"
    return Drawing(None, (status,), title, f"{say(on)}, with evidence grade and citation", f"Table. {title}.")
