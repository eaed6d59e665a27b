"""The API's page for readers, made from the catalog."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from analytics.api.caching import stamp, unchanged
from analytics.api.html import render
from analytics.api.parameters import ROW_LIMIT
from analytics.api.queries import FORMATS, SECONDS
from analytics.catalog.query import Query, load_catalog


async def documentation(request: Request) -> Response:
    """Return the documentation as a page."""
    stamped = stamp(request)
    catalog = load_catalog()
    topics: dict[str, list[Query]] = {}
    for query in catalog.values():
        topics.setdefault(query.topic, []).append(query)
    return unchanged(request, stamped) or render(
        "documentation.html",
        headers=stamped,
        topics=topics,
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
