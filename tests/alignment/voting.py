"""An Assembly of a few members in memory, to ask the alignment queries about."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query
from tests.queries.cases import derive, fill, open_empty

SESSION = 73
FILLED = ["ga_votes", "roll_calls", "states", "derived.roll_call_places", "derived.packed_votes"]
empty = cache(open_empty)


def hold_votes(votes: Mapping[str, Sequence[str]]) -> duckdb.DuckDBPyConnection:
    """Return a database in which each state cast these votes, one per roll call of one session.

    It is the same one each time, emptied first.
    """
    calls = range(max(len(cast) for cast in votes.values()))
    connection = empty()
    for table in FILLED:
        connection.execute(f"delete from {table}")
    tables = {
        "states": [{"state": state, "name": state, "series": state} for state in votes],
        "roll_calls": [
            {"roll_call_id": call, "session": SESSION, "year": SESSION + 1945, "text_kind": "resolution"}
            for call in calls
        ],
        "ga_votes": [
            {"roll_call_id": call, "state": state, "vote": vote}
            for state, cast in votes.items()
            for call, vote in enumerate(cast)
        ],
    }
    fill(connection, tables)
    derive(connection)
    return connection


def ask(connection: duckdb.DuckDBPyConnection, query_id: str, **parameters: Any) -> list[dict[str, Any]]:
    """Return a query's rows."""
    query = find_query(query_id)
    return connection.execute(query.sql, bind_parameters(query, parameters, connection)).to_arrow_table().to_pylist()
