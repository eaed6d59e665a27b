"""Charts of launches: per period, year against year, outcomes, gaps between launches of a class."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, MUTED

CLASS_COLOURS = {
    "SRBM": "#a9c4dd",
    "MRBM": "#6d9cc7",
    "SLBM": "#3f9c94",
    "HGV": "#1f6b66",
    "IRBM": "#2f6aa3",
    "SLV": "#8a6fb0",
    "ICBM": ACCENT,
    "Unknown": "#b9b4aa",
}
CLASS_PATTERNS = {"SLBM": "\\", "HGV": "x", "SLV": ".", "ICBM": "", "Unknown": "/"}
CLASS_LABELS = {
    "SRBM": "Short range (SRBM)",
    "MRBM": "Medium range (MRBM)",
    "SLBM": "Submarine-launched (SLBM)",
    "HGV": "Glide vehicle (HGV)",
    "IRBM": "Intermediate range (IRBM)",
    "SLV": "Space launcher (SLV)",
    "ICBM": "Intercontinental (ICBM)",
    "Unknown": "Class unknown",
}
PERIODS = {"month": "M1", "quarter": "M3", "year": "M12"}
MOST_TOTALS = 50
LABEL_GAP = 7
FEW_JUDGED = 5
LONG_GAP_DAYS = 300
GAPS_NAMED = 2
LEAP_YEAR = 2000


def plot_launches_per_period(frame: pd.DataFrame, bucket: str) -> go.Figure:
    """Return stacked bars of missiles per period by class, the total above each bar."""
    figure = go.Figure()
    for name, colour in CLASS_COLOURS.items():
        rows = frame[frame["class"] == name]
        if len(rows):
            figure.add_bar(
                x=rows["period"],
                y=rows["missiles"],
                name=CLASS_LABELS[name],
                marker={
                    "color": colour,
                    "pattern": {"shape": CLASS_PATTERNS.get(name, ""), "size": 6, "fillmode": "overlay"},
                },
                xperiod=PERIODS[bucket],
                xperiodalignment="middle",
                hovertemplate=f"%{{y}} {name}<extra></extra>",
            )
    add_totals(figure, frame, bucket)
    figure.update_layout(barmode="stack", bargap=0.12, hovermode="x unified", legend={"traceorder": "normal"})
    figure.update_yaxes(title=None, rangemode="tozero")
    if frame["period"].nunique() == 1:
        name_only_period(figure, pd.Timestamp(frame["period"].iloc[0]), bucket)
    return figure


def name_only_period(figure: go.Figure, period: pd.Timestamp, bucket: str) -> None:
    """Name the one period there is: left alone, Plotly would tell it in fractions of a second."""
    months = int(PERIODS[bucket].removeprefix("M"))
    end = period + pd.DateOffset(months=months)
    span, text = end - period, f"{period:%Y}" if bucket == "year" else f"{period:%B %Y}"
    figure.update_traces(width=span / pd.Timedelta(milliseconds=1), selector={"type": "bar"})
    figure.update_xaxes(range=[period - span, end + span], tickvals=[period + span / 2], ticktext=[text])


def add_totals(figure: go.Figure, frame: pd.DataFrame, bucket: str) -> None:
    """Write the total above each bar that no neighbour overtops, where there is room for that many."""
    totals = frame.groupby("period")["missiles"].sum()
    peaks = totals[(totals >= totals.shift(1, fill_value=0)) & (totals >= totals.shift(-1, fill_value=0))]
    if len(totals) <= MOST_TOTALS:
        figure.add_scatter(
            x=peaks.index,
            y=peaks,
            mode="text",
            text=peaks.astype(str),
            textposition="top center",
            xperiod=PERIODS[bucket],
            xperiodalignment="middle",
            showlegend=False,
            hoverinfo="skip",
            cliponaxis=False,
        )


def plot_launches_to_date(days: pd.DataFrame, totals: pd.DataFrame, on: date) -> go.Figure:
    """Return each year's running count as a step line, the chosen day's year accented and the day marked.

    `days` are rows of launch_days, `totals` of launches_to_date.
    """
    figure = go.Figure()
    ends: list[tuple[str, float, bool]] = []
    for year, rows in days.groupby(days["launch_day"].dt.year):
        chosen = year == on.year
        dates, counts = step_through_year(rows)
        figure.add_scatter(
            x=dates,
            y=counts,
            mode="lines",
            line={"shape": "hv", "color": ACCENT if chosen else MUTED, "width": 3 if chosen else 1.2},
            opacity=1 if chosen else 0.55,
            name=str(year),
            showlegend=False,
            hovertemplate=f"{year}: %{{y}} missiles by %{{x|%-d %B}}<extra></extra>",
        )
        ends.append((str(year), counts[-1], chosen))
    label_line_ends(figure, ends)
    mark_day(figure, totals, on)
    figure.update_xaxes(
        tickvals=[f"{LEAP_YEAR}-{month:02d}-01" for month in range(1, 13, 2)],
        tickformat="%b",
        range=[f"{LEAP_YEAR}-01-01", f"{LEAP_YEAR + 1}-02-12"],
        showgrid=False,
    )
    figure.update_yaxes(rangemode="tozero")
    return figure


def step_through_year(rows: pd.DataFrame) -> tuple[list[pd.Timestamp], list[int]]:
    """Return days moved onto one leap year and the running count, from 1 January to 31 December."""
    moved = [day.replace(year=LEAP_YEAR) for day in rows["launch_day"]]
    counts = rows["year_to_date"].astype(int).tolist()
    first, last = pd.Timestamp(LEAP_YEAR, 1, 1), pd.Timestamp(LEAP_YEAR, 12, 31)
    return [first, *moved, last], [0, *counts, counts[-1]]


def label_line_ends(figure: go.Figure, ends: list[tuple[str, float, bool]]) -> None:
    """Name the lines at their right end, the highest first, leaving out those that would collide."""
    placed: list[float] = []
    top = max((count for _, count, _ in ends), default=1)
    for year, count, chosen in sorted(ends, key=lambda end: (not end[2], -end[1])):
        if all(abs(count - other) * 100 / top >= LABEL_GAP for other in placed):
            placed.append(count)
            figure.add_annotation(
                x=pd.Timestamp(LEAP_YEAR, 12, 31),
                y=count,
                text=f"<b>{year}</b>" if chosen else year,
                xanchor="left",
                xshift=4,
                showarrow=False,
                font={"color": ACCENT if chosen else MUTED, "size": 12},
            )


def mark_day(figure: go.Figure, totals: pd.DataFrame, on: date) -> None:
    """Draw the chosen day as a dotted line and write what its year had reached by then."""
    day = pd.Timestamp(LEAP_YEAR, on.month, on.day)
    figure.add_shape(
        type="line", x0=day, x1=day, y0=0, y1=1, yref="paper", line={"color": MUTED, "width": 1, "dash": "dot"}
    )
    reached = totals[totals["year"] == on.year]
    if len(reached):
        missiles, days = int(reached["missiles"].iloc[0]), int(reached["launch_days"].iloc[0])
        figure.add_scatter(
            x=[day],
            y=[missiles],
            mode="markers",
            marker={"color": ACCENT, "size": 11, "symbol": "diamond"},
            showlegend=False,
            hoverinfo="skip",
        )
        late = on.month > 4
        figure.add_annotation(
            x=day,
            y=missiles,
            text=f"<b>{missiles}</b> missiles<br>on {days} days",
            font={"color": ACCENT, "size": 13},
            align="right" if late else "left",
            xanchor="right" if late else "left",
            yanchor="bottom",
            xshift=-8 if late else 8,
            yshift=4,
            showarrow=False,
        )


def plot_launch_outcomes(frame: pd.DataFrame) -> go.Figure:
    """Return the share of successes of each class with its 95% interval; hollow where few were judged."""
    order = list(CLASS_COLOURS)
    rows = frame[frame["judged"] > 0].sort_values("class", key=lambda names: names.map(order.index), ascending=False)
    labels = [
        f"{CLASS_LABELS[name]}<br>{int(judged)} judged"
        for name, judged in zip(rows["class"], rows["judged"], strict=True)
    ]
    figure = go.Figure()
    for label, low, high in zip(labels, rows["low95"], rows["high95"], strict=True):
        figure.add_scatter(
            x=[low, high], y=[label, label], mode="lines", line={"color": MUTED, "width": 3}, hoverinfo="skip"
        )
    figure.add_scatter(
        x=rows["success_share"],
        y=labels,
        mode="markers+text",
        marker={
            "color": ACCENT,
            "size": 12,
            "symbol": ["circle" if judged >= FEW_JUDGED else "circle-open" for judged in rows["judged"]],
            "line": {"width": 2, "color": ACCENT},
        },
        text=[f"{share:.0%}" for share in rows["success_share"]],
        textposition="top center",
        cliponaxis=False,
        customdata=rows[["low95", "high95", "success", "failure", "unknown"]],
        hovertemplate=(
            "%{x:.0%} (95%: %{customdata[0]:.0%} to %{customdata[1]:.0%})<br>%{customdata[2]} success, "
            "%{customdata[3]} failure, %{customdata[4]} unknown<extra></extra>"
        ),
    )
    figure.update_xaxes(range=[-0.03, 1.05], tickformat=".0%", showgrid=True)
    figure.update_yaxes(showgrid=False)
    figure.update_layout(showlegend=False, height=80 + 52 * len(rows))
    return figure


def plot_launch_gaps(frame: pd.DataFrame, name: str) -> go.Figure:
    """Return the days between launches of a class; long gaps are labelled, failed days are hollow."""
    rows = frame.dropna(subset=["gap_days"])
    failed = rows["successes"] == 0
    figure = go.Figure()
    figure.add_bar(
        x=rows["launch_day"],
        y=rows["gap_days"].astype(float),
        width=12 * 86_400_000,
        marker={"color": MUTED},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=rows["launch_day"],
        y=rows["gap_days"].astype(float),
        mode="markers+text",
        marker={
            "color": ACCENT,
            "size": 10,
            "symbol": ["circle-open" if value else "circle" for value in failed],
            "line": {"width": 2, "color": ACCENT},
        },
        text=label_gaps(rows),
        textposition="middle left",
        cliponaxis=False,
        customdata=rows[["missile"]].fillna("not identified"),
        hovertemplate=f"%{{x|%-d %B %Y}}: %{{customdata[0]}}<br>%{{y:,.0f}} days since the last {name}<extra></extra>",
    )
    figure.update_yaxes(rangemode="tozero")
    figure.update_layout(showlegend=False)
    return figure


def label_gaps(rows: pd.DataFrame) -> list[str]:
    """Return labels for the two longest gaps where they are long: days, years and the day that ended it."""
    named = rows.nlargest(GAPS_NAMED, "gap_days").query(f"gap_days >= {LONG_GAP_DAYS}").index
    return [
        f"{days:,.0f} days ({days / 365.25:.1f} years)<br>to {day:%-d %B %Y}  " if place in named else ""
        for place, days, day in zip(rows.index, rows["gap_days"], rows["launch_day"], strict=True)
    ]
