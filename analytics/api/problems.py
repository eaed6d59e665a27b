"""Faults as RFC 9457 problem documents: the same sentence as on the command line, with a status."""

from http import HTTPStatus

import duckdb
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from analytics.api.work import FullLineError
from analytics.database.deadlines import TimeLimitError
from analytics.database.open import explain_failure
from analytics.errors import CordonError, OutageError

RETRY_SECONDS = "5"


class Problem(CordonError):
    """A fault with the status that it answers."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status


async def answer_fault(request: Request, fault: Exception) -> JSONResponse:
    """Return the problem of a fault in what was asked."""
    return problem(status_of(fault), str(fault), ask_later(fault))


def ask_later(fault: Exception) -> dict[str, str]:
    """Return the header that tells when to ask again, where a fault passes by itself."""
    return {"Retry-After": RETRY_SECONDS} if isinstance(fault, TimeLimitError | FullLineError) else {}


def status_of(fault: Exception) -> HTTPStatus:
    """Return the status that a fault answers."""
    if isinstance(fault, Problem):
        return fault.status
    ours = isinstance(fault, TimeLimitError | OutageError)
    return HTTPStatus.SERVICE_UNAVAILABLE if ours else HTTPStatus.BAD_REQUEST


async def answer_database(request: Request, fault: Exception) -> JSONResponse:
    """Return the problem of a question that the database failed to answer."""
    assert isinstance(fault, duckdb.Error)
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(explain_failure(fault)), {"Retry-After": RETRY_SECONDS})


async def answer_http(request: Request, fault: Exception) -> JSONResponse:
    """Return the problem of an address that is not there, or a method that it does not take."""
    assert isinstance(fault, HTTPException)
    return problem(HTTPStatus(fault.status_code), fault.detail, dict(fault.headers or {}))


def problem(status: HTTPStatus, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Return a problem document."""
    return JSONResponse(
        {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail},
        status_code=status,
        headers=headers,
        media_type="application/problem+json",
    )
