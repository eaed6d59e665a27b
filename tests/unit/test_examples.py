"""Statements to begin with: each runs inside the limits, and is drawn as its header says."""

from pathlib import Path

import pandas as pd
import pytest

from analytics.catalog.examples import Example, load_examples, read_example
from analytics.catalog.own import ask_sql
from analytics.catalog.query import load_catalog
from analytics.catalog.run import to_frame
from analytics.catalog.vocabulary import named_queries, named_tables
from analytics.charts.quick import chart_columns, plot_quick, suggest
from analytics.database.guard import run_guarded
from analytics.database.open import find_database, open_database
from analytics.errors import CordonError

# Heavier than the rest: all draws of one state. It fits where the machine is free.
SLOW = 20.0


@pytest.mark.parametrize("example", load_examples().values(), ids=lambda example: example.id)
def test_runs_and_is_drawn(example: Example) -> None:
    answer = run_guarded(example.sql, find_database(), seconds=SLOW)
    assert answer.table.num_rows > 0
    chosen = suggest(answer.table) | dict(example.chart)
    assert set(chosen.values()) - {chosen.get("kind")} <= set(answer.table.column_names)
    if chosen:
        figure = plot_quick(
            to_frame(answer.table), kind=chosen["kind"], x=chosen["x"], y=chosen.get("y"), colour=chosen.get("colour")
        )
        assert len(figure.data) >= 1


def test_joins_come_first_and_every_query_follows() -> None:
    ids = list(load_examples())
    assert set(load_catalog()) < set(ids)
    assert sum(name not in load_catalog() for name in ids) >= 5
    assert ids[0] not in load_catalog()


def test_an_example_tells_its_tables() -> None:
    own = ask_sql(next(iter(load_examples().values())).sql)
    assert {"sanctions", "states"} <= set(own.result.lineage)
    assert own.result.as_of is not None
    assert len(own.result.sources) > 0


def test_a_wrong_header_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "01_wrong.sql"
    path.write_text("/* ---\ntitle: t\nabout: a\nchart: {kind: bars}\n--- */\nselect 1\n", encoding="utf-8")
    with pytest.raises(CordonError, match=r"01_wrong\.sql"):
        read_example(path)


def test_everything_that_can_be_named_is_described() -> None:
    tables = named_tables(open_database())
    assert {"states", "ties", "ga_votes"} <= set(tables)
    assert "build_info" not in tables
    for item in [*tables.values(), *named_queries().values()]:
        assert item.about
        assert all(name and kind and told for name, kind, told in item.columns), item.name


def test_bars_with_long_names_lie_the_first_on_top_unless_they_are_too_many() -> None:
    few = pd.DataFrame({"state_name": ["Bosnia and Herzegovina", "Central African Republic"], "vetoes": [3, 2]})
    figure = plot_quick(few, kind="bars", x="state_name", y="vetoes", colour=None)
    assert figure.data[0].orientation == "h"
    assert figure.layout.yaxis.autorange == "reversed"
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("Vetoes", "State")
    many = pd.DataFrame({"state_name": [f"A state of long name {n}" for n in range(60)], "vetoes": range(60)})
    assert plot_quick(many, kind="bars", x="state_name", y="vetoes", colour=None).data[0].orientation is None


def test_markup_in_values_is_only_text() -> None:
    answer = run_guarded("select '<a href=\"https://example.org\">x</a>' as name, 3 as n", find_database())
    figure = plot_quick(to_frame(answer.table), kind="bars", x="name", y="n", colour="name")
    assert "<a" not in figure.to_json().replace("\\u003c", "<")
    numbers, axes = chart_columns(answer.table)
    assert (numbers, axes) == (["n"], ["name", "n"])
