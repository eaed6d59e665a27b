"""A briefing as a file of a format."""

from collections.abc import Callable

from analytics.briefing.document import to_pdf
from analytics.briefing.model import Briefing, Fault
from analytics.briefing.page import to_page
from analytics.briefing.slides import to_pptx
from analytics.errors import CordonError, nearest

Writer = Callable[[Briefing, Callable[[str], None]], tuple[bytes, tuple[Fault, ...]]]
WRITERS: dict[str, Writer] = {"pptx": to_pptx, "pdf": to_pdf, "html": to_page}
MEDIA_TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


def find_writer(form: str) -> Writer:
    """Return what writes a format; raises CordonError with the nearest for one that is not known."""
    if form in WRITERS:
        return WRITERS[form]
    hint = nearest(form, WRITERS, otherwise=f"Formats: {', '.join(WRITERS)}.")
    raise CordonError(f"A briefing is not written as {form[:20]!r}. {hint}")


def write_briefing(briefing: Briefing, form: str, report: Callable[[str], None]) -> tuple[bytes, tuple[Fault, ...]]:
    """Return a briefing as a file of a format, and everything that could not be made, in composing or in writing.

    Raises CordonError for an unknown format, and where the document itself cannot be set.
    """
    content, faults = find_writer(form)(briefing, report)
    return content, (*briefing.faults, *faults)
