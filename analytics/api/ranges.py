"""Parts of a file, for readers that fetch only what they need: DuckDB reads Parquet so."""

import re
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def answer_range(request: Request, content: bytes, media_type: str, headers: dict[str, str]) -> Response:
    """Return a file, or the one part of it that was asked for."""
    # A compressed file would not be the bytes that a range counts.
    headers = headers | {"Accept-Ranges": "bytes", "Content-Encoding": "identity"}
    asked = ONE_RANGE.fullmatch(request.headers.get("range", ""))
    # Who holds a part and asks on condition gets the whole: our tags are weak, and tell no bytes apart.
    if asked is None or not any(asked.groups()) or "if-range" in request.headers:
        return Response(content, media_type=media_type, headers=headers)
    first, last = bounds(asked[1], asked[2], len(content))
    if first > last:
        headers |= {"Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    headers |= {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
    return Response(
        content[first : last + 1], status_code=HTTPStatus.PARTIAL_CONTENT, media_type=media_type, headers=headers
    )


def bounds(first: str, last: str, length: int) -> tuple[int, int]:
    """Return first and last byte of a range; without a first it counts from the end."""
    if not first:
        return max(length - int(last), 0), length - 1
    return int(first), min(int(last) if last else length - 1, length - 1)
