"""SQL workbench: a statement in the link runs under the guard, nonsense in it does no harm, limits are told."""

import zlib
from base64 import urlsafe_b64encode
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.examples import load_examples
from analytics.dashboard.components.statement import LINK_LENGTH, PACKED, read_link, write_link
from analytics.database import limits
from analytics.errors import CordonError
from tests.app.opening import headings, open_page

FIRST = next(iter(load_examples().values()))


def rows(app: AppTest) -> list[dict[str, object]]:
    return app.dataframe[0].value.to_dict("records")


def test_opens_with_an_example_its_rows_and_its_chart() -> None:
    app = open_page("workbench")
    assert not app.exception
    assert not app.error
    assert list(app.dataframe[0].value.columns) == ["region", "senders", "with_measures_of_their_own"]
    assert headings(app) == ["Senders by region"]
    assert any("tables: " in note.value and "sanctions" in note.value for note in app.markdown)
    assert "q" not in app.query_params


def test_a_link_shows_the_result_of_its_statement() -> None:
    app = open_page("workbench", q="select state, 1 as n from states where state in ('RUS', 'PRK') order by state")
    assert rows(app) == [{"state": "PRK", "n": 1}, {"state": "RUS", "n": 1}]
    assert headings(app) == ["N by state"]
    assert any("2 rows, 2 columns" in note.value for note in app.caption)


def test_a_link_holds_the_chart_too() -> None:
    app = open_page("workbench", q="select 1 as a, 2 as b, 'x' as c", kind="points", x="a", y="b", colour="c")
    assert headings(app) == ["B by a"]
    app = open_page("workbench", q="select 1 as a, 2 as b", kind="pies", x="<script>")
    assert sum("not known here" in note.value for note in app.info) == 2
    assert headings(app)


@pytest.mark.parametrize(
    "given",
    [
        "~",
        "~notpacked",
        "~" + "A" * 5000,
        "~💥",
        "x" * (LINK_LENGTH + 1),
        PACKED + urlsafe_b64encode(zlib.compress(b"\xff\xfe")).decode(),
        PACKED + urlsafe_b64encode(zlib.compress(b"select 1", 9)).decode()[:-6],
        PACKED + urlsafe_b64encode(zlib.compress(b" " * 50_000_000, 9)).decode()[:5000],
    ],
)
def test_a_link_that_cannot_be_read_falls_back_with_a_note(given: str) -> None:
    app = open_page("workbench", q=given)
    assert not app.exception
    assert any("not known here" in note.value and "not used" in note.value for note in app.info)
    assert list(app.dataframe[0].value.columns) == ["region", "senders", "with_measures_of_their_own"]


@pytest.mark.parametrize(
    "given",
    [
        "drop table states",
        "copy states to '/tmp/x'",
        "select * from read_text('/etc/hostname')",
        "![x](https://example.org/x.png) <script>alert(1)</script>",
        "select \u0000",
        "",
    ],
)
def test_a_hostile_link_is_refused_in_plain_text(given: str) -> None:
    app = open_page("workbench", q=given)
    assert not app.exception
    assert [error.value for error in app.error] == ["The statement was not run, or not to its end."]
    assert len(app.dataframe) == 1, "only the columns of the table that is browsed"
    told = [*app.error, *app.warning, *app.info, *app.markdown, *app.caption, *app.header]
    assert not any("example.org" in item.value for item in told), "markup of the link is nowhere read as such"


def test_a_packed_link_runs() -> None:
    sql = "select 1 as n -- " + "long " * 400
    link = write_link(sql)
    assert link is not None and link.startswith(PACKED) and len(link) < 200
    assert rows(open_page("workbench", q=link)) == [{"n": 1}]


@pytest.mark.parametrize("sql", ["select 1", "select 'é → 北'", "~x", "select 1\n-- " + "ab" * 3000])
def test_links_hold_statements_whole(sql: str) -> None:
    link = write_link(sql)
    assert link is not None
    assert read_link(link) == sql


def test_what_is_too_long_for_a_link_is_not_put_there() -> None:
    letters = "".join(Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=limits.STATEMENT_LENGTH - 20))
    assert write_link(f"select 1 -- {letters}") is None
    with pytest.raises(CordonError):
        read_link("x" * (LINK_LENGTH + 1))


def test_an_example_is_taken_with_its_chart() -> None:
    app = open_page("workbench")
    chosen = next(example for example in load_examples().values() if example.chart.get("colour"))
    app.selectbox(key="workbench-example").select(chosen.id).run()
    assert not app.exception
    assert list(app.dataframe[0].value.columns) == ["state", "day", "isolation"]
    assert headings(app) == ["Isolation by day"]
    assert app.selectbox(key="colour").value == "state"
    assert read_link("".join(app.query_params["q"])) == chosen.sql


def test_a_table_is_browsed_and_shown() -> None:
    app = open_page("workbench")
    app.selectbox(key="workbench-thing").select("ties").run()
    columns = next(frame.value for frame in app.dataframe if "description" in frame.value.columns)
    assert {"initiator", "target", "kind"} <= set(columns["column_name"])
    next(button for button in app.button if "first rows" in button.label).click().run()
    assert len(app.dataframe[0].value) == 100
    assert {"tie_id", "initiator"} <= set(app.dataframe[0].value.columns)


def test_rows_cut_off_are_told_of() -> None:
    app = open_page("workbench", q="select roll_call_id, state from ga_votes")
    assert any(f"Only the first {limits.ROW_LIMIT:,} rows are shown" in note.value for note in app.caption)
    assert len(app.dataframe[0].value) == limits.ROW_LIMIT


def test_limits_on_the_page_are_those_of_the_code() -> None:
    told = "\n".join(item.value for item in open_page("workbench").markdown)
    for number in (
        f"{limits.TIME_LIMIT_SECONDS:g} s",
        limits.MEMORY,
        f"{limits.ROW_LIMIT:,} rows",
        f"{limits.COLUMN_LIMIT} columns",
        f"{limits.BYTE_LIMIT // 1_000_000} MB of result",
        f"{limits.STATEMENT_LENGTH:,} characters",
    ):
        assert number in told


def test_rows_that_cannot_be_drawn_say_so() -> None:
    app = open_page("workbench", q="select name from states limit 3")
    assert any("No chart" in note.value for note in app.caption)
