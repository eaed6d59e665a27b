"""Pages that are not the dashboard's: plain HTML, light or dark as the reader's system is."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent


def fill(name: str, **values: object) -> str:
    """Return a page made from its template; every value is escaped."""
    return environment().get_template(name).render(values)


@cache
def environment() -> Environment:
    """Return the templates of this folder."""
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
