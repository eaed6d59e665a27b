"""Launches beside other things: on the map, beside Council products, nuclear yields, what is not counted."""

import math

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analytics.charts.maps import frame_map, land_trace
from analytics.charts.missiles import CLASS_COLOURS, CLASS_LABELS, PERIODS
from analytics.charts.style import ACCENT, BLUE, MUTED

UNCOUNTED_LABELS = {
    "outside_rule": "Outside the rule",
    "omitted_ballistic": "Ballistic,<br>not in the list",
    "after_table_end": "After the<br>list ends",
}
LANES = {
    "measures": ("New sanctions", "diamond", BLUE),
    "resolution": ("Other resolution", "diamond-open", BLUE),
    "presidential statement": ("Statement", "circle-open", BLUE),
    "vetoed draft": ("Vetoed draft", "x-thin-open", ACCENT),
}
MEASURES = ("sanctions", "designations")
FAR_KM = 1500
CLOSE_DAYS = 300
MAP_PAD_DEGREES = 1.5
MAP_HEIGHT, PHONE_MAP_HEIGHT = 520, 440


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
    frame_map(figure).update_layout(height=MAP_HEIGHT, meta={"phone_height": PHONE_MAP_HEIGHT})
    framed = landed if whole else landed[~is_far(landed)]
    figure.update_geos(
        projection_type="mercator",
        lataxis_range=padded(pd.concat([framed["landing_latitude"], sites["latitude"]])),
        lonaxis_range=padded(pd.concat([framed["landing_longitude"], sites["longitude"]])),
    )
    return figure


def find_landed(launches: pd.DataFrame) -> pd.DataFrame:
    """Return the counted launches whose place and estimated landing are both known."""
    return launches[launches["counted"]].dropna(subset=["landing_latitude", "site_latitude"])


def is_far(landed: pd.DataFrame) -> pd.Series:
    """Return which landings lie too far to share a readable map with the rest."""
    return landed["distance_km"] > FAR_KM


def padded(values: pd.Series) -> list[float]:
    """Return the range of some coordinates with room around it."""
    return [float(values.min()) - MAP_PAD_DEGREES, float(values.max()) + MAP_PAD_DEGREES]


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
        marker={"size": 7, "color": colour, "line": {"width": 0.7, "color": "white"}},
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
        name="Launch place (area: missiles)",
        marker={
            "size": [4 + 3 * math.sqrt(count) for count in sites["missiles"]],
            "color": "rgba(0,0,0,0)",
            "line": {"width": 1.6, "color": ACCENT},
        },
        customdata=sites[["site", "missiles"]],
        hovertemplate="%{customdata[0]}: %{customdata[1]} missiles<extra></extra>",
    )


def plot_launches_and_products(
    launches: pd.DataFrame, products: pd.DataFrame, tests: pd.DataFrame, bucket: str
) -> go.Figure:
    """Return missiles per period under the Council's products and the nuclear tests of the same time."""
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, row_heights=[0.4, 0.6], vertical_spacing=0.04)
    laned = products["kind"].mask(is_measure(products), "measures")
    for kind, (label, symbol, colour) in LANES.items():
        rows = products[laned == kind]
        figure.add_trace(lane(label, symbol, colour, rows["date"], rows["symbol"]), row=1, col=1)
    tested = lane("Nuclear test", "star", MUTED, tests["date_utc"], tests["site"].str.title())
    figure.add_trace(tested, row=1, col=1)
    totals = launches.groupby("period", as_index=False)["missiles"].sum()
    figure.add_bar(
        x=totals["period"],
        y=totals["missiles"],
        marker={"color": MUTED},
        xperiod=PERIODS[bucket],
        xperiodalignment="middle",
        hovertemplate="%{y} missiles<extra></extra>",
        row=2,
        col=1,
    )
    figure.update_yaxes(showgrid=False, row=1, col=1)
    figure.update_yaxes(title={"text": f"Missiles per {bucket}"}, rangemode="tozero", row=2, col=1)
    figure.update_layout(showlegend=False, height=480)
    return figure


def is_measure(products: pd.DataFrame) -> pd.Series:
    """Return which texts are resolutions that imposed new sanctions or listed new names."""
    return (products["kind"] == "resolution") & products["purpose"].isin(MEASURES)


def lane(label: str, symbol: str, colour: str, days: pd.Series, names: pd.Series) -> go.Scatter:
    """Return one lane of marks above the bars."""
    return go.Scatter(
        x=days,
        y=[label] * len(days),
        mode="markers",
        marker={"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
        text=names,
        hovertemplate="%{x|%-d %B %Y}: %{text}<extra></extra>",
    )


def plot_nuclear_yields(frame: pd.DataFrame) -> go.Figure:
    """Return the yield of each test with its range, on a logarithmic scale."""
    rows = frame.dropna(subset=["yield_kt_best"])
    figure = go.Figure(
        go.Scatter(
            x=rows["date_utc"],
            y=rows["yield_kt_best"],
            mode="markers+text",
            marker={"color": ACCENT, "size": 11},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": rows["yield_kt_high"] - rows["yield_kt_best"],
                "arrayminus": rows["yield_kt_best"] - rows["yield_kt_low"],
                "color": MUTED,
                "thickness": 2,
            },
            text=[f"  {value:g} kt  " for value in rows["yield_kt_best"]],
            textposition=["middle right" if soon else "middle left" for soon in soon_after(rows["date_utc"])],
            cliponaxis=False,
            customdata=rows[["yield_kt_low", "yield_kt_high"]],
            hovertemplate="%{x|%-d %B %Y}: %{y:g} kt (%{customdata[0]:g} to %{customdata[1]:g})<extra></extra>",
        )
    )
    figure.update_yaxes(type="log", dtick=1, ticksuffix=" kt")
    return figure


def soon_after(days: pd.Series) -> list[bool]:
    """Return whether each day follows the one before it so closely that labels would collide."""
    return [bool(gap < CLOSE_DAYS) for gap in days.diff().dt.days.fillna(CLOSE_DAYS)]


def plot_uncounted(frame: pd.DataFrame) -> go.Figure:
    """Return uncounted events as marks in time, one lane per reason."""
    figure = go.Figure()
    for reason, label in UNCOUNTED_LABELS.items():
        rows = frame[frame["reason"] == reason]
        if len(rows):
            figure.add_scatter(
                x=rows["date_local"],
                y=[label] * len(rows),
                mode="markers",
                marker={"symbol": "line-ns-open", "size": 18, "line": {"width": 3}, "color": MUTED},
                customdata=rows[["weapon", "why"]],
                hovertemplate="%{x|%-d %B %Y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
            )
    figure.update_yaxes(showgrid=False)
    figure.update_layout(showlegend=False, height=220)
    return figure
