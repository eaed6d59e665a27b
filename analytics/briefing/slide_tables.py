"""Tables on a slide, in the largest letters in which their rows fit."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches

from analytics.briefing.deck import POINTS, Box, Paragraph, Run, add_run, add_text, rgb
from analytics.briefing.model import Listing, Source
from analytics.charts.style import INK, PAPER, SLATE
from analytics.charts.words import say, shorten

SOURCE_COLUMNS = ("No.", "Source", "Publisher", "Terms", "Data run to")
SOURCE_SHARES = (0.5, 4.4, 2.9, 3.5, 1.6)
HEAD_COLOUR = "#eef0f2"
# Width of a letter and height of a row, in letters.
LETTER, ROW_RATIO = 0.53, 1.8
SPARE = 3
ROW_SIZES = (14, 13, 12, 11, 10, 9)
# Rows beside a chart, and rows below it.
SMALLEST, FEW = 9, 6
BELOW, FEWER = 10, 4


def add_listing(
    slide: Any, listing: Listing, box: Box, *, titled: bool = True, sizes: Sequence[float] = ROW_SIZES
) -> None:
    """Add rows as a table in the largest size that fits, under their title where the slide does not bear it."""
    top = box.top
    if titled:
        shown = f" ({len(listing.rows)} of {listing.total})" if listing.total > len(listing.rows) else ""
        above = Box(box.left, top, box.width, 0.42)
        add_text(slide, [[Run(f"{listing.title}{shown}", colour=SLATE)]], above, (12, 11, 10))
        top += 0.42
    place = Box(box.left, top, box.width, box.height - (top - box.top))
    widths = widths_of(listing)
    fit = (size for size in sizes if table_fits(listing, place, size))
    add_table(slide, [listing.columns, *listing.rows], place, widths, next(fit, sizes[-1]))


def widths_of(listing: Listing) -> list[int]:
    """Return how many letters each column needs, with room for its margins and for the bold ones of its head."""
    every = (listing.columns, *listing.rows)
    return [min(max(max(len(row[place]) for row in every) + SPARE, 7), 52) for place in range(len(listing.columns))]


def table_fits(listing: Listing, box: Box, size: float) -> bool:
    """Return whether rows of a size in points fit a place, none of them broken."""
    wide = sum(widths_of(listing)) * size * LETTER / POINTS
    return wide <= box.width and (len(listing.rows) + 1) * size * ROW_RATIO / POINTS <= box.height


def is_small(listing: Listing, width: float, most: int, size: float) -> bool:
    """Return whether rows are few, and fit a width in letters of a size."""
    return len(listing.rows) <= most and sum(widths_of(listing)) * size * LETTER / POINTS <= width


def row_height(listing: Listing, size: float) -> float:
    """Return the height, in inches, of rows in letters of a size, their title with them."""
    return 0.6 + (len(listing.rows) + 1) * size * ROW_RATIO / POINTS


def add_table(slide: Any, rows: Sequence[Sequence[str]], box: Box, shares: Sequence[float], size: float) -> Any:
    """Add a table whose first row heads the others; `shares` are the columns' widths in proportion."""
    shape = slide.shapes.add_table(
        len(rows), len(rows[0]), Inches(box.left), Inches(box.top), Inches(box.width), Inches(0.3 * len(rows))
    )
    table = shape.table
    table.horz_banding = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Inches(box.width * share / sum(shares))
    for number, row in enumerate(rows):
        for cell, text in zip(table.rows[number].cells, row, strict=True):
            fill_cell(cell, text, size, head=number == 0)
        table.rows[number].height = Inches(size * ROW_RATIO / POINTS)
    return table


def fill_cell(cell: Any, text: str, size: float, *, head: bool) -> None:
    """Write one cell."""
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.margin_top = cell.margin_bottom = Inches(0.025)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(HEAD_COLOUR if head else PAPER)
    add_run(cell.text_frame.paragraphs[0], Run(text, bold=head, colour=SLATE if head else INK), size)


def say_rest(listing: Listing, link: str) -> Paragraph:
    """Return how many rows are shown of how many, and where the rest stands."""
    shown = f"{len(listing.rows)} of {listing.total} rows are shown"
    if not link:
        return [Run(f"{shown}; the rest is left out.", colour=SLATE)]
    return [Run(f"{shown}; the rest stands on the page of the ", colour=SLATE), Run("live view", link=link), Run(".")]


def add_sources(slide: Any, sources: Sequence[Source], box: Box) -> None:
    """Add numbered sources as a table, their titles links."""
    table = add_table(slide, [SOURCE_COLUMNS, *map(source_row, sources)], box, SOURCE_SHARES, 9)
    for place, one in enumerate(sources, start=1):
        if one.leads_to:
            table.cell(place, 1).text_frame.paragraphs[0].runs[0].hyperlink.address = one.leads_to


def source_row(source: Source) -> tuple[str, ...]:
    """Return a source as a row of the table of sources."""
    until = say(source.as_of) if source.as_of else "–"
    return (
        str(source.number),
        shorten(source.title, 74),
        shorten(source.publisher, 48),
        shorten(source.terms, 64),
        until,
    )
