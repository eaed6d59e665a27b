"""The page on two states: numbers that lead to their rows, sentences true of both sides."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

import pandas as pd
import pytest

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.drawings.versus import tell_short, tell_verdict
from analytics.charts.words import say_column, signed
from tests.app.opening import headings, open_page

DAY = "2022-07-14"
LINK = re.compile(r"\[([^\[\]]+?) (\d+)\]\((\w+)\?([^)]*)\)")


@pytest.mark.parametrize("page", ["versus", "story"])
def test_each_number_of_a_pair_leads_to_its_rows(page: str) -> None:
    told = next(item.value for item in open_page(page, on=DAY).markdown if "See the rows" in item.value)
    standing = run_query("standing_gap", {"on": DAY}).frame.set_index("thing")
    found = [(name, int(count), where, dict(parse_qsl(asked))) for name, count, where, asked in LINK.findall(told)]
    counts = [standing.loc[thing, count] for thing in standing.index for count in ("count_a", "count_b")]
    assert [count for _, count, _, _ in found] == counts
    assert all(asked["on"] == DAY for *_, asked in found)
    assert {asked.get("state") or asked["target"] for *_, asked in found} == {"RUS", "PRK"}


def test_the_pages_that_the_numbers_lead_to_count_the_same() -> None:
    told = next(item.value for item in open_page("versus", on=DAY).markdown if "See the rows" in item.value)
    said = {
        "ties": "Relations of {} with {} state",
        "sanctions": "{1} states sanctioned {0}",
        "exclusions": "{1} recorded bodies had suspended, expelled or restricted {0}",
    }
    things = run_query("standing_gap", {"on": DAY}).frame["thing"]
    for place, (name, count, page, asked) in enumerate(LINK.findall(told)):
        words = said["exclusions" if things[place // 2] == "exclusions" else page].format(name, count)
        assert any(words in text for text in headings(open_page(page, **dict(parse_qsl(asked))))), words


def test_relations_that_either_side_broke_are_not_told_as_done_by_others() -> None:
    drawing = draw_chart("story-standing", {"on": DAY})
    assert "relations broken by either side" in drawing.title
    assert "not what it does" not in drawing.subtitle
    sides = run_query("ties_broken", {"on": DAY, "state": "PRK", "least": 5}).frame
    assert (sides["initiator"] == "PRK").any(), "North Korea itself severed relations"


def test_the_rows_of_a_pair_are_headed_by_what_is_counted() -> None:
    assert say_column("label", {}) == "Thing counted"


def test_the_gap_names_what_makes_it_and_what_runs_against_it() -> None:
    drawing = draw_chart("versus-gap", {"state_a": "RUS", "state_b": "PRK", "on": "2026-06-30"})
    row = drawing.results[0].frame.iloc[-1]
    shown = dict(re.findall(r"(\w+) \(([−+]\d+)\)", drawing.title.partition("mainly by ")[2].partition(";")[0]))
    values = {name: int(text.replace("−", "-")) for name, text in shown.items()}
    columns = {"votes": "alignment"}
    assert values == {name: round(row[columns.get(name, name)]) for name in values}
    signs = {value > 0 for value in values.values()}
    assert signs == {True, False}
    assert f"Russia {abs(row['gap']):.0f} points" in drawing.title


def test_the_heading_of_the_gap_holds_what_the_versions_leave_open() -> None:
    drawing = draw_chart("versus-gap", {"state_a": "RUS", "state_b": "PRK", "on": DAY})
    lead = drawing.results[1].frame.iloc[0]
    assert drawing.title.endswith(f"; across versions, {signed(lead['gap_p05'], 0)} to {signed(lead['gap_p95'], 0)}")
    assert lead["gap_p05"] < 0 < lead["gap_p95"]
    alone = draw_chart("versus-gap", {"state_a": "RUS", "state_b": "XSO", "on": DAY})
    assert "versions" not in alone.title + alone.subtitle, "the versions hold members only"


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((0.3, 0.68), "North Korea is the more isolated in 68% of the index's versions, short of the 95% asked for"),
        (
            (0.04, 0.949),
            "North Korea is the more isolated in 94.90% of the index's versions, short of the 95% asked for",
        ),
        (
            (0.42, 0.41),
            "North Korea is the more isolated in 41% of the index's versions and Russia in 42%, "
            "both short of the 95% asked for",
        ),
    ],
)
def test_what_falls_short_is_told_with_what_was_asked_for(shares: tuple[float, float], told: str) -> None:
    assert tell_short("PRK", "RUS", dict(zip(("RUS", "PRK"), shares, strict=True)), 0.95) == told


def test_a_pair_is_told_apart_by_the_share_asked_for() -> None:
    asked = {"on": DAY, "state_a": "RUS", "state_b": "PRK"}
    lead = run_query("isolation_lead", asked).frame.iloc[0]
    assert lead["leads"] == "neither"
    assert run_query("isolation_lead", asked | {"sure": lead["share_b"]}).frame.iloc[0]["leads"] == "b"


def test_a_verdict_of_versions_that_differ_from_the_points_says_so() -> None:
    row = {"share_a": 0.97, "share_b": 0.03, "leads": "a", "index_a": 50.2, "index_b": 58.8}

    def ask(query_id: str, /, **_: object) -> Any:
        assert query_id == "isolation_lead"
        return SimpleNamespace(frame=pd.DataFrame([row]))

    told = tell_verdict(ask, "RUS", "PRK", date.fromisoformat(DAY))
    assert told == "North Korea 59, Russia 50, yet Russia is the more isolated in 97% of the index's versions"
