"""What the charts of recognition ask, and the words over them."""

from datetime import date

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
from analytics.charts.words import listed, many, named, say

MOST_RECOGNISERS = 12


@chart("recognition-map", query_id="recognition_status", about="Who recognises one contested entity, on a map.")
def draw_map(ask: Ask, *, entity: str, on: date) -> Drawing:
    """Draw every recorded position on an entity."""
    status, totals = ask("recognition_status", entity=entity, on=on), ask("recognition_totals", on=on)
    title = say_total(entity, totals)
    figure = plot_positions(status.frame) if len(status.frame) else None
    told = [f"Positions on {say(on)}.", name_recognisers(status.frame), BOUNDARY_NOTE]
    subtitle = " ".join(filter(None, told))
    return Drawing(figure, (status, totals), title, subtitle, f"World map of positions. {title}.")


def say_total(entity: str, totals: Result) -> str:
    """Return by how many an entity is recognised, as a heading: those beyond doubt, to all of them."""
    rows = totals.frame[totals.frame["entity"] == entity]
    name = entity_names()[entity]
    if rows.empty:
        return f"{name}: not declared yet, or no longer contested"
    row = rows.iloc[0]
    others = f" and {many(row['other_recognisers'], 'other')}" if row["other_recognisers"] else ""
    certain = row["recognisers"] - row["uncertain"]
    range_ = f"{certain} to {row['recognisers']}" if row["uncertain"] else f"{row['recognisers']}"
    return f"{name}: recognised by {range_} of {row['un_members']} UN members{others}"


@chart("recognition-curve", query_id="recognition_timeline", about="How many states recognised one entity, over time.")
def draw_curve(ask: Ask, *, entity: str, on: date) -> Drawing:
    """Draw the number of recognising states, the day marked."""
    result, totals = ask("recognition_timeline", entity=entity), ask("recognition_totals", on=on)
    frame, name = result.frame, named(entity_names()[entity])
    undated = totals.frame.loc[totals.frame["entity"] == entity, "undated"].sum() if len(totals.frame) else 0
    title = f"Recognition of {name} over time"
    if len(frame):
        best = frame[frame["cumulative"] == frame["cumulative"].max()].iloc[0]
        most = f"{many(best['cumulative'], 'recogniser')} in {best['date']:%B %Y}"
        lasts = frame["cumulative"].iloc[-1] == best["cumulative"]
        moved = f"{'rose to' if lasts else 'peaked at'} {most}"
        title = f"Recognition of {name} {moved}"
        if undated:
            title = f"{undated} recognitions of {name} have no date; those that have one {moved}"
    subtitle = f"Recognising states, UN members and others; dated changes only; dotted: {say(on)}"
    figure = plot_curve(frame, on, result.as_of) if len(frame) else None
    return Drawing(figure, (result, totals), title, subtitle, f"Step curve of recognising states. {title}.")


@chart(
    "recognition-totals", query_id="recognition_totals", about="Contested entities by the members that recognise them."
)
def draw_totals(ask: Ask, *, on: date, entity: str = "XDN") -> Drawing:
    """Draw every contested entity, one of them in the accent colour."""
    totals = ask("recognition_totals", on=on)
    subtitle = (
        f"UN members that recognise it, {say(on)}; red: {entity_names()[entity]}; "
        f"hatched: undated, disputed or in doubt{explain_short(totals.frame)}"
    )
    return Drawing(
        plot_totals(totals.frame, entity) if len(totals.frame) else None,
        (totals,),
        tell_spread(totals.frame, on),
        subtitle,
        f"Bars of recognising UN members for each contested entity. {say_total(entity, totals)}.",
    )


def tell_spread(totals: pd.DataFrame, on: date) -> str:
    """Return how many contested entities most members recognise, and how many none."""
    if totals.empty:
        return f"No contested entity is recorded for {say(on)}"
    most = int((totals["recognisers"] > totals["un_members"] / 2).sum())
    none = int((totals["recognisers"] == 0).sum())
    return (
        f"Of {many(len(totals), 'contested entity', 'contested entities')} {most or 'none'} had the recognition of "
        f"more than half of the UN members, {none or 'none'} that of no member"
    )


@chart("recognition-matrix", query_id="recognition_matrix", about="Who recognises the entities that few recognise.")
def draw_matrix(ask: Ask, *, on: date, most: int = MOST_RECOGNISERS) -> Drawing:
    """Draw recognisers against the entities of fewest recognisers."""
    result = ask("recognition_matrix", on=on, most=most)
    return Drawing(
        plot_matrix(result.frame) if len(result.frame) else None,
        (result,),
        tell_firmest(result.frame, on),
        f"Entities with at most {most} recognising UN members, {say(on)}; open: in doubt{explain_short(result.frame)}",
        "Grid of recognisers against entities.",
    )


def tell_firmest(matrix: pd.DataFrame, on: date) -> str:
    """Return which states recognise most of the entities that few recognise."""
    if matrix.empty:
        return f"No state is recorded as recognising what few recognise on {say(on)}"
    counts = matrix.groupby("state_name")["entity"].nunique()
    names = [named(str(name)) for name in counts[counts == counts.max()].index]
    each = " each" if len(names) > 1 else ""
    of = many(matrix["entity"].nunique(), "entity", "entities")
    return f"{listed(names, 3)} recognised most of what few recognise, {counts.max()} of {of}{each}"


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
