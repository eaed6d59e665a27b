"""A chart as one HTML file that needs no network: Plotly, fonts and outlines are in it."""

import plotly.graph_objects as go
import plotly.io as pio
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from analytics.charts.chart import Drawing
from analytics.charts.geometry import embed_geometry
from analytics.charts.style import finished_figure
from analytics.charts.words import explain_empty
from analytics.exports.fonts import font_faces
from analytics.exports.footer import plain_footer
from analytics.exports.pages import HERE, fill


def to_html(drawing: Drawing, *, link: str) -> str:
    """Return the page of a chart, light or dark as the reader's system is; `link` leads to the live view."""
    whole = Drawing(
        embed_geometry(go.Figure(drawing.figure)) if drawing.figure is not None else None,
        drawing.results,
        drawing.title,
        drawing.subtitle,
        drawing.alt,
    )
    figure = write_figure(whole)
    scripts = [get_plotlyjs(), (HERE / "embed.js").read_text(encoding="utf-8")] if figure else []
    return fill(
        "standalone.html",
        root="",
        title=drawing.title,
        subtitle=drawing.subtitle,
        alt=drawing.alt,
        figure=figure,
        empty=explain_absent(drawing),
        footer=plain_footer(drawing.results),
        view=link,
        scripts=[],
        fonts=Markup(font_faces()),
        inline=[Markup(script.replace("</script", "<\\/script")) for script in scripts],
    )


def write_figure(drawing: Drawing) -> Markup | None:
    """Return the figure as JSON that may stand inside a page, or nothing where there is none to draw."""
    if drawing.figure is None or drawing.results[0].table.num_rows == 0:
        return None
    return Markup(str(pio.to_json(finished_figure(drawing.figure), validate=False)).replace("<", "\\u003c"))


def explain_absent(drawing: Drawing) -> str:
    """Return what stands in the place of a figure that is not there."""
    first = drawing.results[0]
    return explain_empty(first) if first.table.num_rows == 0 else f"{first.table.num_rows} rows, without a chart."
