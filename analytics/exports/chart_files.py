"""A chart as a file: a picture, a page, its rows, or all that is needed to check it."""

import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from analytics.catalog.own import ID as OWN
from analytics.catalog.run import Result
from analytics.charts.chart import Drawing
from analytics.charts.views import page_address
from analytics.errors import CordonError
from analytics.exports.citation import cite_results, to_bibtex, to_csl_json, to_sentence
from analytics.exports.footer import plain_footer
from analytics.exports.picture import SIZES, frame_picture, to_pdf, to_png, to_svg
from analytics.exports.standalone import to_html
from analytics.exports.tabular import disarmed, to_csv, to_json, to_parquet
from analytics.exports.workbook import to_xlsx

LOCAL = "http://localhost:8501"
MEDIA_TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
# The clock of a zip: the same chart gives the same bytes.
STILL = (1980, 1, 1, 0, 0, 0)
# So many of a name, which may be as long as the disk takes, stand in the name of its draft.
KEPT_LETTERS = 40


def site_address() -> str:
    """Return where the dashboard is served: `CORDON_URL` if set, else this machine."""
    return (os.environ.get("CORDON_URL") or LOCAL).rstrip("/")


def view_link(chart_id: str, given: Mapping[str, object], root: str = "", *, checked: bool = False) -> str:
    """Return the address of the live view of a chart, of checked rows only where it was drawn from those."""
    return f"{root or site_address()}/{page_address(chart_id, given, checked=checked)}"


def write_chart(drawing: Drawing, form: str, *, link: str, size: str = "2x") -> bytes:
    """Return a drawn chart as a file of a format; `link` leads to its live view, `size` is for PNG.

    Raises CordonError for an unknown format or size, and where a picture needs Chromium and there is none.
    """
    if form not in MEDIA_TYPES:
        raise CordonError(f"unknown format {form[:20]!r}. Formats: {', '.join(MEDIA_TYPES)}.")
    if size not in SIZES:
        raise CordonError(f"unknown size {size[:20]!r}. Sizes: {', '.join(SIZES)}.")
    table = drawing.results[0].table
    writers = {
        "png": lambda: to_png(frame_picture(drawing, link=link, size=size)),
        "svg": lambda: to_svg(frame_picture(drawing, link=link)),
        "pdf": lambda: to_pdf(frame_picture(drawing, link=link), drawing.title),
        "html": lambda: to_html(drawing, link=link).encode(),
        "csv": lambda: csv_of(drawing.results[0]).encode(),
        "json": lambda: to_json(table).encode(),
        "xlsx": lambda: to_xlsx(drawing.results, title=drawing.title, subtitle=drawing.subtitle),
        "parquet": lambda: to_parquet(table),
        "zip": lambda: to_zip(drawing, link=link),
    }
    return writers[form]()


def write_whole(out: Path, content: bytes) -> None:
    """Write a file, in a new folder where there is none, so that it appears whole or not at all.

    Raises CordonError where the disk does not take it.
    """
    draft = out.with_name(f".{out.name[:KEPT_LETTERS]}.{os.getpid()}.draft")
    try:
        if out.exists() and not out.is_file():
            # A pipe or a device is written to, never replaced.
            out.write_bytes(content)
            return
        if not out.parent.exists():
            out.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(out)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise CordonError(f"{out} cannot be written: {error.strerror or error}.") from error


def csv_of(result: Result) -> str:
    """Return the rows of a result as CSV; what a statement in a link makes up is no formula, whoever wrote the link."""
    return to_csv(disarmed(result.table) if result.query.id == OWN else result.table)


def to_zip(drawing: Drawing, *, link: str) -> bytes:
    """Return rows, the queries, a readme and citations of a chart, in one file."""
    work = cite_results(drawing.results, title=drawing.title, accessed=date.today(), url=link)
    files = {
        "README.txt": readme(drawing, link),
        "citation.txt": to_sentence(work) + "\n",
        "citation.bib": to_bibtex(work) + "\n",
        "citation.json": to_csl_json(work) + "\n",
    }
    for number, result in enumerate(drawing.results, start=1):
        name = f"{number}-{result.query.id}"
        files |= {f"{name}.csv": csv_of(result), f"{name}.sql": result.query.sql}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, STILL), text)
    return out.getvalue()


def readme(drawing: Drawing, link: str) -> str:
    """Return what a reader of the rows must know."""
    lines = [drawing.title, drawing.subtitle, "", plain_footer(drawing.results), f"Live view: {link}"]
    for result in drawing.results:
        lines += ["", f"{result.query.id}: {result.query.question}", result.query.method]
        asked = {name: value for name, value in result.parameters.items() if value is not None}
        lines += [f"  asked with {name} = {value}" for name, value in asked.items()]
        lines += [f"  {column.name} ({column.unit}): {column.description}" for column in result.query.columns.values()]
        lines += [f"  Note: {caveat}" for caveat in result.query.caveats]
    return "\n".join(lines) + "\n"
