"""World maps from our own geometry: no base layer is fetched; boundaries are those of Natural Earth."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.geometry import Scale, drawn_codes, geometry_address

BOUNDARY_NOTE = (
    "Boundaries are Natural Earth's, which mostly draws control on the ground (Crimea with Russia); "
    "they state no position. Small states are dots."
)
MAP_HEIGHT, PHONE_MAP_HEIGHT = 480, 270
LAND = "rgba(138,143,152,0.20)"
LINE = "rgba(138,143,152,0.55)"
EDGE = "rgba(255,255,255,0.7)"
MARKER_SIZE = 7
LATITUDES, LONGITUDES = (-56, 84), (-170, 190)


def plot_world(
    frame: pd.DataFrame,
    *,
    category: str,
    colours: Mapping[str, str],
    labels: Mapping[str, str],
    hover: str = "state_name",
    rest: str | None = None,
) -> go.Figure:
    """Draw states by category, `rest` the name of the neutral land in the key.

    `frame` has one row per state: state, latitude, longitude, the category and hover columns. Categories
    are drawn in the order of `colours`, one legend entry each; states not in the frame stay neutral.
    """
    figure = go.Figure(land_trace(set(frame["state"])))
    for value, colour in colours.items():
        rows = frame[frame[category] == value]
        if len(rows):
            name = labels[value]
            outlined = rows["state"].isin(drawn_codes())
            figure.add_trace(outline_trace(rows[outlined], name, colour, hover))
            figure.add_trace(dot_trace(rows[~outlined], name, colour, hover))
            figure.add_trace(legend_trace(name, colour))
    if rest:
        figure.add_trace(legend_trace(rest, LAND))
    return frame_map(figure)


def plot_world_values(
    frame: pd.DataFrame,
    *,
    value: str,
    title: str,
    colourscale: Sequence[str | tuple[float, str]],
    most: float,
    unknown: str,
) -> go.Figure:
    """Draw states by a number from 0 to `most`, on a scale of colours; those without stay neutral.

    `title` stands over the scale's key, `unknown` beside that of the neutral land.
    """
    known = frame.dropna(subset=[value])
    outlined = known["state"].isin(drawn_codes())
    figure = go.Figure(land_trace(set(known["state"])))
    text = "%{text}: %{customdata:,.0f}<extra></extra>"
    rows, dots = known[outlined], known[~outlined]
    figure.add_choropleth(
        geojson=geometry_address(),
        locations=rows["state"],
        z=rows[value].astype(float),
        coloraxis="coloraxis",
        text=rows["state_name"],
        customdata=rows[value],
        hovertemplate=text,
        marker={"line": {"color": EDGE, "width": 0.5}},
    )
    figure.add_scattergeo(
        lat=dots["latitude"],
        lon=dots["longitude"],
        mode="markers",
        marker={"size": MARKER_SIZE, "color": dots[value].astype(float), "coloraxis": "coloraxis"},
        text=dots["state_name"],
        customdata=dots[value],
        hovertemplate=text,
        showlegend=False,
    )
    figure.add_trace(legend_trace(unknown, LAND))
    frame_map(figure).update_layout(
        coloraxis={"colorscale": colourscale, "colorbar": colour_bar(title), "cmin": 0, "cmax": most},
        legend={"x": 1, "xanchor": "right"},
    )
    return figure


def colour_bar(title: str) -> dict[str, object]:
    """Return the key to a scale of colours, lying above the map at the left."""
    return {
        "title": {"text": title, "side": "top"},
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1.0,
        "yanchor": "bottom",
        "len": 0.4,
        "thickness": 10,
    }


def land_trace(taken: set[str], scale: Scale = "world") -> go.Choropleth:
    """Return the neutral land of the states that are not coloured; `detail` is for a map of a region."""
    rest = sorted(drawn_codes(scale) - taken)
    return go.Choropleth(
        geojson=geometry_address(scale),
        locations=rest,
        z=[0] * len(rest),
        colorscale=[[0, LAND], [1, LAND]],
        showscale=False,
        hoverinfo="skip",
        marker={"line": {"color": LINE, "width": 0.5}},
    )


def outline_trace(rows: pd.DataFrame, name: str, colour: str, hover: str) -> go.Choropleth:
    """Return the outlines of one category, in one colour."""
    return go.Choropleth(
        geojson=geometry_address(),
        locations=rows["state"],
        z=[1] * len(rows),
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        name=name,
        legendgroup=name,
        text=rows[hover],
        hovertemplate=f"%{{text}}<br>{name}<extra></extra>",
        marker={"line": {"color": EDGE, "width": 0.5}},
    )


def dot_trace(rows: pd.DataFrame, name: str, colour: str, hover: str) -> go.Scattergeo:
    """Return dots for states too small to have an outline at this scale."""
    return go.Scattergeo(
        lat=rows["latitude"],
        lon=rows["longitude"],
        mode="markers",
        marker={"size": MARKER_SIZE, "color": colour, "line": {"width": 0.8, "color": "white"}},
        name=name,
        legendgroup=name,
        showlegend=False,
        text=rows[hover],
        hovertemplate=f"%{{text}}<br>{name}<extra></extra>",
    )


def legend_trace(name: str, colour: str) -> go.Scattergeo:
    """Return the legend's square for a category; it draws nothing on the map."""
    return go.Scattergeo(
        lat=[None],
        lon=[None],
        mode="markers",
        marker={"symbol": "square", "size": 12, "color": colour},
        name=name,
        legendgroup=name,
        showlegend=True,
        hoverinfo="skip",
    )


def frame_map(figure: go.Figure) -> go.Figure:
    """Give a map our projection, no fetched base layer, and no margins.

    Plotly asks for its own base map where the first trace has locations, so the first one here has none.
    """
    figure.add_trace(go.Scattergeo(lat=[None], lon=[None], mode="markers", showlegend=False, hoverinfo="skip"))
    figure.data = (figure.data[-1], *figure.data[:-1])
    figure.update_geos(
        visible=False,
        projection_type="natural earth",
        lataxis_range=LATITUDES,
        lonaxis_range=LONGITUDES,
        bgcolor="rgba(0,0,0,0)",
    )
    figure.update_layout(
        height=MAP_HEIGHT,
        margin={"l": 0, "r": 0, "t": 36, "b": 0},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "itemsizing": "constant"},
        dragmode=False,
        meta={"phone_height": PHONE_MAP_HEIGHT},
    )
    return figure
