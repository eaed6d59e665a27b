"""The scripts of an embedded chart: Plotly as its Python package ships it, and ours."""

from functools import cache

from plotly.offline import get_plotlyjs
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analytics.api.lasting import LastingFile, digest_of
from analytics.exports.pages import HERE

OURS = HERE / "embed.js"


async def script(request: Request) -> Response:
    """Return a script under the name that carries its digest; any other name is not found."""
    found = next((kept for name, kept in files() if name == request.path_params["name"]), None)
    return found.answer(request) if found else PlainTextResponse("No such script.", status_code=404)


@cache
def files() -> tuple[tuple[str, LastingFile], ...]:
    """Return the scripts by name, in the order in which a page loads them."""
    contents = {"plotly": get_plotlyjs().encode(), "embed": OURS.read_bytes()}
    return tuple(
        (f"{name}-{digest_of(content)}.js", LastingFile(content, "text/javascript"))
        for name, content in contents.items()
    )
