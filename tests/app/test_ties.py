"""The page of severed ties, run without a browser."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from analytics.charts.draw import draw_chart
from analytics.charts.drawings.ties import CERTAINTIES
from analytics.charts.geometry import drawn_codes
from analytics.charts.words import how_sure
from analytics.paths import ROOT

PAGE = str(ROOT / "analytics" / "dashboard" / "pages" / "ties.py")


def open_ties(**query: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def titles(app: AppTest) -> list[str]:
    return [heading.value for heading in (*app.header, *app.subheader)]


def day_list(app: AppTest) -> pd.DataFrame:
    return next(frame.value for frame in app.dataframe if "initiator_name" in frame.value)


def test_switches_are_spoken_of_where_one_is_listed_or_left_out() -> None:
    def told(state: str, switches: str) -> bool:
        subtitle = draw_chart("ties-list", {"state": state, "on": "2022-07-14", "switches": switches}).subtitle
        return "Taipei" in subtitle

    assert told("TWN", "true") and told("UKR", "false") and not told("UKR", "true")


def test_the_page_opens_on_north_korea_and_the_story_day() -> None:
    app = open_ties()
    assert not app.exception
    assert not app.error
    assert titles(app)[0].startswith("Relations of North Korea with 9 states were broken or downgraded")
    assert "14 July 2022" in titles(app)[0]


def test_the_list_shows_ukraines_break_with_its_evidence() -> None:
    listed = day_list(open_ties())
    ukraine = listed[listed["initiator_name"] == "Ukraine"]
    assert len(ukraine) == 1
    assert bool(ukraine["certain"].iloc[0])
    assert ukraine["evidence"].iloc[0] in ("A", "B", "C")


def test_the_day_before_ukraine_had_not_broken() -> None:
    assert titles(open_ties(on="2022-07-12"))[0].startswith(
        "Relations of North Korea with 8 states were broken or downgraded"
    )


def test_a_link_restores_state_and_filters() -> None:
    app = open_ties(state="RUS", on="2022-07-14")
    assert not app.exception
    assert titles(app)[0].startswith("Relations of Russia with 3 states were broken or downgraded")


def test_switches_of_recognition_are_left_out_until_asked_for() -> None:
    without = titles(open_ties(state="TWN"))[0]
    including = titles(open_ties(state="TWN", switches="yes"))[0]
    assert without.startswith("No relations of Taiwan are recorded")
    assert including.startswith("Relations of Taiwan with")


def test_a_step_whose_end_nobody_tracked_is_told_apart_from_no_step() -> None:
    drawing = draw_chart("ties-map", {"state": "PRK", "on": "2022-07-14"})
    broken, untracked = drawing.results
    apart = set(untracked.frame["partner"]) - {*broken.frame["initiator"], *broken.frame["target"]}
    assert "ARE" in apart
    assert drawing.title.endswith(f"; with {len(apart)} more the end of a step was not tracked")
    assert drawing.figure is not None
    key = CERTAINTIES["untracked"]
    coloured = [trace.locations for trace in drawing.figure.data if trace.name == key and trace.type == "choropleth"]
    assert set(coloured[0]) == apart & drawn_codes()


def test_a_state_without_broken_relations_gets_a_sentence_not_a_chart() -> None:
    app = open_ties(state="CHE", on="1990-01-01")
    assert not app.exception
    assert titles(app)[0].startswith("No relations of Switzerland are recorded")
    assert not app.info, "the title has said it"


def test_a_state_that_was_not_there_yet_is_said_so() -> None:
    assert any("South Sudan" in box.value for box in open_ties(state="SSD", on="1990-01-01").info)


def test_an_unknown_state_in_the_link_is_said_so() -> None:
    app = open_ties(state="QQQ")
    assert not app.exception
    assert any("not known here" in box.value for box in app.info)


def test_every_control_can_be_changed() -> None:
    app = open_ties()
    app.selectbox(key="state").set_value("IRN").run()
    assert not app.exception
    assert titles(app)[0].startswith("Relations of Iran")


def test_a_partner_of_the_soviet_union_is_russias_partner_not_russias_own_past() -> None:
    app = open_ties(state="RUS", on="1985-01-01")
    listed = day_list(app)
    partners = {*listed["initiator_name"], *listed["target_name"]} - {"Soviet Union"}
    assert {"Chile", "Israel", "Albania", "Grenada"} <= partners
    assert f"with {len(partners)} states" in titles(app)[0]


def test_a_state_without_a_line_is_said_to_have_none() -> None:
    told = {
        state: draw_chart("ties-network", {"on": "2022-07-14", "state": state}).subtitle for state in ("RUS", "FJI")
    }
    assert "a line per pair, red for Russia" in told["RUS"]
    assert "a line per pair, none for Fiji" in told["FJI"]


def test_one_step_is_known_to_have_lasted_or_not() -> None:
    assert how_sure(1, 1) == ", known to have lasted to that day"
    assert how_sure(1, 0) == ", not known to have lasted to that day"
    assert how_sure(2, 2) == ", all known to have lasted to that day"
    assert how_sure(2, 0) == ", none of them known to have lasted to that day"
