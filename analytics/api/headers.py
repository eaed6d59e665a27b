"""Headers that every answer carries: nothing is loaded from, sent to, or framed by another host,
save a page that says who may frame it."""

from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.api.shell import inline_scripts

POLICY_HEADER = "Content-Security-Policy"
FRAMED_ANYWHERE = "frame-ancestors *"
OUTAGE = "Something went wrong here; the log has it. Try again, or open another page."


@cache
def safe_headers() -> dict[str, str]:
    """Return the headers of an answer that sets none itself."""
    return {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        POLICY_HEADER: page_policy(),
    }


def page_policy() -> str:
    """Return what a page of the dashboard may load and run: its own files, and the styles that Streamlit writes.

    Streamlit's widgets set styles as they are drawn, so inline styles cannot be kept out; scripts are. Streamlit hands
    the script of a component of ours (the editor) to the browser as a blob. Pictures may be
    made in the page (saved charts). Streamlit Community Cloud frames an app in a page of the same site.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self' blob:", *inline_scripts()]),
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )


class SafeHeaders:
    """Middleware that adds the headers where an answer does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                complete(MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, send_with_headers)


def complete(headers: MutableHeaders) -> None:
    """Add the headers that an answer lacks."""
    for name, value in safe_headers().items():
        headers.setdefault(name, value)
    if FRAMED_ANYWHERE in headers[POLICY_HEADER]:
        del headers["X-Frame-Options"]


async def answer_outage(request: Request, fault: Exception) -> PlainTextResponse:
    """Return the answer to a fault that nobody foresaw: a sentence; what happened goes to the log."""
    return PlainTextResponse(OUTAGE, status_code=500, headers=safe_headers())
