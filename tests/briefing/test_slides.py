"""Slides read back: native charts hold the query's rows, notes hold source and method, nothing leaves its place."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from analytics.briefing.compose import compose_briefing
from analytics.briefing.native import make_native
from analytics.briefing.write import write_briefing
from analytics.catalog.run import run_query
from analytics.charts.catalogue import load_charts
from analytics.charts.draw import chart_parameters, draw_chart
from analytics.charts.sanctions import SENDER_LABELS
from analytics.charts.style import BLUE, tint
from analytics.charts.words import say
from tests.briefing.making import DAY, make, quiet, write

# Days in a workbook are counted from here.
EXCEL_BEGINS = date(1899, 12, 30)
# After the end of sanctions and exclusions.
PAST_END = "2026-09-24"


def open_slides(state: str, compare: str | None = None) -> list[Any]:
    """Return the slides of a briefing."""
    return list(Presentation(io.BytesIO(write(state, compare, "pptx"))).slides)


def find_slide(slides: list[Any], begins: str) -> Any:
    """Return the slide whose title begins so."""
    return next(slide for slide in slides if slide.shapes.title.text_frame.text.startswith(begins))


def chart_of(slide: Any) -> dict[str, dict[Any, float | None]]:
    """Return the values of a slide's native chart by series and category."""
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    plot = chart.plots[0]
    return {series.name: dict(zip(plot.categories, series.values, strict=True)) for series in plot.series}


def texts(slide: Any) -> list[str]:
    """Return every text of a slide."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_lines_hold_the_rows_of_the_gap() -> None:
    rows = run_query("isolation_gap", {"state_a": "RUS", "state_b": "PRK"}).frame
    slide = find_slide(open_slides("RUS", "PRK"), "North Korea stood above Russia")
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    for name, column in (("Russia", "index_a"), ("North Korea", "index_b")):
        series = next(series for series in chart.plots[0].series if series.name == name)
        assert list(series.values) == pytest.approx(list(rows[column]), nan_ok=True)
    dates = chart.plots[0].categories
    assert len(dates) == len(rows)


def test_bands_are_thin_lines_that_only_the_caption_names() -> None:
    bands = run_query("isolation_bands", {"state": "PRK", "from": "1991-01-01"}).frame.set_index("on")
    slide = find_slide(open_slides("RUS", "PRK"), "North Korea stood above Russia")
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    series = {one.name: one for one in chart.plots[0].series}
    values = series["North Korea, lower edge"].values
    spots = [EXCEL_BEGINS + timedelta(float(str(day))) for day in chart.plots[0].categories]
    lower = dict(zip(spots, values, strict=True))
    known = bands["index_p05"].dropna()
    days = list(known.index.date)
    assert [lower[day] for day in days] == pytest.approx(list(known))
    first, second = known.iloc[-3:-1]
    between = [value for day, value in lower.items() if days[-3] < day < days[-2]]
    assert between and all(min(first, second) <= value <= max(first, second) for value in between)
    assert series["North Korea, lower edge"].format.line.width < series["North Korea"].format.line.width
    space = chart._chartSpace
    hidden = [int(place) for place in space.xpath(".//c:legendEntry[c:delete/@val='1']/c:idx/@val")]
    assert hidden == [place for place, name in enumerate(series) if name.endswith("edge")]
    assert any("Thin lines: range of 90% of the index's versions" in text for text in texts(slide))


def test_bars_hold_the_rows_of_their_queries() -> None:
    slides = open_slides("RUS", "PRK")
    senders = run_query("sanction_senders", {"on": DAY}).frame.set_index("target_name")
    drawn = chart_of(find_slide(slides, "52 states"))
    own = drawn[SENDER_LABELS["own"]]
    assert own == {name: senders["own_senders"][name] for name in own}
    both = {name: sum(series[name] or 0 for series in drawn.values()) for name in own}
    assert both == {name: senders["senders"][name] for name in both}
    bodies = run_query("exclusions_in_force", {"on": DAY}).frame.groupby("state_name")["organisation"].nunique()
    (counted,) = chart_of(find_slide(slides, "Russia was shut out")).values()
    assert counted == bodies.to_dict()


def test_launches_and_vetoes_hold_their_rows_with_every_year_in_place() -> None:
    slides = open_slides("RUS", "PRK")
    launches = run_query("launches_to_date", {"on": DAY}).frame.set_index("year")["missiles"]
    missiles = chart_of(find_slide(slides, "North Korea had launched"))["Missiles"]
    assert missiles == {str(year): count for year, count in launches.items()}
    rows = run_query("vetoes_per_year", {"from": "1946-01-01", "to": DAY}).frame
    vetoes = chart_of(find_slide(slides, "Russia had vetoed"))
    assert [int(year) for year in next(iter(vetoes.values()))] == list(range(1946, 2023))
    russian = {str(row["year"]): row["vetoes"] for row in rows[rows["member"] == "RUS"].to_dict("records")}
    assert {year: count for year, count in vetoes["Soviet Union/Russia"].items() if count} == {
        year: count for year, count in russian.items() if count
    }


def test_stacked_areas_add_up_to_the_index() -> None:
    rows = run_query("isolation_series", {"state": "XKX", "to": DAY}).frame
    slide = find_slide(open_slides("XKX"), "Kosovo scored")
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    values = [[value or 0 for value in series.values] for series in chart.plots[0].series]
    assert [sum(column) for column in zip(*values, strict=True)] == pytest.approx(list(rows["index"].dropna()))


def test_an_area_ends_where_the_index_does_and_does_not_fall_to_zero() -> None:
    rows = run_query("isolation_series", {"state": "RUS", "to": PAST_END}).frame
    assert rows["index"].isna().iloc[-1]
    drawing = draw_chart("isolation-series", {"state": "RUS", "to": PAST_END})
    native = make_native("isolation-series", drawing)
    assert native and native.categories[-1] == rows["on"][rows["index"].notna()].iloc[-1].date()


def test_one_chart_alone_is_the_first_slide_with_its_latest_rows() -> None:
    chart = ("versus-series", {"state_a": "RUS", "state_b": "PRK", "on": "2022-07-14"})
    briefing = compose_briefing(state=None, on=DAY, charts=[chart], report=quiet)
    slides = list(Presentation(io.BytesIO(write_briefing(briefing, "pptx", quiet)[0])).slides)
    assert slides[0].shapes.title.text_frame.text == draw_chart(*chart).title
    table = next(shape.table for shape in slides[1].shapes if shape.has_table)
    last = run_query("isolation_gap", {"state_a": "RUS", "state_b": "PRK"}).frame["on"].max()
    assert table.cell(1, 0).text == say(last.date())
    assert table.cell(0, 1).text == "Index, Russia"


def test_a_wide_chart_says_its_subtitle_once_and_where_the_rest_of_its_rows_stands() -> None:
    chart = ("recognition-matrix", {"on": "2022-07-14"})
    briefing = compose_briefing(state=None, on=DAY, charts=[chart], report=quiet)
    first, second, *_ = Presentation(io.BytesIO(write_briefing(briefing, "pptx", quiet)[0])).slides
    subtitle = draw_chart(*chart).subtitle
    assert " ".join(texts(first)).count(subtitle[:40]) == 1
    held = briefing.parts[0].listing
    assert held and held.total > len(held.rows)
    assert f"{len(held.rows)} of {held.total} rows are shown; the rest stands on the page of the live view." in texts(
        second
    )
    links = [
        run.hyperlink.address
        for shape in second.shapes
        if shape.has_text_frame
        for line in shape.text_frame.paragraphs
        for run in line.runs
    ]
    assert briefing.parts[0].link in links


@pytest.mark.parametrize(("state", "compare"), [("RUS", "PRK"), ("TUV", None), ("XKX", None), ("BIH", "CAF")])
def test_every_finding_has_its_slide_with_notes_on_source_and_method(state: str, compare: str | None) -> None:
    briefing, slides = make(state, compare), open_slides(state, compare)
    everything = "\n".join("\n".join(texts(slide)) for slide in slides)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    for part in briefing.parts:
        assert part.headline.text in everything
        assert part.headline.text in notes
        for method in part.methods:
            assert f"{method.query_id}: {method.question}" in notes
    for source in briefing.sources:
        assert f"[{source.number}] {source.title}" in notes
    assert f"Data version {briefing.version}, asked for 14 July 2022" in notes
    if any(part.link for part in briefing.parts):
        assert "Live view: http" in notes


@pytest.mark.parametrize(("state", "compare"), [("RUS", "PRK"), ("TUV", None), ("XKX", None), ("BIH", "CAF")])
def test_slides_are_wide_numbered_and_keep_everything_on_them(state: str, compare: str | None) -> None:
    deck = Presentation(io.BytesIO(write(state, compare, "pptx")))
    assert round(deck.slide_width / deck.slide_height, 2) == round(16 / 9, 2)
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + Emu(1)
            assert shape.top + shape.height <= deck.slide_height + Emu(1), shape.name
            if shape.has_chart or shape.shape_type == 13:
                assert shape._element.xpath(".//p:cNvPr/@descr")[0]
        if number > 1:
            assert str(number) in texts(slide)
            assert any(make(state, compare).version in text for text in texts(slide))


def test_contents_lead_to_the_slides_they_name() -> None:
    slides = open_slides("RUS", "PRK")
    contents = slides[1]
    ids = {slide.slide_id: number for number, slide in enumerate(slides, start=1)}
    links = {
        shape.text_frame.text: ids[shape.click_action.target_slide.slide_id]
        for shape in contents.shapes
        if shape.has_text_frame and shape.click_action.target_slide is not None
    }
    assert list(links) == [chapter.title for chapter in make("RUS", "PRK").chapters] + ["Sources"]
    assert slides[links["Missiles"] - 1].shapes.title.text_frame.text.startswith("North Korea had launched")
    assert str(links["Missiles"]) in texts(contents)


@pytest.mark.parametrize("chart", load_charts().values(), ids=load_charts())
def test_every_chart_has_a_native_form_that_is_sound_or_none(chart: Any) -> None:
    given = {item.name: item.example for item in chart_parameters(chart) if item.required}
    drawing = draw_chart(chart.id, given | ({"on": "2022-07-14"} if "on" in chart.parameters else {}))
    native = make_native(chart.id, drawing)
    if native is None:
        return
    assert native.series and len(set(native.categories)) == len(native.categories)
    assert all(len(series.values) == len(native.categories) for series in native.series)
    assert any(value is not None for series in native.series for value in series.values)
    assert all(isinstance(category, str | date) for category in native.categories)
    assert not native.caption.lower().startswith(("dotted", "bands"))


def test_pale_parts_of_bars_are_pale_on_a_slide_too() -> None:
    native = make_native("council-totals", draw_chart("council-totals", {"from": "1946-01-01", "to": "2022-12-31"}))
    assert native is not None
    lone, joint = native.series[:2]
    assert joint.colours == tuple(map(tint, lone.colours))
    assert joint.colours != lone.colours
    native = make_native(
        "council-paralysis", draw_chart("council-paralysis", {"from": "2019-01-01", "to": "2022-07-14"})
    )
    assert native is not None and native.series[1].colour == tint(native.series[0].colour)


def test_on_a_slide_only_an_incomplete_year_is_pale_and_a_pattern_that_names_a_member_is_not() -> None:
    native = make_native("council-vetoes", draw_chart("council-vetoes", {"from": "1946-01-01", "to": "2022-07-14"}))
    assert native is not None
    for series in native.series:
        pale = {
            place for place, colour in zip(native.categories, series.colours, strict=False) if colour != series.colour
        }
        assert pale <= {"2022"} and ("2022" in pale) == (series.values[-1] is not None), series.name


def test_what_is_in_doubt_is_pale_on_a_slide() -> None:
    native = make_native("recognition-totals", draw_chart("recognition-totals", {"on": "2022-07-14"}))
    assert native is not None
    certain, doubt = native.series[:2]
    assert doubt.colours == tuple(map(tint, certain.colours))
    assert (certain.colour, doubt.colour) == (BLUE, tint(BLUE)), "the legend shows what most bars have"


def test_columns_of_years_stand_at_every_year() -> None:
    native = make_native("missiles-period", draw_chart("missiles-period", {"from": "2015-01-01", "to": "2022-07-14"}))
    assert native is not None and native.categories == tuple(str(year) for year in range(2015, 2023))
