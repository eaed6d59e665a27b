"""What stands around a figure: footer, rows, method, the reason for an empty one, notes on bad links."""

from datetime import date

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.style import finished_figure
from analytics.charts.words import explain_empty, say_column, signed
from analytics.dashboard.components import phone
from analytics.dashboard.components.filters import is_day_between
from analytics.dashboard.components.kept import PlainFigure, press
from analytics.dashboard.components.readable import readable_rows, shown_columns
from analytics.dashboard.components.rows import command
from analytics.exports.footer import as_of, evidence_mix, plain_footer, shown_footer


def test_footer_names_source_end_and_version() -> None:
    result = run_query("launches", {"from": "2022-01-01", "to": "2022-07-14"})
    text = plain_footer([result])
    assert "Source: The CNS North Korea Missile Test Database" in text
    assert f"data until {result.as_of:%-d %B %Y}" in text
    assert f"version {result.version}" in text
    assert "](<https://" in shown_footer([result])


def test_evidence_counts_every_row_once() -> None:
    alike = run_query("recognition_status", {"entity": "XDN", "on": "2022-07-14"})
    assert evidence_mix(alike).startswith(f"{alike.table.num_rows} rows: all on ")
    result = run_query("ties_broken", {"state": "RUS", "on": "2022-07-14"})
    total, parts = evidence_mix(result).split(" rows: ")
    counted = sum(int(part.split()[0]) for part in parts.split(", "))
    assert int(total) == counted
    assert counted == result.table.num_rows


def test_several_results_reach_as_far_as_the_shortest() -> None:
    results = [run_query("missions_per_year", {"state": "PRK"}), run_query("launch_gaps", {"class": "ICBM"})]
    assert as_of(results) == min(result.as_of for result in results if result.as_of) == date(2020, 12, 31)


def test_command_can_be_typed() -> None:
    result = run_query("launches_per_period", {"from": "2022-01-01", "to": "2022-12-31", "bucket": "year"})
    assert "-p from=2022-01-01" in command(result)
    assert "False" not in command(result)


def test_empty_answer_names_question_and_reach() -> None:
    result = run_query("launches", {"from": "1988-01-01", "to": "1988-12-31"})
    assert result.table.num_rows == 0
    told = explain_empty(result)
    assert told.startswith(
        "Nothing is recorded for this question: from 1 January 1988, to 31 December 1988, North Korea."
    )
    assert f"{result.as_of:%-d %B %Y}" in told
    assert "missile launches" in told


def test_an_empty_answer_says_that_the_state_was_not_there() -> None:
    told = {
        state: explain_empty(run_query("isolation_components", {"on": on, "state": state}))
        for state, on in {"DDR": "1995-01-01", "YUG": "1995-01-01", "SRB": "1999-01-01", "KIR": "1995-01-01"}.items()
    }
    assert told["DDR"].endswith("East Germany (DDR) is in the tables until 2 October 1990.")
    assert told["YUG"].endswith("Yugoslavia (YUG) is in the tables until 26 April 1992.")
    assert told["SRB"].endswith("Serbia (SRB) is in the tables from 5 June 2006.")
    assert told["KIR"].endswith("Kiribati was not a member of the United Nations on 1 January 1995.")


def test_an_empty_answer_does_not_name_the_choices_nobody_made() -> None:
    result = run_query("nearest", {"state": "TWN", "session": 77})
    assert explain_empty(result).startswith(
        "Nothing is recorded for this question: Taiwan (Republic of China), session 77."
    )


def test_columns_read_as_words() -> None:
    assert say_column("un_member", {}) == "UN member"
    assert say_column("before_on", {}) == "Day before"
    assert say_column("date_utc", {}) == "Date UTC"
    assert say_column("state_name", {}) == "State"
    assert say_column("vote_b", {"state_a": "RUS", "state_b": "PRK"}) == "Vote, North Korea"


def test_rows_are_read_by_names_titles_and_known_dates() -> None:
    result = run_query("ties_broken", {"on": "2022-07-14", "state": "PRK"})
    frame, shown = readable_rows(result), shown_columns(result)
    assert shown[:3] == ["initiator_name", "target_name", "since"]
    assert not {"tie_id", "severity", "date_precision", "initiator"} & set(shown)
    coarse = frame[frame["date_precision"] == "month"]
    assert set(coarse["since"]) == {"1977-06", "1983-12"}
    assert set(frame["source"]) == set(result.sources["title"])


def test_labels_are_words_and_codes_are_names() -> None:
    frame = readable_rows(run_query("recognition_timeline", {"entity": "XKX"}))
    assert "withdrawal disputed" in set(frame["change"])
    assert "Albania" in set(frame["state"])
    assert not frame["note"].dropna().str.contains("_").any()


@pytest.mark.parametrize("text", ["2022-02-31", "yesterday", "", "1900-01-01", "2022-7-1"])
def test_days_outside_are_not_days(text: str) -> None:
    assert not is_day_between(text, date(1946, 1, 1), date(2026, 9, 30))


def options_page() -> None:
    import streamlit as st  # noqa: PLC0415

    from analytics.dashboard.components.filters import choose_option  # noqa: PLC0415

    st.write("chosen " + choose_option("kind", "Kind", {"a": "Alpha", "b": "Beta"}, "a"))


@pytest.mark.parametrize(
    ("given", "chosen", "notes"), [(None, "a", 0), ("b", "b", 0), ("Beta", "a", 1), ("<i>", "a", 1)]
)
def test_options_stand_in_the_link_as_codes(given: str | None, chosen: str, notes: int) -> None:
    page = AppTest.from_function(options_page)
    if given is not None:
        page.query_params["kind"] = given
    page.run()
    assert page.markdown[-1].value == f"chosen {chosen}"
    assert len(page.info) == notes
    assert all("<" not in note.value for note in page.info)


def broken_page() -> None:
    from analytics.dashboard.components.page import open_page  # noqa: PLC0415
    from analytics.errors import CordonError  # noqa: PLC0415

    with open_page("Broken", "A page with a fault."):
        raise CordonError("data/ties.csv is missing.")


def test_a_fault_becomes_a_sentence() -> None:
    page = AppTest.from_function(broken_page).run()
    assert not page.exception
    assert page.error[0].value == "data/ties.csv is missing."


@pytest.mark.parametrize(
    ("value", "said"), [(3.84, "+3.8"), (-12.0, "−12.0"), (0.0, "0"), (-0.04, "0"), (0.06, "+0.1")]
)
def test_a_difference_has_the_sign_that_axes_have(value: float, said: str) -> None:
    assert signed(value) == said


def test_a_kept_drawing_is_the_drawing_and_much_smaller() -> None:
    drawing = draw_chart("ties-map", {"state": "PRK", "on": "2022-07-14"})
    kept = press(drawing)
    assert drawing.figure is not None
    finished = go.Figure(finished_figure(drawing.figure))
    assert go.Figure(finished.data) == go.Figure(drawing.figure.data)
    assert kept.drawing().figure == finished
    assert go.Figure(PlainFigure(kept.spec()).to_dict()) == finished
    assert kept.spec() is not kept.spec(), "a reader who changes a figure changes it for nobody else"
    assert kept.pressed is not None
    assert len(kept.pressed) < len(drawing.figure.to_json())


def test_on_a_phone_long_names_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = press(draw_chart("recognition-totals", {"on": "2022-07-14"}))
    monkeypatch.setattr(phone, "on_phone", lambda: False)
    assert phone.fit_phone(kept.spec())["layout"] == kept.spec()["layout"]
    monkeypatch.setattr(phone, "on_phone", lambda: True)
    narrow = phone.fit_phone(kept.spec())["layout"]
    assert [text.replace("<br>", " ") for text in narrow["yaxis"]["ticktext"]] == narrow["yaxis"]["tickvals"]
    assert "Donetsk People's<br>Republic" in narrow["yaxis"]["ticktext"]
    assert narrow["height"] > kept.spec()["layout"]["height"]
    broken_already = press(draw_chart("missiles-uncounted", {}))
    assert phone.fit_phone(broken_already.spec())["layout"]["height"] == broken_already.spec()["layout"]["height"]


def test_on_a_phone_numbers_over_many_bars_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    many = press(draw_chart("missiles-period", {"from": "1984-01-01", "to": "2022-07-14"}))
    few = press(draw_chart("missiles-period", {"from": "2019-01-01", "to": "2022-07-14"}))
    monkeypatch.setattr(phone, "on_phone", lambda: True)
    assert len(phone.fit_phone(many.spec())["data"]) == len(many.spec()["data"]) - 1
    assert len(phone.fit_phone(few.spec())["data"]) == len(few.spec()["data"])


def test_a_curve_of_recognition_runs_to_where_the_data_do_and_tells_days_no_surer_than_they_are() -> None:
    drawing = draw_chart("recognition-curve", {"entity": "XKX", "on": "2022-07-14"})
    assert drawing.figure is not None
    line, rows = drawing.figure.data[0], drawing.results[0].frame
    assert line.x[-1] == drawing.results[0].as_of
    assert line.y[-1] == line.y[-2] == rows["cumulative"].iloc[-1]
    coarse = rows.index[rows["date_precision"] == "year"]
    assert all(line.customdata[place] == str(rows.loc[place, "date"].year) for place in coarse)


def test_a_chart_without_rows_has_no_figure_to_keep() -> None:
    kept = press(draw_chart("ties-timeline", {"state": "TUV", "on": "1947-01-01"}))
    assert kept.drawing().figure is None
    with pytest.raises(ValueError, match="no figure"):
        kept.spec()


def test_the_course_of_isolation_tells_the_day_and_marks_it() -> None:
    plain = draw_chart("isolation-series", {"state": "PRK"})
    marked = draw_chart("isolation-series", {"state": "PRK", "on": "2017-12-31"})
    index = run_query("isolation_index", {"on": "2017-12-31"}).frame.set_index("state")["index"]
    assert marked.title.startswith(f"North Korea: {index['PRK']:.0f} of 100 on 31 December 2017, ")
    assert marked.title.endswith(plain.title.removeprefix("North Korea: "))
    assert plain.figure is not None
    assert marked.figure is not None
    assert not plain.figure.layout.shapes
    assert [shape.x0 for shape in marked.figure.layout.shapes] == ["2017-12-31"]


def test_labels_are_said_as_the_pages_do_in_the_columns_that_mean_it() -> None:
    rows = readable_rows(run_query("isolation_goalposts"))
    assert "votes" in set(rows["dimension"])
    assert set(rows["goalposts"]) == {
        "0 and 1",
        "5th and 95th percentile of members",
        "0 and 95th percentile of members above 0",
    }
    sanctions = readable_rows(run_query("sanctions_in_force", {"on": "2026-06-30"}))
    assert "votes" not in set(sanctions["origin"])


def test_tables_leave_out_the_state_that_every_row_is_about() -> None:
    asked = run_query("sanctions_in_force", {"on": "2022-07-14", "target": "RUS"})
    everyone = run_query("sanctions_in_force", {"on": "2022-07-14"})
    assert not {"target", "target_name"} & set(shown_columns(asked))
    assert {"target", "target_name"} & set(shown_columns(everyone))
    assert "cast_by_name" in shown_columns(run_query("vetoes", {"from": "2022-01-01", "to": "2022-12-31"}))
