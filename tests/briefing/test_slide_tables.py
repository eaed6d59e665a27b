"""Tables on slides: no word of a head is broken, wherever the table found room."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation

from analytics.briefing.slide_tables import SOURCE_COLUMNS
from analytics.briefing.write import write_briefing
from tests.briefing.making import make, quiet

# Width of a bold letter in letters' heights, in fonts that stand in for ours too.
BOLD = 0.62


def tables(state: str, other: str | None) -> Iterator[Any]:
    """Yield every table of rows in the slides of a briefing."""
    slides = Presentation(io.BytesIO(write_briefing(make(state, other), "pptx", quiet)[0])).slides
    held = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    yield from (table for table in held if table.cell(0, 1).text != SOURCE_COLUMNS[1])


@pytest.mark.parametrize(("state", "other"), [("RUS", "PRK"), ("UKR", None), ("XKX", None)])
def test_no_word_of_a_head_is_broken(state: str, other: str | None) -> None:
    found = list(tables(state, other))
    assert found
    for table in found:
        for column, cell in zip(table.columns, table.rows[0].cells, strict=True):
            size = cell.text_frame.paragraphs[0].runs[0].font.size
            longest = max(map(len, cell.text.split()), default=0)
            assert longest * BOLD * size <= column.width - cell.margin_left - cell.margin_right, cell.text
