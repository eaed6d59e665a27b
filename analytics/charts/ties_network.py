"""Whose relations were broken on a day: states on a circle, a curve per pair."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, BLUE, MUTED

SHORT_NAMES = {
    "ARE": "UAE",
    "CAF": "Central Afr. Rep.",
    "COD": "DR Congo",
    "COG": "Congo (Rep.)",
    "DOM": "Dominican Rep.",
    "FSM": "Micronesia",
    "GBR": "UK",
    "GNQ": "Eq. Guinea",
    "STP": "São Tomé",
    "USA": "United States",
    "VCT": "St Vincent",
}
# Regions in the order of the circle, each beside its neighbours.
CONTINENTS = {
    "Americas": ("Northern America", "Central America", "Caribbean", "South America"),
    "Africa": ("Western Africa", "Northern Africa", "Middle Africa", "Eastern Africa", "Southern Africa"),
    "Asia": ("Western Asia", "Central Asia", "Southern Asia", "South-eastern Asia", "Eastern Asia"),
    "Oceania": ("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"),
    "Europe": ("Eastern Europe", "Southern Europe", "Western Europe", "Northern Europe"),
}
CONTINENT_OF = {region: continent for continent, regions in CONTINENTS.items() for region in regions}
# Places left free between two continents.
GAP = (None, None)
LONGEST_NAME = 16
CURVE_POINTS = 15
DEPTH = 0.75
RADIUS = 1.0
LABEL_GAP = 0.05
REACH = 1.55
NETWORK_PIXELS = 640
PHONE_PIXELS = 420
# Half the width that a phone leaves a chart, and a letter of a name in bold, as that of the chosen state, in pixels.
PHONE_HALF, LETTER_PIXELS = 173, 6.8


@dataclass(frozen=True)
class Node:
    """A state's place on the circle."""

    state: str
    label: str
    angle: float

    @property
    def x(self) -> float:
        """Return the horizontal place."""
        return RADIUS * math.cos(self.angle)

    @property
    def y(self) -> float:
        """Return the vertical place."""
        return RADIUS * math.sin(self.angle)


def plot_network(frame: pd.DataFrame, regions: dict[str, str], chosen: str | None) -> go.Figure:
    """Return states on a circle by continent, joined where relations are broken or downgraded.

    Solid lines are certain, dotted ones are not; lines of the chosen state carry the accent.
    """
    nodes = place_nodes(frame, regions)
    pairs = join_pairs(frame)
    figure = go.Figure()
    for certain, dash in ((True, "solid"), (False, "dot")):
        for accent in (False, True):
            chosen_pairs = [pair for pair, rows in pairs.items() if rows == certain and (chosen in pair) == accent]
            add_curves(figure, chosen_pairs, nodes, dash=dash, accent=accent, certain=certain)
    add_points(figure, frame, nodes, chosen)
    axis = {"visible": False, "range": [-REACH, REACH], "fixedrange": True}
    figure.update_layout(
        annotations=[label_of(node, bold=node.state == chosen) for node in nodes.values()],
        xaxis=axis,
        yaxis={**axis, "scaleanchor": "x", "scaleratio": 1},
        height=NETWORK_PIXELS,
        meta={"phone_height": PHONE_PIXELS, "phone_reach": phone_reach(nodes.values())},
        hovermode="closest",
        showlegend=True,
    )
    return figure


def phone_reach(nodes: Iterable[Node]) -> float:
    """Return how far the axes must reach for the names beside the circle to fit the width of a phone."""
    shares = [abs(math.cos(node.angle)) * LETTER_PIXELS * len(node.label) / PHONE_HALF for node in nodes]
    return max([REACH, *((RADIUS + LABEL_GAP) / (1 - share) for share in shares)])


def place_nodes(frame: pd.DataFrame, regions: dict[str, str]) -> dict[str, Node]:
    """Return every state named, clockwise from the top by continent, with a gap between two."""
    names = dict(zip(frame["initiator"], frame["initiator_name"], strict=True))
    names |= dict(zip(frame["target"], frame["target_name"], strict=True))
    places = {region: place for place, region in enumerate(CONTINENT_OF)}
    ordered = sorted(names, key=lambda state: (places.get(regions.get(state, ""), len(places)), names[state]))
    by_continent = groupby(ordered, lambda state: CONTINENT_OF.get(regions.get(state, "")))
    slots = [slot for _, states in by_continent for slot in (*states, *GAP)]
    step = 2 * math.pi / max(len(slots), 1)
    return {
        state: Node(state, short_name(state, names[state]), math.pi / 2 - place * step)
        for place, state in enumerate(slots)
        if state
    }


def short_name(state: str, name: str) -> str:
    """Return a name that fits on the rim, the code where none does."""
    short = SHORT_NAMES.get(state, name)
    return short if len(short) <= LONGEST_NAME else state


def join_pairs(frame: pd.DataFrame) -> dict[tuple[str, str], bool]:
    """Return each pair of states, and whether any step between the two is certain."""
    pairs: dict[tuple[str, str], bool] = {}
    for row in frame.to_dict("records"):
        pair = (min(row["initiator"], row["target"]), max(row["initiator"], row["target"]))
        pairs[pair] = pairs.get(pair, False) or bool(row["certain"])
    return pairs


def add_curves(
    figure: go.Figure,
    pairs: Iterable[tuple[str, str]],
    nodes: dict[str, Node],
    *,
    dash: str,
    accent: bool,
    certain: bool,
) -> None:
    """Add the curves of some pairs as one trace, drawn towards the middle the farther apart the two are."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right in pairs:
        first, second = nodes[left], nodes[right]
        pull = 1 - DEPTH * min(1.0, math.hypot(first.x - second.x, first.y - second.y))
        middle_x, middle_y = pull * (first.x + second.x) / 2, pull * (first.y + second.y) / 2
        for step in range(CURVE_POINTS + 1):
            at = step / CURVE_POINTS
            start, middle, end = (1 - at) ** 2, 2 * at * (1 - at), at**2
            x.append(start * first.x + middle * middle_x + end * second.x)
            y.append(start * first.y + middle * middle_y + end * second.y)
        x.append(None)
        y.append(None)
    if not x:
        return
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        name="certain" if certain else "uncertain",
        legendgroup=str(certain),
        showlegend=not any(trace.legendgroup == str(certain) for trace in figure.data),
        line={"dash": dash, "width": 2.4 if accent else 1.3, "color": ACCENT if accent else MUTED},
        opacity=1 if accent else 0.75,
        hoverinfo="skip",
    )


def add_points(figure: go.Figure, frame: pd.DataFrame, nodes: dict[str, Node], chosen: str | None) -> None:
    """Add a point per state, as large as the number of states it is broken with."""
    partners = partners_of(frame)
    figure.add_scatter(
        x=[node.x for node in nodes.values()],
        y=[node.y for node in nodes.values()],
        mode="markers",
        showlegend=False,
        marker={
            "size": [6 + 2.2 * math.sqrt(len(partners[state])) for state in nodes],
            "color": [BLUE if state == chosen else MUTED for state in nodes],
        },
        customdata=[
            f"<b>{node.label}</b>: {len(partners[state])}<br>" + "<br>".join(partners[state][:25])
            for state, node in nodes.items()
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def partners_of(frame: pd.DataFrame) -> dict[str, list[str]]:
    """Return the names of the states with which each state is broken, in alphabetical order."""
    names: dict[str, set[str]] = {}
    for row in frame.to_dict("records"):
        names.setdefault(row["initiator"], set()).add(row["target_name"])
        names.setdefault(row["target"], set()).add(row["initiator_name"])
    return {state: sorted(partners) for state, partners in names.items()}


def label_of(node: Node, *, bold: bool) -> dict[str, object]:
    """Return the annotation that writes a state's name outwards from its point."""
    degrees = math.degrees(node.angle) % 360
    right = degrees < 90 or degrees > 270
    horizontal, vertical = math.cos(node.angle), math.sin(node.angle)
    return {
        "x": (RADIUS + LABEL_GAP) * horizontal,
        "y": (RADIUS + LABEL_GAP) * vertical,
        "text": f"<b>{node.label}</b>" if bold else node.label,
        "textangle": -degrees if right else 180 - degrees,
        "showarrow": False,
        "xanchor": "left" if right else "right",
        "yanchor": "bottom" if vertical > 0 else "top",
        "xshift": -6 * abs(vertical) * (1 if right else -1),
        "yshift": -6 * abs(horizontal) * (1 if vertical > 0 else -1),
        "font": {"size": 11.5},
    }
