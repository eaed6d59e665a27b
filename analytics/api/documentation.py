"""The API's page for readers, made from the catalog."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from analytics.api.caching import stamp, unchanged
from analytics.api.html import render
from analytics.api.parameters import ROW_LIMIT
from analytics.api.queries import FORMATS, SECONDS
from analytics.api.tables import describe_tables
from analytics.api.work import run_aside
from analytics.catalog.query import Query, load_catalog
from analytics.database.open import find_database


async def documentation(request: Request) -> Response:
    """Return the documentation as a page."""
    stamped = stamp(request)
    if answer := unchanged(request, stamped):
        return answer
    tables = [*(await run_aside(describe_tables, find_database())).values()]
    catalog = load_catalog()
    topics: dict[str, list[Query]] = {}
    for query in catalog.values():
        topics.setdefault(query.topic, []).append(query)
    return render(
        "documentation.html",
        headers=stamped,
        topics=topics,
        tables=tables,
        examples={query.id: example_of(query) for query in catalog.values()},
        formats=list(FORMATS),
        rows=ROW_LIMIT,
        seconds=SECONDS,
        version=stamped["Cordon-Data-Version"],
    )


def example_of(query: Query) -> str:
    """Return the parameters of an example call, as they follow the address."""
    needed = {item.name: item.example for item in query.params.values() if item.required}
    return f"?{urlencode(needed)}" if needed else ""
