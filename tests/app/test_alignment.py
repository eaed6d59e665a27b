"""The Alignment page says what the queries say."""

import re

import pytest

from analytics.catalog.run import run_query
from analytics.charts.catalogue import load_charts
from analytics.charts.draw import draw_chart
from analytics.charts.views import STORY_DAY
from analytics.charts.words import named
from tests.app.opening import headings, open_page


def test_a_pair_over_time() -> None:
    app = open_page("alignment", state="RUS", with_="PRK")
    assert not app.exception
    found = run_query("agreement", {"state_a": "RUS", "state_b": "PRK"})
    whole = run_query("last_session", {"on": STORY_DAY}).frame["session"].max()
    last = found.frame[found.frame["session"] <= whole].iloc[-1]
    title = next(text for text in headings(app) if text.startswith("Russia and North Korea: 0."))
    assert f"{last['agree']:.2f} on {last['roll_calls']} joint votes in the {last['session']}th session" in title
    assert any("regression series" in note.value for note in app.caption)


@pytest.mark.parametrize("measure", ["kappa", "s_abs"])
def test_a_member_by_measure(measure: str) -> None:
    app = open_page("alignment", view="member", state="USA", session="73", measure=measure)
    assert not app.exception
    ranked = run_query("nearest", {"state": "USA", "session": 73, "measure": measure}).frame
    firm = ranked[~ranked["few"]]
    nearest = named(firm.iloc[0]["state_name"])
    assert any(f"{nearest} voted most like the United States" in text for text in headings(app))
    assert any("alone" in text for text in headings(app))


def test_a_session() -> None:
    app = open_page("alignment", view="session", session="76")
    assert not app.exception
    blocs = run_query("blocs", {"session": 76}).frame["bloc"].nunique()
    assert any(text.startswith(f"{blocs} voting blocs in the 76th session") for text in headings(app))


def test_one_roll_call_is_found_by_words() -> None:
    app = open_page("alignment", view="text", words="es-11/1")
    assert not app.exception
    assert "A/RES/ES-11/1: 141 in favour, 5 against, 35 abstaining" in headings(app)


def test_words_that_nothing_carries() -> None:
    app = open_page("alignment", view="text", words="<b>no such words</b>")
    assert not app.exception
    assert any("No recorded vote" in note.value for note in app.info)
    assert any("141 in favour" in text for text in headings(app))


def test_two_different_members_are_asked_for() -> None:
    app = open_page("alignment", state="RUS", with_="RUS")
    assert not app.exception
    assert any("two different" in note.value for note in app.info)


def test_charts_have_a_query_and_words() -> None:
    for chart in load_charts().values():
        assert chart.about.endswith(".")
        assert chart.id.startswith(f"{chart.topic}-")


FIGURES = {
    "alignment-pair": {"state_a": "RUS", "state_b": "PRK"},
    "alignment-nearest": {"state": "RUS", "session": "76"},
    "alignment-matrix": {"session": "76"},
    "alignment-blocs": {"session": "76"},
    "alignment-moves": {"state": "RUS"},
    "alignment-ideal-points": {"session": "76"},
    "alignment-ideal-series": {"state": "RUS", "other": "PRK"},
    "alignment-fields": {"state_a": "RUS", "state_b": "PRK", "on": "2022-07-14"},
    "alignment-lonely": {"state": "USA"},
    "alignment-council": {"state_a": "RUS"},
}


@pytest.mark.parametrize("chart_id", FIGURES)
def test_each_figure_names_measure_universe_absence_and_number(chart_id: str) -> None:
    drawing = draw_chart(chart_id, FIGURES[chart_id])
    told = f"{drawing.title} {drawing.subtitle}".lower()
    assert "all recorded votes" in told or "adopted resolutions" in told
    assert "absences" in told
    assert re.search(r"\d+ (joint |roll calls|votes|texts)|\d+ to \d+ (joint votes|votes|roll calls)", told), told
    assert any(word in told for word in ("agreement", "κ", "position on the one dimension", "small minority"))


def test_two_members_have_their_ideal_points_side_by_side() -> None:
    drawing = draw_chart("alignment-ideal-series", {"state": "RUS", "other": "PRK"})
    rows = drawing.results[0].frame.pivot(index="session", columns="state", values="ideal_point").loc[79]
    assert f"Russia and North Korea stood {abs(rows['RUS'] - rows['PRK']):.1f} apart in the 79th" in drawing.title
    assert len([trace for trace in drawing.figure.data if trace.fill]) == 2


def test_an_open_session_is_not_where_a_member_stands() -> None:
    drawing = draw_chart("alignment-ideal-series", {"state": "RUS"})
    rows = drawing.results[0].frame.set_index("session")
    last = run_query("last_session", {"on": drawing.results[0].as_of}).frame["session"].item()
    assert last < rows.index.max()
    away = abs(rows.loc[last, "ideal_point"] - rows.loc[last, "usa"])
    assert f"{away:.1f} from the United States in the {last}th session" in drawing.title
    assert "80th session, the last point, was not complete" in drawing.subtitle
    dotted = [trace for trace in drawing.figure.data if trace.line.dash == "dot"]
    assert dotted and all(len(trace.x) == 2 and trace.x[-1] == rows["year"].max() for trace in dotted)


@pytest.mark.parametrize("chart_id", ["alignment-pair", "alignment-ideal-series"])
def test_titles_tell_the_session_that_was_complete_on_the_day(chart_id: str) -> None:
    asked = FIGURES[chart_id]
    then, latest = draw_chart(chart_id, asked | {"on": "2022-07-14"}), draw_chart(chart_id, asked)
    session = run_query("last_session", {"on": "2022-07-14"}).frame["session"].item()
    assert f"{session}th session (2020–21), the last complete one by 14 July 2022" in then.title
    assert then.title != latest.title
    assert then.subtitle == latest.subtitle, "the line runs to where the data end"
    assert draw_chart(chart_id, asked | {"on": "1985-01-01"}).title != then.title


@pytest.mark.parametrize("chart_id", ["alignment-nearest", "alignment-matrix", "alignment-blocs"])
def test_a_session_still_open_is_told_so(chart_id: str) -> None:
    last = run_query("agreement", {"state_a": "RUS", "state_b": "GBR"})
    whole = run_query("last_session", {"on": last.as_of}).frame["session"].item()
    for session, told in ((last.frame["session"].max(), True), (whole, False)):
        subtitle = draw_chart(chart_id, FIGURES[chart_id] | {"session": str(session)}).subtitle
        assert ("the session was not complete" in subtitle) == told


@pytest.mark.parametrize("state", ["GBR", "PRK", "RUS"])
def test_the_powers_of_a_bloc_are_those_that_shared_it(state: str) -> None:
    drawing = draw_chart("alignment-moves", {"state": state})
    frame = drawing.results[0].frame
    whole = run_query("last_session", {"on": drawing.results[0].as_of}).frame["session"].item()
    row = frame[frame["session"] == whole].iloc[0]
    powers = {"USA": "the United States", "RUS": "Russia", "CHN": "China"}
    shared = [name for code, name in powers.items() if code != state and bool(row[f"with_{code.lower()}"])]
    assert shared
    assert f"a bloc of {row['members']} with {' and '.join(shared)} in the {whole}th session" in drawing.title


def test_members_level_at_the_top_are_told_together() -> None:
    drawing = draw_chart("alignment-nearest", {"state": "TUV", "session": "76"})
    frame = drawing.results[0].frame
    level = frame.loc[~frame["few"] & (frame["rank"] == frame.loc[~frame["few"], "rank"].min()), "state_name"]
    assert len(level) > 3
    assert f"{named(level.iloc[0])}, " in drawing.title
    assert f"and {len(level) - 3} more voted most like Tuvalu" in drawing.title
    sanctions = draw_chart("alignment-sanctions", {"state": "ALB", "on": "2022-07-14"})
    assert sanctions.title.startswith("Albania sanctioned 1 state; ")
    assert sanctions.title.endswith(" more sanctioned the most similar set")


def test_a_state_without_votes_is_told_in_plain_words() -> None:
    nearest = draw_chart("alignment-nearest", {"state": "VAT", "session": "76"})
    moves = draw_chart("alignment-moves", {"state": "XKX"})
    assert nearest.figure is None and moves.figure is None
    assert "nearest" not in nearest.subtitle and "joint votes" not in nearest.subtitle
    assert moves.subtitle.endswith("absences left out")


def test_lonely_votes_are_counted_among_those_voting() -> None:
    asked = {"state": "USA", "minority": 0.025, "from": "2018-09-18", "to": "2019-09-16"}
    drawing = draw_chart("alignment-lonely", asked)
    count = len(drawing.results[0].frame)
    assert f"as at most 2.5% of those voting did on {count} texts" in drawing.title
    assert "from 18 September 2018 to 16 September 2019" in drawing.subtitle
    listed = draw_chart("alignment-lonely-list", {"state": "USA"}).title
    assert listed.endswith((": against", ": abstained", ": in favour"))


def test_a_pair_before_its_first_joint_vote_is_told_so() -> None:
    drawing = draw_chart("alignment-pair", FIGURES["alignment-pair"] | {"on": "1985-01-01"})
    assert (
        drawing.title == "The Soviet Union and North Korea cast no joint votes in a session complete by 1 January 1985"
    )
    alone = draw_chart("alignment-ideal-series", {"state": "TUV", "on": "1950-01-01"})
    assert alone.title == "Tuvalu had no ideal point by 1 January 1950"


def test_a_state_without_any_measure_on_record_is_not_compared_in_sanctions() -> None:
    drawing = draw_chart("alignment-fields", FIGURES["alignment-fields"])
    assert drawing.title.endswith("; no measures by North Korea on record")
    assert drawing.figure.data[0].text[0] == "no measures by North Korea on record"
    assert drawing.figure.data[0].x[0] == 0
    compared = draw_chart("alignment-fields", FIGURES["alignment-fields"] | {"state_b": "USA"})
    assert "sanctioned states in common" in compared.title


def test_open_dots_are_told_only_where_there_are_some() -> None:
    asked = FIGURES["alignment-pair"]
    assert "Open dots" not in draw_chart("alignment-pair", asked).subtitle
    assert "Open dots" in draw_chart("alignment-pair", asked | {"universe": "ukraine"}).subtitle


def test_events_of_a_pair_are_numbered_and_told_below_the_axis() -> None:
    figure = draw_chart("alignment-pair", FIGURES["alignment-pair"] | {"on": "2022-07-14"}).figure
    numbers = [note.text for note in figure.layout.annotations if note.xref != "paper"]
    told = next(note.text for note in figure.layout.annotations if note.xref == "paper")
    assert numbers == [f"<b>{number}</b>" for number in range(1, len(numbers) + 1)]
    assert "13 July 2022: North Korea recognised" in told
    assert all(f"{number}. " in told for number in range(1, len(numbers) + 1))


def test_lonely_votes_and_a_roll_call_are_listed() -> None:
    app = open_page("alignment", view="member", state="USA", session="73")
    assert any(text.startswith("Lonely votes by title") for text in headings(app))
    app = open_page("alignment", view="text", words="es-11/1")
    assert "How 193 members voted on A/RES/ES-11/1" in headings(app)
    assert not app.exception
