"""Charts of broken relations: steps per year, affairs, missions."""

import re

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, BLUE, TEAL, whole_steps

BANDS = {
    "Severed": ("severed",),
    "Suspended": ("suspended",),
    "Downgraded": ("embassy_closed", "downgraded", "office_closed"),
    "Recalls, expulsions": ("ambassador_expelled", "ambassador_recalled", "diplomats_expelled"),
}
BAND_COLOURS = {
    "Severed": ACCENT,
    "Suspended": "#d98c5f",
    "Downgraded": BLUE,
    "Recalls, expulsions": "#b9b4aa",
}
BAND_PATTERNS = {"Severed": "", "Suspended": "\\", "Downgraded": "x", "Recalls, expulsions": "."}
BAND_OF = {kind: band for band, kinds in BANDS.items() for kind in kinds}
AFFAIRS_SHOWN = 12
AFFAIRS_NAMED = 7
AFFAIR_STEPS = 7
YEARS_APART = 4
BAR_PIXELS = 40
SIDE = 0.03
HOVER_LETTERS, HOVER_LINES = 70, 5
YEARS_PIXELS = 460
STEPS_APART = 10


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
    for year, name in name_peaks(affairs, totals).items():
        around = totals[(totals.index >= year - 1) & (totals.index <= year + 1)]
        write_over_bar(figure, year, float(around.max()), name)
    figure.update_layout(
        barmode="stack", bargap=0.15, hovermode="x unified", legend={"traceorder": "normal"}, height=YEARS_PIXELS
    )
    if len(totals):
        # The names over the bars need room that the axis does not measure.
        figure.update_yaxes(range=[0, totals.max() * 1.9], tickvals=[*range(0, totals.max() + 1, STEPS_APART)])
        figure.update_xaxes(range=[totals.index.min() - 1, totals.index.max() + 1])
    return figure


def name_peaks(affairs: pd.DataFrame, totals: pd.Series) -> dict[int, str]:
    """Return the affairs of many steps in one year, by that year, the years of most steps first and not too close."""
    peaks: dict[int, str] = {}
    many = affairs[(affairs["peak_steps"] >= AFFAIR_STEPS) & affairs["peak_year"].isin(totals.index)]
    ranked = many.assign(total=many["peak_year"].map(totals))
    for row in ranked.sort_values(["total", "peak_steps"], ascending=False, kind="stable").to_dict("records"):
        year = int(row["peak_year"])
        if all(abs(year - other) >= YEARS_APART for other in peaks) and len(peaks) < AFFAIRS_NAMED:
            peaks[year] = say_affair(row["event_group"])
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


def say_affair(name: str) -> str:
    """Return the name of an affair with its years as they are printed, such as 1972–73."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", name)


def plot_affairs(frame: pd.DataFrame) -> go.Figure:
    """Return bars of the affairs over which most steps were taken, each under its name."""
    rows = frame.sort_values(["steps", "event_group"], ascending=[False, True]).head(AFFAIRS_SHOWN).iloc[::-1]
    rows = rows.assign(event_group=rows["event_group"].map(say_affair))
    who = [wrap(f"{row.initiator_names} with {row.target_names}") for row in rows.itertuples()]
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
    headings = [
        {
            "x": 0,
            "y": row.event_group,
            "text": f"{row.event_group} <b>{row.steps}</b>",
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "bottom",
            "yshift": BAR_PIXELS * 0.16,
        }
        for row in rows.itertuples()
    ]
    figure.update_layout(
        barmode="stack",
        height=90 + BAR_PIXELS * len(rows),
        hovermode="closest",
        legend={"traceorder": "normal"},
        annotations=headings,
    )
    figure.update_yaxes(showticklabels=False, showgrid=False)
    figure.update_xaxes(rangemode="tozero", showticklabels=False)
    return figure


def wrap(text: str) -> str:
    """Return text broken into lines for a hover box, cut after a few."""
    words, rows = text.split(" "), [""]
    for word in words:
        if len(rows[-1]) + len(word) > HOVER_LETTERS:
            rows.append("")
        rows[-1] += f" {word}" if rows[-1] else word
    return "<br>".join(rows[:HOVER_LINES]) + (" …" if len(rows) > HOVER_LINES else "")


def plot_missions(frame: pd.DataFrame) -> go.Figure:
    """Return two lines, missions sent and received, labelled at their ends."""
    figure = go.Figure()
    for column, label, colour, dash in (
        ("sent", "sent", BLUE, "solid"),
        ("received", "received", TEAL, "dash"),
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
            # Of two level ends one name stands above the lines and one below.
            above = column == ("sent" if last["sent"] >= last["received"] else "received")
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
    if len(frame):
        figure.update_yaxes(whole_steps(frame[["sent", "received"]].max().max()))
        # Room at the sides: the first year would touch the axis's 0.
        begin, end = int(frame["year"].min()), int(frame["year"].max())
        figure.update_xaxes(dtick=5, range=[begin - (end - begin + 1) * SIDE, end + (end - begin + 1) * SIDE])
    return figure
