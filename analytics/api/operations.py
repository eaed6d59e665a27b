"""How the OpenAPI document writes an operation: its parameters, its answer, the faults it may meet."""

from collections.abc import Iterable
from typing import Any

from analytics.api.caching import PIN
from analytics.api.parameters import CHECKED, EVIDENCE, LAST_OFFSET, ROW_LIMIT
from analytics.exports.picture import SIZES

Schema = dict[str, Any]
PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong and how to mend it, as the command line says it"},
    },
}
FAULTS = {
    "400": "A parameter is unknown, missing or does not parse",
    "404": "No such query, table, chart or format",
    "409": "The link is pinned to another version of the data",
    "503": "The answer took too long, too many others wait, or there is no database",
}


def operation(name: str, summary: str, parameters: list[Schema], answer: Schema, faults: list[str]) -> Schema:
    """Return an operation with its answer and the faults it may meet."""
    fault = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if name == "health":
        fault = answer["content"]
    answers = {status: {"description": FAULTS[status], "content": fault} for status in faults}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": answer, "304": {"description": "Not modified"}} | answers,
    }


def json_answer(schema: Schema) -> Schema:
    """Return an answer of JSON."""
    return {"description": "As asked", "content": {"application/json": {"schema": schema}}}


def path_parameter(name: str, values: Iterable[str]) -> Schema:
    """Return a part of the address that takes one of some values."""
    return {"name": name, "in": "path", "required": True, "schema": {"enum": list(values)}}


def number_parameter(name: str, description: str, least: int, most: int) -> Schema:
    """Return a parameter that takes a whole number between two."""
    schema = {"type": "integer", "minimum": least, "maximum": most}
    return {"name": name, "in": "query", "description": description, "schema": schema}


PAGES = [
    number_parameter("limit", f"Rows at most; {ROW_LIMIT} unless told. Link names the next page", 1, ROW_LIMIT),
    number_parameter("offset", "Rows left out before them", 0, LAST_OFFSET),
]
PINNED: Schema = {
    "name": PIN,
    "in": "query",
    "description": "Data version that the link is pinned to; 409 where the data here are of another",
    "schema": {"type": "string", "maxLength": 40},
}
SIZE: Schema = {"name": "size", "in": "query", "description": "Size of a PNG", "schema": {"enum": list(SIZES)}}
GRADES: Schema = {
    "name": EVIDENCE,
    "in": "query",
    "description": "checked leaves out facts graded D",
    "schema": {"enum": list(CHECKED)},
}
