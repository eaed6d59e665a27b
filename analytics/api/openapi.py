"""The OpenAPI document, made from the catalog: one path a query, its parameters and columns typed."""

from functools import lru_cache
from pathlib import Path

import duckdb
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analytics.api.caching import stamp, unchanged
from analytics.api.operations import (
    FAULTS,
    GRADES,
    PAGES,
    PINNED,
    PROBLEM,
    SIZE,
    Schema,
    json_answer,
    operation,
    path_parameter,
)
from analytics.api.queries import FORMATS, PARQUET, describe, json_value
from analytics.api.work import run_aside
from analytics.catalog.parameters import TEXT_LENGTH
from analytics.catalog.query import Parameter, Query, load_catalog
from analytics.charts.catalogue import load_charts
from analytics.database.open import find_database, open_database
from analytics.database.tables import public_tables
from analytics.exports.chart_files import MEDIA_TYPES

INT32 = 2**31 - 1
KINDS: dict[str, Schema] = {
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer", "format": "int32", "minimum": -INT32, "maximum": INT32},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "text": {"type": "string", "minLength": 1, "maxLength": TEXT_LENGTH},
    "state": {"$ref": "#/components/schemas/State"},
    "entity": {"$ref": "#/components/schemas/Entity"},
}
INTRODUCTION = (
    "Every question of the catalog, with the rows behind each chart, and every table whole. "
    "States are ISO 3166-1 alpha-3 codes, days are YYYY-MM-DD, unknown is null (empty in CSV). An answer may be "
    "kept until its ETag changes, which is when the data change; the header Cordon-Data-Version names them."
)


async def openapi(request: Request) -> Response:
    """Return the OpenAPI document."""
    stamped = stamp(request)
    return unchanged(request, stamped) or JSONResponse(
        await run_aside(build_document, find_database()), headers=stamped
    )


@lru_cache(maxsize=2)
def build_document(path: Path) -> Schema:
    """Return the OpenAPI document for a database."""
    connection = open_database(path)
    catalog = load_catalog().values()
    return {
        "openapi": "3.1.0",
        "info": {"title": "Cordon data API", "version": "1", "description": INTRODUCTION},
        "servers": [{"url": "."}],
        "paths": fixed_paths()
        | table_paths(list(public_tables(connection)))
        | {f"/query/{query.id}.{{form}}": rows_path(query, connection) for query in catalog},
        "components": {
            "schemas": {
                "State": codes("state", "states", connection),
                "Entity": codes("entity", "entities", connection),
                "Problem": PROBLEM,
            }
        },
    }


HEALTH: Schema = {
    "type": "object",
    "required": ["status", "data_version", "faults"],
    "properties": {
        "status": {"enum": ["ok", "degraded"], "description": "degraded with 200 still answers every question"},
        "data_version": {"type": ["string", "null"], "description": "null where no question is answered"},
        "faults": {"type": "array", "items": {"type": "string"}, "description": "What is wrong and how to mend it"},
    },
}


def fixed_paths() -> dict[str, Schema]:
    """Return the paths that are the same whatever the catalog holds."""
    listed = {
        "type": "array",
        "items": {"type": "object", "required": list(describe(next(iter(load_catalog().values()))))},
    }
    charts = ["id", "topic", "about", "query", "parameters", "formats"]
    listed_charts = {"type": "array", "items": {"type": "object", "required": charts}}
    query_id, chart_id = path_parameter("id", load_catalog()), path_parameter("id", load_charts())
    form = path_parameter("form", MEDIA_TYPES)
    files = {
        media.split(";")[0]: {"schema": {"type": "string"} if media.startswith("text") else {}}
        for media in MEDIA_TYPES.values()
    }
    return {
        "/health": {"get": operation("health", "Whether the server can answer", [], json_answer(HEALTH), ["503"])},
        "/queries": {"get": operation("queries", "Every query", [PINNED], json_answer(listed), ["409", "503"])},
        "/charts": {"get": operation("charts", "Every chart", [PINNED], json_answer(listed_charts), ["409", "503"])},
        "/charts/{id}.{form}": {
            "get": operation(
                "chart",
                "One chart as a picture, a page, its rows, or rows with SQL and citation (BibTeX, CSL-JSON) in a zip; "
                "the parameters of each stand under /charts",
                [chart_id, form, SIZE, GRADES, PINNED],
                {"description": "As asked", "content": files},
                list(FAULTS),
            )
        },
        "/query/{id}": {
            "get": operation(
                "query",
                "One query: method, SQL, tables",
                [query_id, PINNED],
                json_answer({"type": "object", "required": ["id", "sql", "tables"]}),
                ["404", "409", "503"],
            )
        },
    }


def table_paths(names: list[str]) -> dict[str, Schema]:
    """Return the paths of the tables."""
    said = ["name", "holds", "rows", "as_of", "evidence", "key", "columns", "formats"]
    one: Schema = {"type": "object", "required": said}
    name, content = path_parameter("name", names), row_content({"type": "object"})
    faults = ["404", "409", "503"]
    rows = operation(
        "table",
        "One table as it was built: whole as CSV and Parquet unless a limit is told, in pages as JSON",
        [name, path_parameter("form", FORMATS), *PAGES, GRADES, PINNED],
        {"description": "Its rows in the order of its key", "content": content},
        list(FAULTS),
    )
    listed = json_answer({"type": "array", "items": one})
    return {
        "/tables": {"get": operation("tables", "Every table with its columns", [PINNED], listed, faults[1:])},
        "/table/{name}": {
            "get": operation("table-columns", "One table: its columns", [name, PINNED], json_answer(one), faults)
        },
        "/table/{name}.{form}": {"get": rows},
    }


def row_content(row: Schema) -> Schema:
    """Return the content of an answer of rows, in each format."""
    return {
        "text/csv": {"schema": {"type": "string"}},
        "application/json": {"schema": {"type": "array", "items": row}},
        PARQUET: {"schema": {"type": "string", "format": "binary"}},
    }


def rows_path(query: Query, connection: duckdb.DuckDBPyConnection) -> Schema:
    """Return the path of a query's rows."""
    content = row_content(row_schema(query, connection))
    asked = (describe_parameter(item) for item in query.params.values())
    parameters = [path_parameter("form", FORMATS), *asked, *PAGES, GRADES, PINNED]
    said = operation(
        query.id, query.title, parameters, {"description": query.question, "content": content}, list(FAULTS)
    )
    return {"get": said | {"tags": [query.topic], "description": " ".join([query.question, *query.caveats])}}


def describe_parameter(item: Parameter) -> Schema:
    """Return a parameter of a query."""
    schema = dict(KINDS.get(item.type) or {"enum": list(item.choices)})
    if not item.required and item.default is not None:
        schema["default"] = json_value(item.default)
    return {
        "name": item.name,
        "in": "query",
        "required": item.required,
        "description": item.description,
        "schema": schema,
        "example": json_value(item.example),
    }


def row_schema(query: Query, connection: duckdb.DuckDBPyConnection) -> Schema:
    """Return the form of a query's row in JSON."""
    arguments = ", ".join("null" for _ in query.params)
    described = connection.execute(f"describe from {query.id}({arguments})").fetchall()
    columns = {name: column_schema(query, name, kind) for name, kind, *_ in described}
    return {"type": "object", "required": list(columns), "properties": columns}


def column_schema(query: Query, name: str, kind: str) -> Schema:
    """Return the form of a column's value in JSON."""
    column = query.columns.get(name)
    told = {"description": f"{column.description} ({column.unit})"} if column else {}
    if kind.endswith("[]"):
        return {"type": ["array", "null"]} | told
    if "INT" in kind:
        return {"type": ["integer", "null"]} | told
    if kind in ("DOUBLE", "FLOAT") or kind.startswith("DECIMAL"):
        return {"type": ["number", "null"]} | told
    if kind == "BOOLEAN":
        return {"type": ["boolean", "null"]} | told
    return {"type": ["string", "null"]} | ({"format": "date"} if kind == "DATE" else {}) | told


def codes(column: str, table: str, connection: duckdb.DuckDBPyConnection) -> Schema:
    """Return the codes of a table, with their names in words."""
    rows = connection.execute(f"select {column}, name from {table} order by {column}").fetchall()
    return {
        "type": "string",
        "description": f"Code of data/{table}.csv; a name or an alias of it is understood too",
        "enum": [code for code, _ in rows],
        "x-enum-descriptions": [name for _, name in rows],
    }
