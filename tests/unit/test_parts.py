"""What a query is built on is shown whole, whatever it is built through."""

import pytest

from analytics.catalog.parts import known_parts, names_in, parts_of
from analytics.catalog.query import find_query, load_catalog


def test_the_index_shows_all_that_computes_it() -> None:
    parts = parts_of(find_query("isolation_index"))
    assert {"isolation_values", "isolation_raw", "tie_severity", "dyads", "kappa_of", "derived.isolation_votes"} <= set(
        parts
    )
    assert parts["isolation_values"].endswith("from divided;"), "a semicolon in a text does not end a macro"


def test_a_query_that_calls_nothing_has_no_parts() -> None:
    assert parts_of(find_query("launches_to_date")) == {}


@pytest.mark.parametrize("query_id", load_catalog())
def test_no_part_calls_one_that_is_not_shown(query_id: str) -> None:
    query = find_query(query_id)
    parts = parts_of(query)
    used = {name for sql in (query.sql, *parts.values()) for name in names_in(sql)}
    assert used & set(known_parts()) <= {*parts, query_id}


def test_names_in_comments_and_texts_are_no_calls() -> None:
    assert names_in("-- dyads(1)\nselect 'packed(2)' || kappa_of (3) from derived.isolation_votes") == {
        "kappa_of",
        "derived.isolation_votes",
    }
