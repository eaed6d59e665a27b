"""Rows are read in full: no text is cut where it goes on, no column hides the others, and words stand for marks."""

import pandas as pd
import pytest

from analytics.catalog.run import run_query
from analytics.dashboard.components import catalogue, rows
from analytics.dashboard.components.catalogue import TALLEST_ROW, WRAPPED
from analytics.dashboard.components.readable import readable_rows, shown_columns
from analytics.dashboard.components.rows import (
    LETTER_WIDTH,
    WIDEST_ON_PHONE,
    column_label,
    decimals,
    fit_width,
    labelled_rows,
    order_seen,
    tell_rows,
)


def test_a_text_has_room_to_its_last_figure() -> None:
    frame, looks = labelled_rows(run_query("vetoes", {"from": "2023-01-01", "to": "2025-12-31"}))
    amended = frame.loc[frame["title"].str.contains("became resolution"), "title"]
    assert len(amended)
    assert looks["title"]["width"] >= LETTER_WIDTH * amended.str.len().max()


def test_on_a_phone_no_column_hides_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    _, looks = labelled_rows(run_query("exclusions_in_force", {"on": "2022-07-14"}))
    monkeypatch.setattr(rows, "on_phone", lambda: False)
    assert fit_width(looks)["organisation_name"]["width"] > WIDEST_ON_PHONE
    monkeypatch.setattr(rows, "on_phone", lambda: True)
    assert fit_width(looks)["organisation_name"]["width"] == WIDEST_ON_PHONE


def test_on_a_phone_what_two_members_voted_stands_before_the_title(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run_query("pair_votes", {"state_a": "RUS", "state_b": "PRK", "from": "2021-07-15", "to": "2022-07-14"})
    frame, _ = labelled_rows(result)
    for phone, places in ((False, ["title", "vote_a"]), (True, ["vote_a", "title"])):
        monkeypatch.setattr(rows, "on_phone", lambda phone=phone: phone)
        names = order_seen(shown_columns(result), frame)
        assert names[0] == "date" and sorted(places, key=names.index) == places


def test_on_a_phone_a_veto_shows_its_draft_its_topic_and_who_cast_it(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run_query("vetoes", {"from": "1946-01-01", "to": "2025-12-31"})
    monkeypatch.setattr(rows, "on_phone", lambda: True)
    names = order_seen(shown_columns(result), labelled_rows(result)[0])
    assert {"draft", "topic", "cast_by_name"} <= set(names[:5])
    assert names.index("title") > names.index("cast_by_name")


def test_yes_and_no_are_words_and_what_is_not_known_is_blank() -> None:
    frame = readable_rows(run_query("isolation_cases"))
    asked = run_query("isolation_cases").frame["holds"]
    assert set(frame["holds"].dropna()) <= {"yes", "no"}
    assert (frame["holds"].isna() == asked.isna()).all()


def test_a_table_says_that_it_goes_on_and_what_its_letters_mean() -> None:
    assert tell_rows(3, graded=False) == tell_rows(11, graded=False) == ""
    assert tell_rows(43, graded=False) == "43 rows; scroll for more."
    assert tell_rows(3, graded=True).startswith("Evidence: A official record")


def test_on_a_phone_rows_of_wrapped_texts_are_as_high_as_most_texts_need(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = {"why": {"width": 124}, "rows": {"width": None}}
    heights = []
    for letters in (20, 70, 400):
        frame = pd.DataFrame({"why": ["x" * letters] * 3, "rows": [1, 2, 3]})
        for phone in (False, True):
            monkeypatch.setattr(catalogue, "on_phone", lambda phone=phone: phone)
            heights.append(catalogue.row_height(frame, looks))
    assert heights == [WRAPPED, WRAPPED, WRAPPED, 100, WRAPPED, TALLEST_ROW]


def test_numbers_of_several_units_are_read_by_their_own() -> None:
    claims = readable_rows(run_query("claims", {"on": "2022-07-14"})).set_index("claim")["value"]
    assert claims["missiles this year"] == "31"
    assert claims["council vetoes"] == "11.5%"
    assert claims["russia v north korea exclusions"] == "4.67"
    parts = run_query("isolation_components", {"on": "2022-07-14", "state": "RUS"})
    assert readable_rows(parts).set_index("dimension").loc["sanctions", "raw"] == "59.5%"
    assert column_label("score", parts.frame["score"], parts)["type_config"]["format"] == "%.1f"
    late = run_query("freshness")
    assert column_label("days_behind", late.frame["days_behind"], late)["type_config"]["format"] == "localized"
    pair = run_query("agreement", {"state_a": "RUS", "state_b": "PRK"})
    written = {
        name: column_label(name, pair.frame[name], pair)["type_config"]["format"] for name in pair.frame.columns[:3]
    }
    assert written == {"session": "%d", "year": "%d", "roll_calls": "localized"}
    assert column_label("nobody_knows", pd.Series([1999, 2000]), pair)["type_config"]["format"] == "%d"
    assert column_label("nobody_knows", pd.Series([True, False]), pair).get("type_config") is None


@pytest.mark.parametrize(
    ("values", "form"),
    [([3.0, 1568.0], "%d"), ([0.25, 1.5], "%.3f"), ([59.9, 80.0], "%.1f"), ([31.0, 0.115], "localized")],
)
def test_numbers_have_the_decimals_that_their_size_bears(values: list[float], form: str) -> None:
    assert decimals(pd.Series([*values, None])) == form
