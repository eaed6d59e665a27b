"""Whether the server can answer questions."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from analytics.database.open import data_version
from analytics.errors import CordonError


async def health(request: Request) -> JSONResponse:
    """Return 200 with the data version, or 503 with what is wrong."""
    try:
        return JSONResponse({"status": "ok", "data_version": await run_in_threadpool(data_version)})
    except CordonError as error:
        return JSONResponse({"status": "degraded", "error": str(error)}, status_code=503)
