"""A drawing kept for all who look at it: its figure as pressed values, a tenth of the size of Plotly's objects."""

import pickle
import zlib
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from analytics.catalog.run import Result, answer_bytes
from analytics.charts.chart import Drawing
from analytics.charts.style import finished_figure

# The fastest pressing is small enough: most of a figure is repeated words.
LEVEL = 1


class PlainFigure(BaseFigure):  # type: ignore[misc]
    """A finished figure as Streamlit asks for it, with nothing that checks its values again."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """Return data and layout."""
        return self._spec


@dataclass(frozen=True)
class KeptDrawing:
    """A drawing whose figure, if it has one, is pressed; the rest is that of `Drawing`."""

    pressed: bytes | None
    results: tuple[Result, ...]
    title: str
    subtitle: str
    alt: str

    @property
    def size(self) -> int:
        """Return about how many bytes it holds, its results with their frames included."""
        return len(self.pressed or b"") + sum(map(answer_bytes, self.results))

    def spec(self) -> dict[str, Any]:
        """Return data and layout of the figure, for one reader; raises ValueError where there is none."""
        if self.pressed is None:
            raise ValueError("the drawing has no figure")
        spec: dict[str, Any] = pickle.loads(zlib.decompress(self.pressed))
        return spec

    def drawing(self) -> Drawing:
        """Return the drawing with a figure of Plotly's, for files and pictures."""
        figure = go.Figure(self.spec()) if self.pressed else None
        return Drawing(figure, self.results, self.title, self.subtitle, self.alt)


def press(drawing: Drawing) -> KeptDrawing:
    """Return a drawing to keep; its figure gets our template."""
    figure = drawing.figure
    pressed = None
    if figure is not None and drawing.results[0].table.num_rows > 0:
        pressed = zlib.compress(pickle.dumps(finished_figure(figure)), LEVEL)
    return KeptDrawing(pressed, drawing.results, drawing.title, drawing.subtitle, drawing.alt)
