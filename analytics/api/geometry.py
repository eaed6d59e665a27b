"""The outlines that maps draw."""

from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analytics.api.lasting import LastingFile
from analytics.charts.geometry import SCALES, geometry_name, read_geometry


async def geometry(request: Request) -> Response:
    """Return outlines under the name that carries their digest; any other name is not found."""
    found = files().get(request.path_params["name"])
    return found.answer(request) if found else PlainTextResponse("No such geometry.", status_code=404)


@cache
def files() -> dict[str, LastingFile]:
    """Return the outlines of every scale by name."""
    return {geometry_name(scale): LastingFile(read_geometry(scale), "application/geo+json") for scale in SCALES}
