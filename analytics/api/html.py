"""Answers of HTML."""

from starlette.responses import HTMLResponse

from analytics.exports.pages import fill

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


def render(name: str, *, headers: dict[str, str], status: int = 200, **values: object) -> HTMLResponse:
    """Return a page made from its template; it loads nothing from elsewhere."""
    return HTMLResponse(fill(name, **values), status, headers={"Content-Security-Policy": POLICY} | headers)
