"""Pages that are not the dashboard's: plain HTML, light or dark as the reader's system is."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'"


def render(name: str, *, headers: dict[str, str], status: int = 200, **values: object) -> HTMLResponse:
    """Return a page made from its template; every value is escaped."""
    page = environment().get_template(name).render(values)
    return HTMLResponse(page, status, headers={"Content-Security-Policy": POLICY} | headers)


@cache
def environment() -> Environment:
    """Return the templates of this folder."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
