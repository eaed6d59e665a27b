"""One chart alone, for a frame in somebody's page: title, chart, footer, and a link to the live view."""

from http import HTTPStatus

import duckdb
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from analytics.api.caching import PIN, stamp, unchanged
from analytics.api.html import render
from analytics.api.parameters import EVIDENCE, choose, only_checked, read_parameters
from analytics.api.problems import Problem, ask_later, status_of
from analytics.api.queries import SECONDS
from analytics.api.scripts import files
from analytics.api.work import run_aside
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Chart
from analytics.charts.draw import draw_chart
from analytics.charts.views import page_address
from analytics.database.open import explain_failure
from analytics.errors import CordonError
from analytics.exports.footer import plain_footer
from analytics.exports.standalone import explain_absent, write_figure

THEMES = {"light": "light", "dark": "dark", "auto": "light dark"}
FRAMED = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


async def embed(request: Request) -> Response:
    """Return the page of a chart for the parameters in its address, light or dark."""
    stamped = stamp(request)
    chart_id = known_chart(request.path_params["id"]).id
    theme = choose(request, "theme", THEMES, "auto")
    checked = only_checked(request)
    given = read_parameters(request, PIN, "theme", EVIDENCE)
    if answer := unchanged(request, stamped):
        return answer
    drawing = await run_aside(draw_chart, chart_id, given, checked=checked, seconds=SECONDS)
    return render(
        "embed.html",
        headers=stamped | {"Content-Security-Policy": FRAMED},
        theme=theme,
        title=drawing.title,
        subtitle=drawing.subtitle,
        alt=drawing.alt,
        figure=write_figure(drawing),
        empty=explain_absent(drawing),
        footer=plain_footer(drawing.results),
        view="../" + page_address(chart_id, given | ({EVIDENCE: "checked"} if checked else {})),
        scripts=[name for name, _ in files()],
    )


async def answer_fault(request: Request, fault: Exception) -> Response:
    """Return a page that says what is wrong, small enough for a frame."""
    if isinstance(fault, duckdb.Error):
        fault = explain_failure(fault)
    status = HTTPStatus(fault.status_code) if isinstance(fault, HTTPException) else status_of(fault)
    headers = ask_later(fault) | {"Content-Security-Policy": FRAMED}
    return render("fault.html", headers=headers, status=status, title=status.phrase, detail=str(fault))


def known_chart(chart_id: str) -> Chart:
    """Return a chart; raises Problem 404 with the nearest ids if there is none."""
    try:
        return find_chart(chart_id)
    except CordonError as error:
        raise Problem(HTTPStatus.NOT_FOUND, str(error)) from error
