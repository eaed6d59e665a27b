"""Charts of broken relations: steps per year, affairs, one state's relations over time, missions."""

from collections.abc import Hashable, Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, BLUE, MUTED

BANDS = {
    "Severed": ("severed",),
    "Suspended": ("suspended",),
    "Lowered": ("embassy_closed", "downgraded", "office_closed"),
    "Recalls, expulsions": ("ambassador_expelled", "ambassador_recalled", "diplomats_expelled"),
}
BAND_COLOURS = {
    "Severed": ACCENT,
    "Suspended": "#d98c5f",
    "Lowered": BLUE,
    "Recalls, expulsions": "#b9b4aa",
}
GRID = "rgba(138,143,152,0.25)"
BAND_PATTERNS = {"Severed": "", "Suspended": "\\", "Lowered": "x", "Recalls, expulsions": "."}
KIND_LABELS = {
    "severed": "severed",
    "suspended": "suspended",
    "embassy_closed": "embassy closed",
    "downgraded": "lowered below ambassador",
    "office_closed": "office closed",
    "ambassador_expelled": "ambassador expelled",
    "ambassador_recalled": "ambassador recalled",
    "diplomats_expelled": "diplomats expelled",
}
BAND_OF = {kind: band for band, kinds in BANDS.items() for kind in kinds}
AFFAIRS_NAMED = 6
AFFAIR_STEPS = 7
YEARS_APART = 3
LANE_PIXELS = 20
BAR_PIXELS = 40
YEARS_PIXELS = 460
SHORTEST_DAYS = 60
DAY_MILLISECONDS = 86_400_000


def band_marker(band: str) -> dict[str, object]:
    """Return the fill of a band: a colour, and a pattern for those who do not see it."""
    pattern = {"shape": BAND_PATTERNS[band], "size": 5, "solidity": 0.25, "fillmode": "overlay"}
    return {"color": BAND_COLOURS[band], "pattern": pattern, "line": {"width": 0}}


def plot_steps_per_year(frame: pd.DataFrame, affairs: pd.DataFrame) -> go.Figure:
    """Return stacked bars of steps per year by band, the affairs behind the peaks named."""
    figure = go.Figure()
    banded = frame.assign(band=frame["kind"].map(BAND_OF))
    for band in BANDS:
        rows = banded[banded["band"] == band].groupby("year", as_index=False)["events"].sum()
        if len(rows):
            figure.add_bar(
                x=rows["year"],
                y=rows["events"],
                name=band,
                marker=band_marker(band),
                hovertemplate=f"%{{y}} {band.lower()}<extra></extra>",
            )
    totals = frame.groupby("year")["events"].sum()
    for year, name in name_peaks(affairs).items():
        if year in totals.index:
            around = totals[(totals.index >= year - 1) & (totals.index <= year + 1)]
            write_over_bar(figure, year, float(around.max()), name)
    figure.update_layout(
        barmode="stack", bargap=0.15, hovermode="x unified", legend={"traceorder": "normal"}, height=YEARS_PIXELS
    )
    if len(totals):
        figure.update_yaxes(range=[0, totals.max() * 1.9])
        figure.update_xaxes(range=[totals.index.min() - 1, totals.index.max() + 1])
    return figure


def name_peaks(affairs: pd.DataFrame) -> dict[int, str]:
    """Return the affairs with most steps in one year, by that year, not too close to each other."""
    peaks: dict[int, str] = {}
    for row in affairs.sort_values("peak_steps", ascending=False).to_dict("records"):
        year = int(row["peak_year"])
        apart = all(abs(year - other) >= YEARS_APART for other in peaks)
        if row["peak_steps"] >= AFFAIR_STEPS and apart and len(peaks) < AFFAIRS_NAMED:
            peaks[year] = str(row["event_group"])
    return peaks


def write_over_bar(figure: go.Figure, year: int, height: float, text: str) -> None:
    """Write upwards from the top of a year's bar."""
    figure.add_annotation(
        x=year,
        y=height,
        text=text,
        textangle=-90,
        showarrow=False,
        yanchor="bottom",
        yshift=3,
        font={"size": 12},
    )


def plot_affairs(frame: pd.DataFrame, most: int = 12) -> go.Figure:
    """Return bars of the affairs over which most steps were taken, each under its name."""
    rows = frame.sort_values(["steps", "event_group"], ascending=[False, True]).head(most).iloc[::-1]
    who = [shorten(f"{row.initiator_names} with {row.target_names}") for row in rows.itertuples()]
    figure = go.Figure()
    for name, values, band in (
        ("Severed or suspended", rows["breaks"], "Severed"),
        ("Lesser steps", rows["steps"] - rows["breaks"], "Recalls, expulsions"),
    ):
        figure.add_bar(
            x=values,
            y=rows["event_group"],
            orientation="h",
            width=0.38,
            name=name,
            marker=band_marker(band),
            customdata=who,
            hovertemplate="%{y}: %{x} " + name.lower() + "<br>%{customdata}<extra></extra>",
        )
    for row in rows.itertuples():
        figure.add_annotation(
            x=0,
            y=row.event_group,
            text=f"{row.event_group} <b>{row.steps}</b>",
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            yshift=BAR_PIXELS * 0.16,
        )
    figure.update_layout(barmode="stack", height=90 + BAR_PIXELS * len(rows), hovermode="closest")
    figure.update_layout(legend={"traceorder": "normal"})
    figure.update_yaxes(showticklabels=False, showgrid=False)
    figure.update_xaxes(rangemode="tozero", showticklabels=False)
    return figure


def shorten(text: str, width: int = 70, lines: int = 5) -> str:
    """Return text broken into lines for a hover box, cut after a few."""
    words, rows = text.split(" "), [""]
    for word in words:
        if len(rows[-1]) + len(word) > width:
            rows.append("")
        rows[-1] += f" {word}" if rows[-1] else word
    return "<br>".join(rows[:lines]) + (" …" if len(rows) > lines else "")


def plot_state_timeline(frame: pd.DataFrame, on: date) -> go.Figure:
    """Return one lane per partner: a bar while relations were broken, a diamond where the end is not known."""
    figure = go.Figure()
    ordered = frame.sort_values(["since", "tie_id"])
    lanes = list(dict.fromkeys(ordered["partner_name"]))[::-1]
    for band, rows in ordered.assign(band=ordered["kind"].map(BAND_OF)).groupby("band", sort=False):
        known, unknown = rows[rows["until"].notna()], rows[rows["until"].isna()]
        add_spells(figure, known, str(band))
        add_unknown_ends(figure, unknown, str(band))
    figure.add_vline(x=on.isoformat(), line={"color": MUTED, "width": 1, "dash": "dot"})
    figure.update_layout(
        barmode="overlay",
        height=150 + LANE_PIXELS * len(lanes),
        hovermode="closest",
        bargap=0.3,
        showlegend=True,
    )
    figure.update_yaxes(categoryorder="array", categoryarray=lanes, dtick=1, showgrid=False)
    figure.update_xaxes(type="date", showgrid=True, gridcolor=GRID)
    return figure


def add_spells(figure: go.Figure, rows: pd.DataFrame, band: str) -> None:
    """Add a bar per step whose end is known or is still to come."""
    if rows.empty:
        return
    since, until = pd.to_datetime(rows["since"]), pd.to_datetime(rows["until"])
    figure.add_bar(
        base=since.dt.strftime("%Y-%m-%d"),
        x=((until - since).dt.days.clip(lower=SHORTEST_DAYS) * DAY_MILLISECONDS).tolist(),
        y=rows["partner_name"],
        orientation="h",
        name=band,
        legendgroup=band,
        marker=band_marker(band),
        customdata=[describe(row) for row in rows.to_dict("records")],
        hovertemplate="%{customdata}<extra></extra>",
    )


def add_unknown_ends(figure: go.Figure, rows: pd.DataFrame, band: str) -> None:
    """Add a diamond per step whose end is not known: no length is drawn."""
    if rows.empty:
        return
    figure.add_scatter(
        x=pd.to_datetime(rows["since"]),
        y=rows["partner_name"],
        mode="markers",
        name="End not known",
        legendgroup="unknown",
        showlegend=not any(trace.legendgroup == "unknown" for trace in figure.data),
        marker={
            "symbol": "diamond-open",
            "size": 9,
            "color": BAND_COLOURS[band],
            "line": {"width": 2, "color": BAND_COLOURS[band]},
        },
        customdata=[describe(row) for row in rows.to_dict("records")],
        hovertemplate="%{customdata}<extra></extra>",
    )


def say_date(day: object, precision: object) -> str:
    """Return a date no more precisely than it is known: 1973, October 1973, 6 October 1973."""
    form = {"year": "%Y", "month": "%B %Y"}.get(str(precision), "%-d %B %Y")
    return f"{pd.Timestamp(str(day)):{form}}"


def describe(row: Mapping[Hashable, object]) -> str:
    """Return a step in words: who, what, when, why, and how sure."""
    since = say_date(row["since"], row["date_precision"])
    until = f" to {say_date(row['until'], row['until_precision'])}" if row["end_status"] == "restored" else ""
    ends = {
        "ongoing": ", still so at the last day covered",
        "ongoing_or_unknown": ", whether it goes on is not known",
        "restored_date_unknown": ", restored since, on a day not known",
        "not_tracked": ", its end was not tracked",
    }
    end = ends.get(str(row["end_status"]), "")
    kind = KIND_LABELS[str(row["kind"])]
    return (
        f"<b>{row['partner_name']}</b>: {kind} ({row['direction']})<br>{since}{until}{end}"
        f"<br>{row['reason']}<br>Evidence {row['evidence']}"
    )


def plot_missions(frame: pd.DataFrame) -> go.Figure:
    """Return two lines, missions sent and received, labelled at their ends."""
    figure = go.Figure()
    for column, label, colour, dash in (
        ("sent", "sent", ACCENT, "solid"),
        ("received", "received", BLUE, "dash"),
    ):
        figure.add_scatter(
            x=frame["year"],
            y=frame[column],
            mode="lines",
            name=label,
            line={"color": colour, "dash": dash, "width": 2.5},
            hovertemplate=f"%{{y}} {label}<extra>%{{x}}</extra>",
        )
        if len(frame):
            last = frame.iloc[-1]
            above = last[column] == max(last["sent"], last["received"])
            figure.add_annotation(
                x=last["year"],
                y=last[column],
                text=f"{last[column]} {label}",
                showarrow=False,
                xanchor="right",
                yanchor="bottom" if above else "top",
                yshift=6 if above else -6,
            )
    figure.update_layout(showlegend=False, hovermode="x", height=320)
    figure.update_yaxes(rangemode="tozero")
    figure.update_xaxes(dtick=5)
    return figure
