"""Questions over HTTP: the catalog, one query, and its rows as CSV, JSON or Parquet."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from urllib.parse import urlencode

import pyarrow as pa
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analytics.api.caching import PIN, stamp, unchanged
from analytics.api.parameters import EVIDENCE, PAGING, only_checked, read_page, read_parameters
from analytics.api.problems import Problem
from analytics.api.ranges import answer_range
from analytics.api.work import go_on_aside, run_aside
from analytics.catalog.query import Query, find_query, load_catalog
from analytics.catalog.run import provenance_of, run_query
from analytics.database.open import find_database
from analytics.errors import CordonError
from analytics.exports.tabular import to_csv, to_json, to_parquet

SECONDS = 10.0
TOTAL = "Cordon-Total-Rows"
PARQUET = "application/vnd.apache.parquet"
FORMATS: dict[str, tuple[str, Callable[[pa.Table], str | bytes]]] = {
    "csv": ("text/csv", to_csv),
    "json": ("application/json", to_json),
    "parquet": (PARQUET, to_parquet),
}


async def list_queries(request: Request) -> Response:
    """Return every query with its parameters and columns."""
    stamped = stamp(request)
    listed = [describe(query) for query in load_catalog().values()]
    return unchanged(request, stamped) or JSONResponse(listed, headers=stamped)


async def describe_query(request: Request) -> Response:
    """Return one query with its method, SQL, tables and how far they reach."""
    query, stamped = known_query(request.path_params["id"]), stamp(request)
    if answer := unchanged(request, stamped):
        return answer
    tables, until = await run_aside(provenance_of, query.id, find_database())
    whole = {"tables": tables, "as_of": until.isoformat() if until else None, "sql": query.sql}
    return JSONResponse(describe(query) | whole, headers=stamped)


async def answer_query(request: Request) -> Response:
    """Return the rows of a query, at most as many as the limit, with a link to those after them.

    Raises Problem for an unknown format.
    """
    query, form = known_query(request.path_params["id"]), request.path_params["form"]
    if form not in FORMATS:
        raise Problem(HTTPStatus.NOT_FOUND, f"unknown format {form[:20]!r}. Formats: {', '.join(FORMATS)}.")
    stamped = stamp(request)
    given = read_parameters(request, *PAGING, PIN, EVIDENCE)
    (limit, offset), checked = read_page(request), only_checked(request)
    if answer := unchanged(request, stamped):
        return answer
    result = await run_aside(run_query, query.id, given, checked=checked, seconds=SECONDS)
    rows = result.table.num_rows
    headers = stamped | describe_answer(query.id, form, version=result.version, rows=rows, until=result.as_of)
    headers |= link_pages(request, rows, limit, offset)
    media_type, write = FORMATS[form]
    content = await go_on_aside(write, result.table.slice(offset, limit))
    if isinstance(content, bytes):
        return answer_range(request, content, media_type, headers)
    return Response(content, media_type=media_type, headers=headers)


def known_query(query_id: str) -> Query:
    """Return a query; raises Problem 404 with the nearest ids if there is none."""
    try:
        return find_query(query_id)
    except CordonError as error:
        raise Problem(HTTPStatus.NOT_FOUND, str(error)) from error


def describe_answer(name: str, form: str, *, version: str, rows: int, until: date | None) -> dict[str, str]:
    """Return what the headers say of an answer: how many rows there are in all, how far they reach, a file name."""
    reach = {"Cordon-As-Of": until.isoformat()} if until else {}
    return reach | {
        TOTAL: str(rows),
        "Content-Disposition": f'inline; filename="cordon-{name}-{version}.{form}"',
    }


def link_pages(request: Request, total: int, limit: int | None, offset: int) -> dict[str, str]:
    """Return the Link header to the description and to the pages before and after, of which none is without limit."""
    path = request.url.path.rsplit("/", 1)[-1]
    asked = {name: value for name, value in request.query_params.items() if name not in PAGING}
    pages = {"prev": max(offset - limit, 0)} if limit and offset else {}
    if limit and offset + limit < total:
        pages["next"] = offset + limit
    links = [
        f'<{path}?{urlencode(asked | {"limit": limit, "offset": start})}>; rel="{rel}"' for rel, start in pages.items()
    ]
    return {"Link": ", ".join([f'<{path.rsplit(".", 1)[0]}>; rel="describedby"', *links])}


def describe(query: Query) -> dict[str, object]:
    """Return what a caller needs to ask a query and read its rows."""
    return {
        "id": query.id,
        "topic": query.topic,
        "title": query.title,
        "question": query.question,
        "grain": query.grain,
        "parameters": [
            {
                "name": item.name,
                "type": item.type,
                "required": item.required,
                "default": json_value(item.default),
                "example": json_value(item.example),
                "choices": item.choices,
                "description": item.description,
            }
            for item in query.params.values()
        ],
        "columns": [
            {"name": item.name, "unit": item.unit, "description": item.description} for item in query.columns.values()
        ],
        "caveats": query.caveats,
        "method": query.method,
        "formats": [f"{query.id}.{form}" for form in FORMATS],
    }


def json_value(value: object) -> object:
    """Return a value of a header as JSON takes it: days as text."""
    return value if value is None or isinstance(value, bool | int | float) else str(value)
