"""Fewer lanes of a long chart for a picture of fixed proportion, in which all of them could not be read."""

from dataclasses import replace

import plotly.graph_objects as go

from analytics.charts.chart import Drawing
from analytics.charts.spells import lay_lanes

ARRAYS = ("x", "y", "base", "customdata")


def keep_lanes(drawing: Drawing, most: int) -> Drawing:
    """Return a drawing with so many of the lanes that its figure ranks in `meta`; the subtitle says how many."""
    ranked = (drawing.figure.layout.meta or {}).get("lanes", ()) if drawing.figure is not None else ()
    if len(ranked) <= most:
        return drawing
    figure, kept = go.Figure(drawing.figure), set(ranked[:most])
    order = [lane for lane in figure.layout.yaxis.categoryarray if lane in kept]
    figure.data = [trace for trace in figure.data if kept & set(trace.y)]
    for trace in figure.data:
        places = [place for place, lane in enumerate(trace.y) if lane in kept]
        trace.update({name: [trace[name][place] for place in places] for name in ARRAYS if name in trace})
    lay_lanes(figure, order[::-1])
    figure.update_layout(meta={"lanes": list(ranked[:most])})
    told = f"{most} of {len(ranked)} lanes shown: those that may still be open, and the latest."
    return replace(drawing, figure=figure, subtitle=f"{drawing.subtitle.rstrip('. ')}. {told}")
