"""Launches on the map: places of launch, and where each missile is estimated to have come down."""

import math

import pandas as pd
import plotly.graph_objects as go

from analytics.catalog.places import state_places
from analytics.charts.geometry import drawn_codes
from analytics.charts.maps import frame_map, land_trace
from analytics.charts.missiles import CLASS_COLOURS, CLASS_LABELS
from analytics.charts.style import GOLD, MUTED, SLATE

FAR_KM = 1500
MAP_PAD_DEGREES = 1.5
MAP_HEIGHT, PHONE_MAP_HEIGHT = 520, 440
Span = tuple[float, float]


def plot_launch_map(launches: pd.DataFrame, sites: pd.DataFrame, *, whole: bool) -> go.Figure:
    """Return launch places sized by missiles, and the estimated landing of each missile with a real bearing.

    `whole` frames every landing; otherwise the few far ones lie beyond the frame.
    """
    landed = find_landed(launches)
    # Plotly asks for its own base map when the first trace is a choropleth.
    figure = go.Figure([flight_lines(landed), land_trace(set(), "detail")])
    for name, colour in CLASS_COLOURS.items():
        rows = landed[landed["class"] == name]
        if len(rows):
            figure.add_trace(landing_dots(rows, name, colour))
    figure.add_trace(site_circles(sites))
    latitudes, longitudes = map_frame(landed, sites, whole=whole)
    figure.add_trace(state_labels(latitudes, longitudes))
    frame_map(figure).update_layout(height=MAP_HEIGHT, meta={"phone_height": PHONE_MAP_HEIGHT})
    figure.update_geos(projection_type="mercator", lataxis_range=latitudes, lonaxis_range=longitudes)
    return figure


def map_frame(landed: pd.DataFrame, sites: pd.DataFrame, *, whole: bool) -> tuple[Span, Span]:
    """Return the latitudes and the longitudes that hold the launch places and, unless `whole`, the near landings."""
    framed = landed if whole else landed[~is_far(landed)]
    return (
        padded(pd.concat([framed["landing_latitude"], sites["latitude"]])),
        padded(pd.concat([framed["landing_longitude"], sites["longitude"]])),
    )


def count_outside(landed: pd.DataFrame, sites: pd.DataFrame) -> int:
    """Return how many landings lie outside the map that the far ones do not widen."""
    latitudes, longitudes = map_frame(landed, sites, whole=False)
    inside = landed["landing_latitude"].between(*latitudes) & landed["landing_longitude"].between(*longitudes)
    return int((~inside).sum())


def state_labels(latitudes: Span, longitudes: Span) -> go.Scattergeo:
    """Return the names of the states whose middle the map holds; seas, whose names are contested, have none."""
    places = state_places()
    living = places[places["state"].isin(drawn_codes("detail"))]
    rows = living[living["latitude"].between(*latitudes) & living["longitude"].between(*longitudes)]
    return go.Scattergeo(
        lat=rows["latitude"],
        lon=rows["longitude"],
        mode="text",
        text=rows["state_name"],
        textfont={"size": 12},
        showlegend=False,
        hoverinfo="skip",
    )


def find_landed(launches: pd.DataFrame) -> pd.DataFrame:
    """Return the counted launches whose place and estimated landing are both known."""
    return launches[launches["counted"]].dropna(subset=["landing_latitude", "site_latitude"])


def is_far(landed: pd.DataFrame) -> pd.Series:
    """Return which landings lie too far to share a readable map with the rest."""
    return landed["distance_km"] > FAR_KM


def padded(values: pd.Series) -> Span:
    """Return the range of some coordinates with room around it."""
    return float(values.min()) - MAP_PAD_DEGREES, float(values.max()) + MAP_PAD_DEGREES


def flight_lines(landed: pd.DataFrame) -> go.Scattergeo:
    """Return one thin line from place of launch to place of landing for each missile."""
    ends = landed[["site_latitude", "landing_latitude", "site_longitude", "landing_longitude"]].to_numpy()
    latitudes = [value for row in ends for value in (row[0], row[1], None)]
    longitudes = [value for row in ends for value in (row[2], row[3], None)]
    return go.Scattergeo(
        lat=latitudes,
        lon=longitudes,
        mode="lines",
        line={"width": 0.7, "color": MUTED},
        opacity=0.35,
        showlegend=False,
        hoverinfo="skip",
    )


def landing_dots(rows: pd.DataFrame, name: str, colour: str) -> go.Scattergeo:
    """Return the estimated landings of one class."""
    day = rows["launch_day"].fillna(rows["date_utc"]).dt.strftime("%d %B %Y")
    missile = rows["missile"].fillna("not identified")
    return go.Scattergeo(
        lat=rows["landing_latitude"],
        lon=rows["landing_longitude"],
        mode="markers",
        name=CLASS_LABELS[name],
        marker={"size": 7, "color": colour, "line": {"width": 0.7, "color": SLATE}},
        customdata=list(zip(day, missile, rows["distance_km"], rows["site"].fillna("unknown place"), strict=True)),
        hovertemplate=(
            f"{name}, %{{customdata[1]}}<br>%{{customdata[0]}}, from %{{customdata[3]}}<br>"
            "%{customdata[2]:,.0f} km, landing estimated<extra></extra>"
        ),
    )


def site_circles(sites: pd.DataFrame) -> go.Scattergeo:
    """Return launch places, their area by missiles."""
    return go.Scattergeo(
        lat=sites["latitude"],
        lon=sites["longitude"],
        mode="markers",
        name="Launch place (larger: more missiles)",
        marker={
            "size": [4 + 3 * math.sqrt(count) for count in sites["missiles"]],
            "color": "rgba(0,0,0,0)",
            "line": {"width": 1.6, "color": GOLD},
        },
        customdata=sites[["site", "missiles"]],
        hovertemplate="%{customdata[0]}: %{customdata[1]} missiles<extra></extra>",
    )
