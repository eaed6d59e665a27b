"""What an address asks beside the question itself: which rows, how many of them, of which evidence."""

from collections.abc import Mapping
from typing import TypeVar

from starlette.requests import Request

from analytics.catalog.parameters import parse_integer
from analytics.errors import CordonError

T = TypeVar("T")
ROW_LIMIT = 50_000
LAST_OFFSET = 10**9
PAGING = ("limit", "offset")
EVIDENCE = "evidence"
CHECKED = {"all": False, "checked": True}


def read_parameters(request: Request, *apart: str) -> dict[str, object]:
    """Return the parameters but some; raises CordonError where one is given twice."""
    names = [name for name, _ in request.query_params.multi_items()]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CordonError(f"{twice[0][:60]!r} is given more than once.")
    return {name: value for name, value in request.query_params.items() if name not in apart}


def read_page(request: Request, most: int | None = ROW_LIMIT) -> tuple[int | None, int]:
    """Return how many rows are wanted, `most` unless told, and how many are left out before them.

    Raises CordonError beyond the limits.
    """
    told = request.query_params.get("limit")
    limit = most if told is None else parse_integer("limit", told)
    offset = parse_integer("offset", request.query_params.get("offset", "0"))
    if limit is not None and not 1 <= limit <= ROW_LIMIT:
        raise CordonError(f"limit: {limit} is not between 1 and {ROW_LIMIT}.")
    if not 0 <= offset <= LAST_OFFSET:
        raise CordonError(f"offset: {offset} is not between 0 and {LAST_OFFSET}.")
    return limit, offset


def only_checked(request: Request) -> bool:
    """Say whether facts graded D are to be left out; raises CordonError for an unknown choice."""
    return choose(request, EVIDENCE, CHECKED, "all")


def choose(request: Request, name: str, choices: Mapping[str, T], default: str) -> T:
    """Return what a choice in the address stands for; raises CordonError for any other."""
    given = request.query_params.get(name, default)
    if given not in choices:
        raise CordonError(f"{name}: {given[:40]!r} is not known. Choose: {', '.join(choices)}.")
    return choices[given]
