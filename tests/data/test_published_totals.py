"""Published figures against ours: each agrees, or differs for a reason that is given."""

import duckdb
import pandas as pd
import pytest

from analytics.catalog.query import load_catalog
from analytics.database.open import open_database
from analytics.measures.published import Comparison, compare_totals, our_figure


@pytest.fixture(scope="module")
def comparisons() -> dict[str, Comparison]:
    return {item.total_id: item for item in compare_totals(open_database())}


def test_what_differs_says_why_and_what_agrees_needs_no_reason(comparisons: dict[str, Comparison]) -> None:
    assert [(item.total_id, item.ours, item.published) for item in comparisons.values() if not item.explained] == []


def test_figures_are_many_and_of_every_topic(comparisons: dict[str, Comparison]) -> None:
    topics = {item.topic for item in comparisons.values()}
    assert len(comparisons) > 480
    assert {"Membership", "Recognition", "Security Council", "Vetoes", "Missiles", "Nuclear tests"} < topics


@pytest.mark.parametrize(
    ("total", "ours"),
    [
        ("vote-es-11-1-yes", 141),
        ("vote-es-11-1-no", 5),
        ("vote-es-11-1-abstain", 35),
        ("vetoes-2003-rus", 107),
        ("vetoes-2011-2019-rus", 19),
        ("missiles-2022-csis", 69),
        ("missiles-2022-07-14", 31),
        ("recognition-xdn-2022", 3),
    ],
)
def test_ours_is_what_the_query_gives(comparisons: dict[str, Comparison], total: str, ours: int) -> None:
    assert comparisons[total].ours == ours


def test_every_figure_names_a_query(database: duckdb.DuckDBPyConnection) -> None:
    named = database.execute("select distinct query_id from published_totals").fetchall()
    assert {query for (query,) in named} <= set(load_catalog())


def test_a_figure_is_a_sum_over_the_rows_that_fit() -> None:
    frame = pd.DataFrame({"member": ["RUS", "USA", "RUS"], "vote": ["no", "no", "yes"], "casts": [2, 3, 4]})
    assert our_figure(frame, "member=RUS", "casts") == 6
    assert our_figure(frame, "member=RUS;vote=yes", "casts") == 4
    assert our_figure(frame, "vote=no", None) == 2
    assert our_figure(frame, None, "casts") == 9
    assert our_figure(frame, "member=FRA", "casts") == 0
