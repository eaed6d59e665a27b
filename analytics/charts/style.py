"""One look for every chart: colours, template, and the frame of a picture that leaves the page."""

import plotly.graph_objects as go
import plotly.io as pio

ACCENT = "#c8452d"
MUTED = "#8a8f98"
FAINT = "#c4c8ce"
BLUE = "#2f6aa3"
SERIES = ["#2f6aa3", "#c8452d", "#3f9c94", "#b98a1f", "#8a6fb0", "#6b7785"]
FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
HEIGHT = 420
NARROW_MARGIN = {"l": 8, "r": 16, "t": 24, "b": 8}
TEMPLATE = "cordon"


def register_template() -> None:
    """Register our Plotly template; text colour is left to the page's theme."""
    pio.templates[TEMPLATE] = go.layout.Template(
        layout=go.Layout(
            colorway=SERIES,
            font={"family": FONT, "size": 14},
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            margin=NARROW_MARGIN,
            hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
            legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "title": {"text": ""}},
            xaxis={"showgrid": False, "automargin": True, "zeroline": False, "title": {"text": ""}},
            yaxis={
                "gridcolor": "rgba(138,143,152,0.25)",
                "automargin": True,
                "zeroline": False,
                "title": {"text": ""},
            },
            bargap=0.18,
        )
    )


def style_figure(figure: go.Figure, *, height: int = HEIGHT) -> go.Figure:
    """Give a figure our template and a height in pixels."""
    register_template()
    figure.update_layout(template=TEMPLATE, height=figure.layout.height or height)
    return figure


def finish(figure: go.Figure, *, title: str, subtitle: str, footer: str, height: int = HEIGHT) -> go.Figure:
    """Return a copy that stands alone: title, subtitle and footer in the picture, ink on white."""
    alone = go.Figure(style_figure(figure, height=height))
    alone.update_layout(
        title={"text": f"<b>{title}</b><br><sup>{subtitle}</sup>", "x": 0, "xref": "paper", "yanchor": "top"},
        font={"color": "#1d232b"},
        paper_bgcolor="white",
        margin={"t": 96, "b": 72},
    )
    alone.add_annotation(
        text=footer, x=0, y=-0.18, xref="paper", yref="paper", showarrow=False, align="left", font={"size": 11}
    )
    return alone
