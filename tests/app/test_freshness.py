"""Until when the data run stands on every page and in every export, and no figure speaks for a day after that."""

import io
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from analytics.catalog.query import load_catalog
from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.views import PAGES
from analytics.charts.words import day_past_end, note_past_end
from analytics.commands.questions import query as query_command
from analytics.dashboard.components.names import latest_day
from analytics.dashboard.components.page import freshness, latest_ends, say_span
from analytics.exports.chart_files import write_chart
from analytics.exports.footer import plain_footer
from tests.app.opening import open_page

LISTS_COVERAGE = {"data", "trust"}
# What is asked there decides which tables stand behind it; the briefing tells it part by part.
AS_ASKED = {"workbench", "briefing"}
DAY_QUERIES = sorted(name for name, query in load_catalog().items() if "on" in query.params and name != "freshness")
LINK = "https://example.org/"


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name not in LISTS_COVERAGE | AS_ASKED])
def test_each_page_tells_until_when_its_tables_run(page: str) -> None:
    told = [caption.value for caption in open_page(page).caption if ":material/update: Data:" in caption.value]
    assert len(told) == 1
    assert " to " in told[0]
    assert "Later events are not included." in told[0]


def test_the_longest_overdue_comes_first_with_the_day_since_when() -> None:
    tables = ["ties", "missions", "recognitions", "ideal_points"]
    ends = latest_ends(tables)
    assert ends["table_name"].iloc[0] == "missions"
    assert "Data: missions to 31 December 2020 (overdue since 31 December 2021);" in freshness(ends)
    finished = ends[ends["table_name"] == "ideal_points"]
    assert "overdue" not in freshness(finished)
    assert say_span(finished) == f"Data to {finished['ends_on'].iloc[0]:%B %Y}"
    assert say_span(ends).startswith("Data to December 2020 – ")
    assert say_span(ends).endswith(" overdue")


@pytest.mark.parametrize("page", sorted(LISTS_COVERAGE))
def test_the_pages_on_data_list_the_ends(page: str) -> None:
    columns = {str(name).lower().replace(" ", "_") for frame in open_page(page).dataframe for name in frame.value}
    assert {"ends_on", "as_of"} <= columns or {"until", "as_of"} <= columns


def end_of_sanctions() -> date:
    until = run_query("sanctions_in_force", {"on": "2022-07-14"}).as_of
    assert until is not None
    return until


def test_each_export_tells_until_when_and_that_the_day_asked_is_later() -> None:
    until = end_of_sanctions()
    asked = until + timedelta(days=40)
    drawing = draw_chart("sanctions-bodies", {"on": asked.isoformat(), "state": "RUS"})
    ends = drawing.results[0].as_of
    assert ends is not None
    told = f"data until {ends:%-d %B %Y}, short of {asked:%-d %B %Y} as asked"
    assert told in plain_footer(drawing.results)
    with zipfile.ZipFile(io.BytesIO(write_chart(drawing, "zip", link=LINK, size="2x"))) as archive:
        assert told in archive.read("README.txt").decode()
    book = openpyxl.load_workbook(io.BytesIO(write_chart(drawing, "xlsx", link=LINK, size="2x")))
    assert any(told[1:] in str(cell.value) for (cell,) in book["About"].iter_rows(max_col=1))
    assert told in write_chart(drawing, "html", link=LINK, size="2x").decode().replace("&nbsp;", " ")
    within = draw_chart("sanctions-bodies", {"on": "2022-07-14", "state": "RUS"})
    assert "short of" not in plain_footer(within.results)


@pytest.mark.parametrize("query_id", DAY_QUERIES)
def test_no_answer_for_a_day_after_the_end_goes_without_saying_so(query_id: str) -> None:
    query = load_catalog()[query_id]
    examples = {name: item.example for name, item in query.params.items() if item.required}
    result = run_query(query_id, examples | {"on": "2031-05-01"})
    assert result.as_of is not None
    assert day_past_end([result]) == (date(2031, 5, 1), result.as_of)
    within = run_query(query_id, examples | {"on": result.as_of})
    assert note_past_end([within]) == ""


def show_late_figure() -> None:
    from datetime import date  # noqa: PLC0415

    from analytics.dashboard.components.figure import show_chart  # noqa: PLC0415
    from analytics.dashboard.components.page import open_page  # noqa: PLC0415

    with open_page("A page", "That does not know how far its figures reach."):
        for target in ("RUS", "PRK"):
            show_chart("sanctions-list", on=date(2031, 5, 1), target=target)
            show_chart("sanctions-bodies", on=date(2031, 5, 1), state=target)


def test_a_figure_says_that_its_data_end_before_the_day_where_its_page_does_not() -> None:
    said = [note.value for note in AppTest.from_function(show_late_figure, default_timeout=30).run().info]
    ends = [f"{table} run to {end_of_sanctions():%-d %B %Y}." for table in ("Sanctions", "Exclusions")]
    assert [text for text in said if "Not all data reach" in text] == [
        f"Not all data reach the day asked about. {end}" for end in ends
    ]
    assert not [note for note in open_page("sanctions").info if "Not all data reach" in note.value]


def test_the_command_line_says_it_beside_the_rows() -> None:
    done = CliRunner().invoke(query_command, ["recognition_totals", "-p", "on=2031-05-01", "--format", "csv"])
    assert "Asked about 1 May 2031, but the data behind it end on" in done.stderr
    assert "Asked about" not in done.stdout


def test_claims_are_judged_on_the_last_day_that_is_known() -> None:
    rows = run_query("claims", {"on": "2031-05-01"}).frame
    ends = {str(row["as_of"])[:10] for row in rows.to_dict("records")}
    assert max(ends) <= latest_day().isoformat()
