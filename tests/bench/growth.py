"""How each query that reads Assembly votes grows with them: the votes as they are, tenfold and a hundredfold.

Votes are added as they come in life, session after session. The added ones are made here and kept nowhere: each is a
copy of a real session in which a tenth of the votes is cast anew, by a hash of member and number, so that every run
makes the same.
"""

import os
import tempfile
from pathlib import Path

import duckdb

from analytics.catalog.build import build
from analytics.catalog.derived import derived_statements
from analytics.catalog.lineage import Reading
from analytics.catalog.macros import query_macros
from analytics.catalog.query import Query, load_catalog
from analytics.database.build import read_schema
from analytics.database.checked import without_tables
from analytics.database.open import HARDENED, open_database
from tests.bench.timing import median_ms, run_example

FOLDS = tuple(int(fold) for fold in os.environ.get("CORDON_GROWTH", "1,10,100").split(","))
# Record numbers of the Library, sessions held so far and the years they took stay below these.
RECORDS, SESSIONS, YEARS = 20_000_000, 100, 80
VOTE_TABLES = {"ga_votes", "roll_calls", "roll_call_places", "packed_votes", "isolation_votes"}
# Without keys: an index over a hundredfold would take longer to make than everything that is measured.
GROWN = {
    "ga_sessions": f"""
select
    s.* replace (
        s.session + {SESSIONS} * c.copy as session,
        (s.opened_on + to_years({YEARS} * c.copy::integer))::date as opened_on
    )
from facts.ga_sessions as s, range($folds) as c (copy)
""",
    "roll_calls": f"""
select
    r.* replace (
        r.roll_call_id + {RECORDS} * c.copy as roll_call_id,
        r.session + {SESSIONS} * c.copy as session,
        r.year + {SESSIONS} * c.copy as year,
        (r.voted_on + to_years({YEARS} * c.copy::integer))::date as voted_on
    )
from facts.roll_calls as r, range($folds) as c (copy)
""",
    "ga_votes": f"""
select
    v.* replace (
        (v.roll_call_id + {RECORDS} * c.copy)::integer as roll_call_id,
        case
            when c.copy > 0 and hash(v.roll_call_id, v.state, c.copy) % 10 = 0
                then (['yes', 'abstain', 'no'])[1 + (hash(c.copy, v.state, v.roll_call_id) % 3)::integer]::assembly_vote
            else v.vote
        end as vote
    )
from facts.ga_votes as v, range($folds) as c (copy)
order by v.state, c.copy, v.roll_call_id
""",
}


def measure_growth() -> dict[str, dict[str, float | None]]:
    """Return, per query that reads votes, its median time in ms by how many times the votes were laid in.

    None where a query does not finish within the memory that a page's queries have.
    """
    queries = reading_votes()
    grown: dict[str, dict[str, float | None]] = {query.id: {} for query in queries}
    for folds in FOLDS:
        with tempfile.TemporaryDirectory(prefix="cordon-growth-") as folder:
            path = grow(folds, Path(folder) / "grown.duckdb")
            with duckdb.connect(str(path), read_only=True, config=dict(HARDENED)) as connection:
                for query in queries:
                    grown[query.id][f"x{folds}"] = measure(query, connection)
    return grown


def reading_votes() -> list[Query]:
    """Return the queries that read votes of the Assembly, directly or through tables made from them."""
    connection = open_database()
    reading = Reading(connection)
    return [query for query in load_catalog().values() if VOTE_TABLES & set(reading.tables_of(query.sql, connection))]


def grow(folds: int, path: Path) -> Path:
    """Write a database whose votes are laid in so many times, and what is derived from them; without keys."""
    definitions = (*read_schema(), *query_macros())
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"attach '{build().path}' as facts (read_only)")
        for statement in without_tables(definitions, "create type"):
            connection.execute(statement)
        copy_tables(connection, folds)
        for statement in without_tables(definitions, "create macro", "create view"):
            connection.execute(statement)
        for table, statement in derived_statements().items():
            connection.execute(f"delete from derived.{table}")
            connection.execute(statement)
        connection.execute("detach facts")
        connection.execute("checkpoint")
    return path


def copy_tables(connection: duckdb.DuckDBPyConnection, folds: int) -> None:
    """Copy every table, those of GROWN with their added rows."""
    tables = connection.execute("select schema_name, table_name from duckdb_tables() where database_name = 'facts'")
    for schema, table in tables.fetchall():
        connection.execute(f"create schema if not exists {schema}")
        grown = GROWN.get(table)
        rows = grown or f"from facts.{schema}.{table}"
        connection.execute(f"create table {schema}.{table} as {rows}", {"folds": folds} if grown else {})


def measure(query: Query, connection: duckdb.DuckDBPyConnection) -> float | None:
    """Return the median time of a query with its header's example, warm, in ms."""
    try:
        return median_ms(run_example(query, connection))
    except duckdb.OutOfMemoryException:
        return None


def growth_table(grown: dict[str, dict[str, float | None]]) -> list[str]:
    """Return a line per query: its time as the votes are, and how many times that it takes with more of them."""
    first, *later = (f"x{folds}" for folds in FOLDS)
    lines = [f"{'votes':<28} {first:>10} " + " ".join(f"{name:>9}" for name in later)]
    for query_id, times in grown.items():
        base = times[first]
        ratios = [f"{times[name] / base:.1f}" if base and times[name] else "no memory" for name in later]
        lines.append(f"{query_id:<28} {base or 0:>7.1f} ms " + " ".join(f"{ratio:>9}" for ratio in ratios))
    return lines
