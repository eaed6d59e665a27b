"""The outlines that maps draw, kept by the browser for as long as they stay the same."""

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analytics.charts.geometry import SCALES, Scale, geometry_name, read_geometry

FOREVER = "public, max-age=31536000, immutable"


async def geometry(request: Request) -> Response:
    """Return outlines under the name that carries their digest; any other name is not found."""
    scales = {geometry_name(scale): scale for scale in SCALES}
    scale = scales.get(request.path_params["name"])
    if scale is None:
        return PlainTextResponse("No such geometry.", status_code=404)
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(read_geometry(scale), media_type="application/geo+json", headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(zipped(scale), media_type="application/geo+json", headers=headers)


@cache
def zipped(scale: Scale) -> bytes:
    """Return the file of a scale, compressed once."""
    return gzip.compress(read_geometry(scale), mtime=0)
