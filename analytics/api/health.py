"""Whether the server can answer questions, and what a keeper should mend."""

from http import HTTPStatus

import duckdb
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from analytics.catalog.service import stand
from analytics.database.open import explain_failure
from analytics.errors import CordonError
from analytics.exports.renderer import find_chromium

FRESH = {"Cache-Control": "no-store"}


async def health(request: Request) -> JSONResponse:
    """Return `ok` or `degraded` with the faults: 200 while questions are answered, 503 where none is.

    A degraded server that answers must not be put down by those who look after containers, so it is no 503.
    """
    try:
        found = await run_in_threadpool(stand)
        version, faults = found.version, [*found.faults, *picture_faults()]
    except duckdb.Error as error:
        version, faults = None, [str(explain_failure(error))]
    told = {"status": "degraded" if faults else "ok", "data_version": version, "faults": faults}
    status = HTTPStatus.OK if version else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse(told, status_code=status, headers=FRESH)


def picture_faults() -> list[str]:
    """Return why no picture can be drawn, if none can."""
    try:
        find_chromium()
    except CordonError as error:
        return [str(error)]
    return []
