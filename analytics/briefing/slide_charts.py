"""Charts on a slide: native ones that PowerPoint draws, whose numbers can be edited, and pictures."""

import io
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from analytics.briefing.deck import LINE_COLOUR, Box, rgb
from analytics.briefing.native_chart import NativeChart, Series
from analytics.charts.style import INK, SLATE

TYPES = {
    ("bar", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bar", True): XL_CHART_TYPE.BAR_STACKED,
    ("column", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("column", True): XL_CHART_TYPE.COLUMN_STACKED,
    ("line", False): XL_CHART_TYPE.LINE,
    ("area", True): XL_CHART_TYPE.AREA_STACKED,
}
CROWDED, LABELLED = 16, 26
LONG_SPAN_YEARS = 8


def add_chart(slide: Any, native: NativeChart, box: Box, *, alt: str) -> Any:
    """Add a native chart to a slide, with its alternative text, and return it."""
    make: Any = CategoryChartData
    data = make(number_format="0%" if native.percent else "General")
    data.categories = native.categories
    for series in native.series:
        data.add_series(series.name or native.caption.split(".")[0][:60], series.values)
    kind = TYPES[native.kind, native.stacked]
    shape = slide.shapes.add_chart(kind, Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height), data)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = shape.chart
    size = 10 if len(native.categories) > CROWDED and native.kind == "bar" else 11
    chart.font.size, chart.font.color.rgb = Pt(size), rgb(INK)
    chart.has_title = False
    chart.has_legend = len(native.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(11)
    style_axes(chart, native)
    for place, series in enumerate(native.series):
        style_series(chart.plots[0].series[place], native, series)
    if any(series.edge for series in native.series):
        join_edges(chart, native)
    if native.kind in ("bar", "column"):
        chart.plots[0].gap_width = 40
        chart.plots[0].overlap = 100 if native.stacked else -5
    return chart


def style_axes(chart: Any, native: NativeChart) -> None:
    """Set grid, ticks and scale."""
    values, places = chart.value_axis, chart.category_axis
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = rgb(LINE_COLOUR)
    values.major_gridlines.format.line.width = Pt(0.5)
    values.tick_labels.font.color.rgb = rgb(SLATE)
    values.major_tick_mark = places.major_tick_mark = XL_TICK_MARK.NONE
    places.format.line.color.rgb = rgb(SLATE)
    places.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if native.top:
        values.minimum_scale, values.maximum_scale = 0, native.top
    if native.percent:
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0%", False
    if native.reverse:
        places.reverse_order = True
    if native.kind == "bar":
        show_every(places)
        values.visible = not labelled(native)
        values.has_major_gridlines = not labelled(native)
    if isinstance(native.categories[0], date):
        style_days(places, native)


def show_every(axis: Any) -> None:
    """Let an axis name every category, crowded or not."""
    axis._element.append(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    after = axis._element.find(qn("c:noMultiLvlLbl"))
    if after is not None:
        after.addprevious(axis._element[-1])


def style_days(axis: Any, native: NativeChart) -> None:
    """Label an axis of days by years where it is long, else by months."""
    first, last = native.categories[0], native.categories[-1]
    assert isinstance(first, date) and isinstance(last, date)
    years = max(last.year - first.year, 1)
    axis.tick_labels.number_format = "yyyy" if years >= LONG_SPAN_YEARS else "mmm yyyy"
    axis.tick_labels.number_format_is_linked = False
    unit, span = ("years", years) if years >= LONG_SPAN_YEARS else ("months", years * 12)
    step = max(round(span / 9), 1)
    element = axis._element
    for name in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit"):
        for old in element.findall(qn(name)):
            element.remove(old)
    # The schema fixes the order in which these follow the offset of the labels.
    base = "months" if monthly(native) else "days"
    for name, value in (("baseTimeUnit", base), ("majorUnit", step), ("majorTimeUnit", unit)):
        element.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def monthly(native: NativeChart) -> bool:
    """Return whether no month holds two of the categories, so that a month may be the step of the axis."""
    months = [(day.year, day.month) for day in native.categories if isinstance(day, date)]
    return len(months) == len(set(months))


def labelled(native: NativeChart) -> bool:
    """Return whether bars carry their values: one series, of not too many."""
    return native.kind in ("bar", "column") and len(native.series) == 1 and len(native.categories) <= LABELLED


def join_edges(chart: Any, native: NativeChart) -> None:
    """Leave the edges of bands out of the legend."""
    if not chart.has_legend:
        return
    after = chart.legend._element.find(qn("c:legendPos"))
    for place in reversed([place for place, series in enumerate(native.series) if series.edge]):
        after.addnext(
            parse_xml(f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>')
        )


def style_series(series: Any, native: NativeChart, own: Series) -> None:
    """Give a series, or each of its points, its colour, and its values where there is room."""
    if native.kind == "line":
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = rgb(own.colour), Pt(0.75 if own.edge else 2.25)
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(own.colour)
    if hasattr(series, "invert_if_negative"):
        series.invert_if_negative = False
    for place, colour in enumerate(own.colours):
        if colour != own.colour and own.values[place] is not None:
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.rgb = rgb(colour)
    if labelled(native):
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = number_format(native), False
        labels.font.size = Pt(10)


def number_format(native: NativeChart) -> str:
    """Return how the values of a chart are written over its bars."""
    values = [abs(value) for series in native.series for value in series.values if value is not None]
    if native.percent:
        return "0%"
    if all(value == round(value) for value in values):
        return "#,##0"
    return "0.00" if max(values) <= 1 else "0.0"


def add_picture(slide: Any, picture: bytes, box: Box, *, alt: str) -> None:
    """Add a picture as large as its place allows, with its alternative text."""
    shape = slide.shapes.add_picture(io.BytesIO(picture), Inches(box.left), Inches(box.top))
    scale = min(Inches(box.width) / shape.width, Inches(box.height) / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape.left = Inches(box.left) + (Inches(box.width) - shape.width) // 2
    shape._element.nvPicPr.cNvPr.set("descr", alt)
