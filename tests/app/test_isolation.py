"""The pages on isolation: what they say is what the queries say, whatever the link asks for."""

import re

import pytest

from analytics.catalog.run import run_query
from analytics.charts.isolation import DIMENSIONS
from analytics.dashboard.components.figure import SHARE
from analytics.paths import ROOT
from tests.app.opening import headings, open_page

DAY = "2022-07-14"


def test_the_map_names_the_most_isolated() -> None:
    app = open_page("isolation", on=DAY)
    assert not app.exception
    first = run_query("isolation_index", {"on": DAY}).frame.iloc[0]["state_name"]
    assert any(f"Most isolated on 14 July 2022: {first}" in heading for heading in headings(app))


def test_weights_of_ones_own_stand_beside_the_interval() -> None:
    app = open_page("isolation", on=DAY, w_ties="3")
    row = run_query(
        "isolation_index", {"on": DAY, "weights": "recognition=1,ties=3,alignment=1,sanctions=1,exclusion=1"}
    )
    own = row.frame.set_index("state").loc["RUS"]
    told = [block.value for block in app.markdown if "With your weights" in block.value]
    assert len(told) == 1
    assert f"**{own['index']:.0f}**" in told[0]
    assert "In nine of ten versions of the index" in told[0]


def test_weights_of_ones_own_stand_in_whatever_is_quoted() -> None:
    app = open_page("isolation", on=DAY, w_ties="3", w_sanctions="0")
    assert sum("weights of the reader: ties 3, sanctions 0, others 1" in note.value for note in app.caption) == 2
    app.button_group(key="isolation-map-behind").set_value(SHARE).run()
    caption, sentence, bibtex, csl = (
        next(block.value for block in app.code if found in block.value)
        for found in (" · Cordon", "(accessed", "@misc{", '"note"')
    )
    for text in (caption, sentence, bibtex, csl):
        assert "weights of the reader: ties 3, sanctions 0, others 1" in text
    published = open_page("isolation", on=DAY, **{f"w_{name}": "3" for name in DIMENSIONS})
    assert not any("weights of the reader" in note.value for note in (*published.caption, *published.markdown))


def test_no_weight_at_all_falls_back_with_a_note() -> None:
    names = ("recognition", "ties", "alignment", "sanctions", "exclusion")
    app = open_page("isolation", **{f"w_{name}": "0" for name in names})
    assert any("All weights are 0" in note.value for note in app.info)
    assert not app.exception


def test_the_verdict_is_that_of_the_paired_versions() -> None:
    app = open_page("versus", on=DAY)
    lead = run_query("isolation_lead", {"on": DAY, "state_a": "RUS", "state_b": "PRK"}).frame.iloc[0]
    told = headings(app)[0]
    assert f"{max(lead['share_a'], lead['share_b']):.0%} of the index's versions" in told
    assert ("no clear difference" in told) == (lead["leads"] == "neither")


def test_each_of_two_states_stands_beside_itself_a_year_before() -> None:
    app = open_page("versus", on=DAY)
    moved = run_query("isolation_movers", {"from": "2021-07-14", "to": DAY}).frame.set_index("state")["change"]
    told = next(block.value for block in app.markdown if "Since 14 July 2021" in block.value)
    for name, change in (("Russia", moved["RUS"]), ("North Korea", moved["PRK"])):
        assert f"{name}'s index {'rose' if change > 0 else 'fell'} by {abs(change):.1f} points" in told
    scores = [
        run_query("isolation_components", {"on": day, "state": "RUS"}).frame.set_index("dimension")["score"]
        for day in ("2021-07-14", DAY)
    ]
    assert ("exclusion stood at the ceiling" in told or "and exclusion stood" in told) == all(
        score["exclusion"] == 100 for score in scores
    )


def test_one_state_is_not_compared_with_itself() -> None:
    app = open_page("versus", state="PRK", **{"with": "PRK"})
    assert any("two different states" in note.value for note in app.info)


@pytest.mark.parametrize("state", ["XSL", "SSD", "TUV", "YUG", "VAT", "TWN"])
@pytest.mark.parametrize("page", ["isolation", "versus", "method"])
def test_pages_hold_for_states_with_little_or_no_index(page: str, state: str) -> None:
    app = open_page(page, state=state, on="1995-06-30")
    assert not app.exception
    assert not app.error


def test_before_and_after_the_data_pages_say_so() -> None:
    app = open_page("isolation", on="2026-09-30")
    assert not app.exception
    assert any("No state is scored" in heading or "Most isolated" in heading for heading in headings(app))


def test_the_rules_that_the_method_tells_are_those_of_the_sql() -> None:
    derived = ROOT / "queries" / "derived"
    votes = (derived / "50_isolation_votes.sql").read_text(encoding="utf-8")
    products = (derived / "40_isolation_products.sql").read_text(encoding="utf-8")
    told = "\n".join(text.value for text in open_page("method").markdown)
    (least,) = set(re.findall(r"roll_calls >= (\d+)", votes))
    assert f"pairs with fewer than {least} joint votes" in told
    assert "between y.year - 5 and y.year" in products and "of the day's year or the five before it" in told


def test_the_method_counts_the_cases_that_hold() -> None:
    app = open_page("method")
    frame = run_query("isolation_cases").frame
    held = int(frame["holds"].fillna(False).astype(bool).sum())
    covered = frame["holds"].notna().sum()
    told = "all" if held == covered else f"{held} of"
    heading = f"The index moves as history did in {told} {covered} known cases that it covers"
    assert f"{heading}; {len(frame) - covered} more could not be scored" in headings(app)
