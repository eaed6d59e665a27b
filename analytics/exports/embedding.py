"""How high the frame of a chart alone must be: the drawing's own height, and the texts as a phone breaks them.

A server sees no window, and a frame has one height for all. At a phone's width the texts take most lines; in a wider
frame they take fewer, and the chart fills what they leave.
"""

from math import ceil

from analytics.charts.chart import Drawing
from analytics.charts.style import HEIGHT, INK, SLATE
from analytics.exports.footer import plain_footer
from analytics.exports.frame import Face, fold

# What embed.html sets: its faces in whole pixels, its padding and the gaps between title, subtitle, chart and footer.
# A phone's serif is wider than Georgia.
TITLE = Face(18, 24, 600, INK, 0.58)
SUBTITLE = Face(14, 21, 400, SLATE)
FOOTER = Face(12, 16, 400, SLATE)
LINK = " · Open in Cordon"
PHONE_WIDTH = 358
PADDING, GAPS = 24, 20


def frame_height(drawing: Drawing) -> int:
    """Return the height in pixels of a frame in which a phone shows a chart whole."""
    texts = ((drawing.title, TITLE), (drawing.subtitle, SUBTITLE), (plain_footer(drawing.results) + LINK, FOOTER))
    lines = sum(face.leading * len(fold(text, face, PHONE_WIDTH)) for text, face in texts)
    return ceil(PADDING + GAPS + lines + chart_height(drawing))


def chart_height(drawing: Drawing) -> int:
    """Return how high a drawing is on a phone, in pixels."""
    layout = drawing.figure.layout if drawing.figure is not None else None
    if layout is None:
        return 0
    return int((layout.meta or {}).get("phone_height") or layout.height or HEIGHT)
