"""One state's broken relations over time: a lane per partner."""

from collections.abc import Hashable, Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.spells import add_bars, add_diamonds, lay_lanes
from analytics.charts.style import mark_day
from analytics.charts.ties import BAND_COLOURS, BAND_OF, band_marker
from analytics.charts.words import dated

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
# What may last to the last day covered.
OPEN = ("ongoing", "ongoing_or_unknown")


def plot_state_timeline(frame: pd.DataFrame, on: date) -> go.Figure:
    """Return one lane per partner: a bar while relations were broken, a diamond where the end is not known."""
    figure = go.Figure()
    ordered = frame.sort_values(["since", "tie_id"])
    for band, rows in ordered.assign(band=ordered["kind"].map(BAND_OF)).groupby("band", sort=False):
        told = [describe(row) for row in rows.to_dict("records")]
        shown = rows.assign(lane=rows["partner_name"], told=told)
        add_bars(figure, shown, name=str(band), marker=band_marker(str(band)))
        add_diamonds(figure, shown, colour=BAND_COLOURS[str(band)], name=f"{band}: end not known")
    lay_lanes(figure, ordered["partner_name"])
    mark_day(figure, on)
    figure.update_layout(showlegend=True, meta={"lanes": rank_lanes(frame)})
    return figure


def rank_lanes(frame: pd.DataFrame) -> list[str]:
    """Return the partners, first those whose relations may still be broken or lowered, the latest step first."""
    still = frame.assign(open=frame["end_status"].isin(OPEN)).sort_values(["open", "since", "tie_id"], ascending=False)
    return list(dict.fromkeys(still["partner_name"]))


def describe(row: Mapping[Hashable, object]) -> str:
    """Return a step in words: who, what, when, why, and how sure."""
    since = dated(row["since"], row["date_precision"])
    until = f" to {dated(row['until'], row['until_precision'])}" if row["end_status"] == "restored" else ""
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
