"""Tables over HTTP: their list, each with its columns, and its rows whole as CSV or Parquet, in pages as JSON."""

from collections.abc import AsyncIterator, Callable, Iterator
from functools import cache, lru_cache, partial
from http import HTTPStatus
from pathlib import Path

import pyarrow as pa
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from analytics.api.caching import PIN, stamp, unchanged
from analytics.api.parameters import EVIDENCE, PAGING, ROW_LIMIT, only_checked, read_page, read_parameters
from analytics.api.problems import Problem
from analytics.api.queries import FORMATS, SECONDS, TOTAL, describe_answer, json_value, link_pages
from analytics.api.ranges import answer_range
from analytics.api.work import go_on_aside, run_aside
from analytics.catalog.keep import Keeper
from analytics.catalog.lineage import as_of, grades_of
from analytics.catalog.whole import Whole, find_table, read_whole
from analytics.database.open import find_database, open_database
from analytics.database.tables import count_rows, describe_columns, primary_keys, public_tables
from analytics.errors import CordonError
from analytics.exports.tabular import to_json, to_parquet, write_csv

KEPT_FILES, KEPT_BYTES = 64, 32 * 2**20
KEPT_TABLES, KEPT_TABLE_BYTES = 64, 96 * 2**20
APART = (*PAGING, EVIDENCE, PIN)
Body = str | bytes | Iterator[str]
Rows = tuple[dict[str, str], Body]
WRITERS: dict[str, Callable[[pa.Table], Body]] = {"csv": write_csv, "json": to_json, "parquet": to_parquet}


async def list_tables(request: Request) -> Response:
    """Return every table with its columns and how many rows it has."""
    stamped = stamp(request)
    if answer := unchanged(request, stamped):
        return answer
    return JSONResponse([*(await run_aside(describe_tables, find_database())).values()], headers=stamped)


async def describe_table(request: Request) -> Response:
    """Return one table with its columns and how many rows it has."""
    stamped, name = stamp(request), known_table(request.path_params["name"])
    if answer := unchanged(request, stamped):
        return answer
    return JSONResponse((await run_aside(describe_tables, find_database()))[name], headers=stamped)


async def answer_table(request: Request) -> Response:
    """Return a table: whole unless told otherwise, as JSON at most as many rows as a query.

    Raises Problem for an unknown table or format, CordonError for a parameter that tables do not take.
    """
    name, form = request.path_params["name"], request.path_params["form"]
    if form not in FORMATS:
        raise Problem(HTTPStatus.NOT_FOUND, f"unknown format {form[:20]!r}. Formats: {', '.join(FORMATS)}.")
    stamped, name = stamp(request), known_table(name)
    if unknown := read_parameters(request, *APART):
        raise CordonError(f"A table has no parameter {next(iter(unknown))[:60]!r}. It takes: {', '.join(APART)}.")
    limit, offset = read_page(request, ROW_LIMIT if form == "json" else None)
    checked = only_checked(request)
    if answer := unchanged(request, stamped):
        return answer
    work = partial(read_rows, name, form, checked=checked, limit=limit, offset=offset)
    if form == "parquet":
        work = partial(parquet_files().get, (find_database(), name, checked, limit, offset), work)
    said, content = await run_aside(work)
    headers = stamped | said | link_pages(request, int(said[TOTAL]), limit, offset)
    media_type, _ = FORMATS[form]
    if isinstance(content, bytes):
        return answer_range(request, content, media_type, headers)
    if isinstance(content, str):
        return Response(content, media_type=media_type, headers=headers)
    pieces = iter(()) if request.method == "HEAD" else content
    return StreamingResponse(stream(pieces), media_type=media_type, headers=headers)


def read_rows(name: str, form: str, *, checked: bool, limit: int | None, offset: int) -> Rows:
    """Return what the headers say of a table's rows, and these in a format: CSV, which is long, piece by piece."""
    work = partial(read_whole, name, checked=checked, seconds=SECONDS)
    whole = whole_tables().get((find_database(), name, checked), work)
    said = describe_answer(name, form, version=whole.version, rows=whole.rows, until=whole.as_of)
    return said, WRITERS[form](whole.table.slice(offset, limit))


async def stream(pieces: Iterator[str]) -> AsyncIterator[bytes]:
    """Yield pieces as they are written: compressed at once, a million rows would hold up everybody else."""
    while (piece := await go_on_aside(next, pieces, None)) is not None:
        yield piece.encode()


@cache
def whole_tables() -> Keeper[Whole]:
    """Return the tables kept for everyone: however many read one, and however slowly, its rows are there once."""
    return Keeper(entries=KEPT_TABLES, size=KEPT_TABLE_BYTES, size_of=lambda whole: int(whole.table.nbytes))


@cache
def parquet_files() -> Keeper[Rows]:
    """Return the Parquet files kept for everyone: a reader of ranges asks for the same file many times."""
    return Keeper(entries=KEPT_FILES, size=KEPT_BYTES, size_of=lambda rows: len(rows[1]))


def known_table(name: str) -> str:
    """Return the name of a table; raises Problem 404 with the nearest names if there is none."""
    try:
        return find_table(name)
    except CordonError as error:
        raise Problem(HTTPStatus.NOT_FOUND, str(error)) from error


@lru_cache(maxsize=2)
def describe_tables(path: Path) -> dict[str, dict[str, object]]:
    """Return what a caller needs to read each table of a database, by its name."""
    connection = open_database(path)
    known = public_tables(connection)
    keys, grades = primary_keys(connection), grades_of(tuple(known), connection)
    return {
        name: {
            "name": name,
            "holds": holds,
            "rows": count_rows(connection, name),
            "as_of": json_value(as_of((name,), connection)),
            "evidence": grades.get(name, {}),
            "key": keys[name],
            "columns": [
                {"name": row[0], "description": row[1], "type": row[2], "may_be_unknown": bool(row[3])}
                for row in describe_columns(connection, name).itertuples(index=False)
            ],
            "formats": [f"{name}.{form}" for form in FORMATS],
        }
        for name, holds in known.items()
    }
