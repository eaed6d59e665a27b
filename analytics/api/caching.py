"""How long an answer may be kept: until the data change."""

import hashlib
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from analytics.api.problems import Problem
from analytics.database.open import data_version, find_database
from analytics.errors import CordonError

PINNED = "public, max-age=31536000, immutable"
LIVE = "public, max-age=300, must-revalidate"
VERSION_HEADER = "Cordon-Data-Version"
PIN = "data"


def stamp(request: Request) -> dict[str, str]:
    """Return the caching headers of the answer to a request; they change when data or queries change.

    A link pinned to the data version (`data=…`) may be kept for good. Raises Problem where it is
    pinned to another version than the one here, and where there is no database.
    """
    try:
        path, version = find_database(), data_version()
    except CordonError as error:
        raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error
    pinned = request.query_params.get(PIN, "").replace(" ", "+")
    if pinned and pinned != version:
        raise Problem(
            HTTPStatus.CONFLICT,
            f"{PIN}: the link is pinned to data version {pinned[:40]!r}, but the data here are {version}. "
            f"Leave {PIN} out to ask them; query/changes_since.json?since=VERSION tells what changed.",
        )
    asked = hashlib.sha256(f"{path.stem}{request.url.path}?{request.url.query}".encode()).hexdigest()
    return {"ETag": f'W/"{asked[:20]}"', "Cache-Control": PINNED if pinned else LIVE, VERSION_HEADER: version}


def unchanged(request: Request, stamped: dict[str, str]) -> Response | None:
    """Return 304 where the asker holds the answer already."""
    held = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if stamped["ETag"].removeprefix("W/") in held:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=stamped)
    return None
