"""The outlines that maps draw, kept by the browser for as long as they stay the same."""

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analytics.charts.geometry import GEOMETRY, geometry_name

FOREVER = "public, max-age=31536000, immutable"


async def geometry(request: Request) -> Response:
    """Return the outlines under the name that carries their digest; any other name is not found."""
    if request.path_params["name"] != geometry_name():
        return PlainTextResponse("No such geometry.", status_code=404)
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(body(zipped=zipped), media_type="application/geo+json", headers=headers)


@cache
def body(*, zipped: bool) -> bytes:
    """Return the file, compressed where the browser takes that."""
    plain = GEOMETRY.read_bytes()
    return gzip.compress(plain, mtime=0) if zipped else plain
