"""The dashboard's pages for those who read only their head: chats and social media that show a link's card."""

import logging
import os
import re

import duckdb
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from analytics.api.shell import read_shell
from analytics.api.work import run_for_page
from analytics.charts.cards import draw_card, title_page
from analytics.charts.chart import Drawing
from analytics.charts.views import PAGES, Page
from analytics.database.open import explain_failure
from analytics.errors import CordonError

LOG = logging.getLogger("cordon")
HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")
PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")
CARD = {"width": 1200, "height": 630}
QUERY_LENGTH = 500
# An answer that holds the address of this site, as `public_root` tells it, is nobody's who asked under another.
ADDRESSED = {"Vary": "Host, X-Forwarded-Host, X-Forwarded-Proto, X-Forwarded-Prefix"}


def page_route(page: Page) -> Route:
    """Return the route of a page of the dashboard."""

    async def show(request: Request) -> Response:
        whole = await run_for_page(write_page, page, request)
        return HTMLResponse(whole, headers={"Cache-Control": "no-cache"})

    return Route(f"/{page.address}", show)


def write_page(page: Page, request: Request) -> str:
    """Return the page that starts Streamlit in a browser, with the title and the tags of a page's address."""
    head, title = write_head(page, request), title_page(page, dict(request.query_params))
    return name_shell(title).replace("</head>", f"{head}</head>", 1)


def write_head(page: Page, request: Request) -> str:
    """Return the Open Graph tags of a page's address."""
    drawing, root = draw_safely(page, dict(request.query_params)), public_root(request)
    query = request.url.query if len(request.url.query) <= QUERY_LENGTH else ""
    tags = {
        "og:site_name": "Cordon",
        "og:type": "website",
        "og:title": f"{drawing.title if drawing else page.title} · Cordon",
        "og:description": f"{page.title}. {drawing.subtitle.rstrip('.')}." if drawing else page.about,
        "og:url": f"{root}/{page.address}" + (f"?{query}" if query else ""),
    }
    if drawing and drawing.figure is not None:
        image = f"{root}/cards/{page.name}.png" + (f"?{query}" if query else "")
        tags |= {"og:image": image, "og:image:alt": drawing.alt} | {
            f"og:image:{side}": str(n) for side, n in CARD.items()
        }
    named = [Markup('<meta property="{}" content="{}">').format(*tag) for tag in tags.items()]
    card = Markup('<meta name="twitter:card" content="{}">').format("summary_large_image" if drawing else "summary")
    told = Markup('<meta name="description" content="{}">').format(tags["og:description"])
    return "".join([*named, card, told])


def draw_safely(page: Page, query: dict[str, str]) -> Drawing | None:
    """Return the chart of an address, or nothing where it cannot be drawn: the page itself says why."""
    try:
        return draw_card(page, query)
    except CordonError:
        return None
    except duckdb.Error as error:
        LOG.error("%s", explain_failure(error))
        return None
    # Whatever else goes wrong with a card, the page itself must open.
    except Exception as error:
        LOG.error("The card of %s could not be drawn (%s: %s).", page.name, type(error).__name__, error)
        return None


def public_root(request: Request) -> str:
    """Return where readers find the dashboard: `CORDON_URL` if set, else as the request came, through proxies too."""
    if told := os.environ.get("CORDON_URL"):
        return told.rstrip("/")
    headers = request.headers
    host = headers.get("x-forwarded-host", headers.get("host", ""))
    scheme = "https" if headers.get("x-forwarded-proto", request.url.scheme) == "https" else "http"
    prefix = headers.get("x-forwarded-prefix", "").rstrip("/")
    return f"{scheme}://{host if HOST.fullmatch(host) else 'localhost'}{prefix if PREFIX.fullmatch(prefix) else ''}"


def name_shell(title: str) -> str:
    """Return the page that starts Streamlit in a browser, under a title."""
    named = f"<title>{escape(title)} · Cordon</title>"
    return re.sub(r"<title>.*?</title>", lambda _: named, read_shell(), count=1)


PAGE_ROUTES = [page_route(page) for page in PAGES]
