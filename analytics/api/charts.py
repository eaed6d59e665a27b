"""Charts over HTTP: their list, each as a picture, a page or its rows, and the cards of the dashboard's pages."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analytics.api.caching import PIN, stamp, unchanged
from analytics.api.embed import known_chart
from analytics.api.parameters import EVIDENCE, choose, only_checked, read_parameters
from analytics.api.problems import Problem
from analytics.api.queries import SECONDS, json_value
from analytics.api.unfurl import ADDRESSED, draw_safely, public_root
from analytics.api.work import go_on_aside, run_aside
from analytics.charts.catalogue import load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import chart_parameters, draw_chart
from analytics.charts.views import PAGES
from analytics.exports.chart_files import MEDIA_TYPES, view_link, write_chart
from analytics.exports.picture import SIZES

APART = (PIN, "size", EVIDENCE)
DRAWN = {size: size for size in SIZES}
# A page made here runs its own script, but as no part of this site.
SEALED = (
    "sandbox allow-scripts allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:"
)


async def list_charts(request: Request) -> Response:
    """Return every chart with what it asks and its parameters."""
    stamped = stamp(request)
    listed = [describe_chart(chart) for chart in load_charts().values()]
    return unchanged(request, stamped) or JSONResponse(listed, headers=stamped)


def describe_chart(chart: Chart) -> dict[str, object]:
    """Return what a caller needs to ask for a chart."""
    return {
        "id": chart.id,
        "topic": chart.topic,
        "about": chart.about,
        "query": chart.query_id,
        "parameters": [
            {
                "name": item.name,
                "type": item.type,
                "required": item.required,
                "example": json_value(item.example),
                "choices": item.choices,
                "description": item.description,
            }
            for item in chart_parameters(chart)
        ],
        "formats": [f"{chart.id}.{form}" for form in MEDIA_TYPES],
    }


async def answer_chart(request: Request) -> Response:
    """Return a chart as a file of the format in its address.

    Raises Problem for an unknown format.
    """
    chart, form = known_chart(request.path_params["id"]), request.path_params["form"]
    if form not in MEDIA_TYPES:
        raise Problem(HTTPStatus.NOT_FOUND, f"unknown format {form[:20]!r}. Formats: {', '.join(MEDIA_TYPES)}.")
    stamped = stamp(request)
    size = choose(request, "size", DRAWN, "2x")
    checked = only_checked(request)
    given = read_parameters(request, *APART)
    if answer := unchanged(request, stamped):
        return answer
    drawing = await run_aside(draw_chart, chart.id, given, checked=checked, seconds=SECONDS)
    link = view_link(chart.id, given, public_root(request), checked=checked)
    content = await go_on_aside(write_chart, drawing, form, link=link, size=size)
    name = f"cordon-{chart.id}-{drawing.results[0].version}.{form}"
    told = {"Content-Disposition": f'inline; filename="{name}"', "Content-Security-Policy": SEALED}
    headers = stamped | ADDRESSED | told
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)


async def answer_card(request: Request) -> Response:
    """Return the picture that stands for a page of the dashboard where a link to it is shown.

    Raises Problem for a page without one, and where there is nothing to draw.
    """
    page = next((page for page in PAGES if page.name == request.path_params["name"] and page.chart), None)
    if page is None:
        raise Problem(HTTPStatus.NOT_FOUND, "This page has no card.")
    stamped = stamp(request)
    if answer := unchanged(request, stamped):
        return answer
    drawing = await run_aside(draw_safely, page, dict(request.query_params))
    if drawing is None or drawing.figure is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is nothing to draw for these values.")
    link = f"{public_root(request)}/{page.address}"
    content = await go_on_aside(write_chart, drawing, "png", link=link, size="social")
    return Response(content, media_type=MEDIA_TYPES["png"], headers=stamped | ADDRESSED)
