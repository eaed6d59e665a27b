"""Ask the database a question of one's own: one SELECT, guarded, with what stands behind its rows."""

from dataclasses import dataclass
from pathlib import Path

from analytics.catalog.lineage import as_of, ends_of, tables_behind
from analytics.catalog.query import Query
from analytics.catalog.run import Result, grades_behind, sources_behind
from analytics.catalog.turns import turns
from analytics.database.guard import run_guarded
from analytics.database.open import data_version, find_database, open_database

ID = "sql"
TITLE = "A statement of one's own"


@dataclass(frozen=True)
class OwnAnswer:
    """The answer to a statement: the result, whether rows were cut off, and the seconds it took."""

    result: Result
    cut: bool
    seconds: float


def ask_sql(sql: str) -> OwnAnswer:
    """Run one SELECT and return its first rows with tables, sources and reach, as for a query of the catalog.

    Raises what `run_guarded` raises.
    """
    path = find_database()
    with turns().aside():
        answer = run_guarded(sql, path)
    connection = open_database(path)
    lineage = tables_behind(answer.names, connection)
    result = Result(
        query=own_query(sql),
        parameters={},
        table=answer.table,
        lineage=lineage,
        as_of=as_of(lineage, connection),
        ends=ends_of(lineage, connection),
        sources=sources_behind((), lineage, path),
        version=data_version(path),
        grades=grades_behind(lineage, path),
    )
    return OwnAnswer(result, answer.cut, answer.seconds)


def own_query(sql: str) -> Query:
    """Return a statement as a query outside the catalog, so that files and footers treat it as one."""
    return Query(
        id=ID,
        topic="workbench",
        title=TITLE,
        question=f"{TITLE}.",
        grain=(),
        params={},
        columns={},
        caveats=(),
        method="The SQL is the reader's.",
        sql=sql,
        path=Path(f"{ID}.sql"),
    )
