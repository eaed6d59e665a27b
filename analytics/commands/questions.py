"""Commands that ask: queries, charts and SQL of one's own."""

import sys
from pathlib import Path

import click

from analytics.catalog.build import build as build_all
from analytics.catalog.describe import describe_query, list_queries
from analytics.catalog.run import run_query
from analytics.catalog.whole import read_whole
from analytics.charts.draw import draw_chart
from analytics.charts.words import explain_empty, many, note_past_end
from analytics.commands.terminal import emit, parse_pairs, show_progress, told_as_options
from analytics.database.guard import run_guarded
from analytics.database.open import find_database
from analytics.database.processes import Processes
from analytics.errors import CordonError
from analytics.exports.chart_files import view_link, write_chart, write_whole
from analytics.exports.picture import SIZES

FORMATS = ("csv", "json", "parquet")
CUT_OFF = 3
WHOLE = "A whole table: python -m analytics table NAME."


@click.command("list")
def list_command() -> None:
    """List the queries."""
    click.echo(list_queries())


@click.command()
@click.argument("query_id", metavar="ID")
@click.option("--parts", is_flag=True, help="With the SQL of the macros and derived tables that it is built on.")
def describe(query_id: str, parts: bool) -> None:
    """Show a query: question, parameters, columns with units, lineage, caveats, SQL."""
    build_all()
    click.echo(describe_query(query_id, whole=parts))


@click.command()
@click.argument("query_id", metavar="ID")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="Value of a parameter; repeat for more.")
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), help="As the ending of --out, or else table.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of the terminal.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
@told_as_options()
def query(query_id: str, pairs: tuple[str, ...], form: str | None, out: Path | None, checked: bool) -> None:
    """Run a query and print its rows."""
    build_all(report=show_progress)
    result = run_query(query_id, parse_pairs(pairs), checked=checked)
    emit(result.table, form or form_of(out, "table", unknown="table"), out)
    if result.table.num_rows == 0:
        click.echo(explain_empty(result), err=True)
    if past := note_past_end([result]):
        click.echo(past, err=True)


@click.command()
@click.argument("chart_id", metavar="ID")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="Value of a parameter; repeat for more.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File; its ending decides.")
@click.option("--size", type=click.Choice(list(SIZES)), default="2x", help="Size of a PNG.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
@told_as_options()
def chart(chart_id: str, pairs: tuple[str, ...], out: Path, size: str, checked: bool) -> None:
    """Write a chart to a file: png, svg, pdf, html, csv, json, xlsx, parquet, or a zip with all of it."""
    build_all(report=show_progress)
    given = parse_pairs(pairs)
    drawing = draw_chart(chart_id, given, checked=checked)
    link = view_link(chart_id, given, checked=checked)
    content = write_chart(drawing, out.suffix.lower().lstrip("."), link=link, size=size)
    write_whole(out, content)
    click.echo(f"{out}: {drawing.title}")


@click.command()
@click.argument("name")
@click.option("--format", "form", type=click.Choice(FORMATS), help="As the ending of --out, or else csv.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of the terminal.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
def table(name: str, form: str | None, out: Path | None, checked: bool) -> None:
    """Write a whole table as it was built, with what was added and corrected: every row of it."""
    build_all(report=show_progress)
    form = form or form_of(out, "csv")
    whole = read_whole(name, checked=checked)
    emit(whole.table, form, out)
    if out:
        click.echo(f"{out}: {name}, {many(whole.rows, 'row')}, data version {whole.version}")


def form_of(out: Path | None, otherwise: str, *, unknown: str | None = None) -> str:
    """Return the format that a file's ending names, `otherwise` where there is no file.

    An ending that names none stands for `unknown`; raises CordonError where that is not said.
    """
    if out is None:
        return otherwise
    form = out.suffix.lower().lstrip(".")
    if form in FORMATS:
        return form
    if unknown is None:
        raise CordonError(f"{out}: unknown format {form[:20]!r}. Formats: {', '.join(FORMATS)}; or say --format.")
    return unknown


@click.command()
@click.argument("statement")
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), help="As the ending of --out, or else table.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of the terminal.")
def sql(statement: str, form: str | None, out: Path | None) -> None:
    """Run one SELECT of your own: read-only, limited in time, memory and rows; exit status 3 if rows were cut off."""
    build_all(report=show_progress)
    answer = run_guarded(statement, find_database(), processes=Processes(spare=False))
    emit(answer.table, form or form_of(out, "table", unknown="table"), out)
    if answer.cut:
        rows = f"{answer.table.num_rows:,}"
        click.echo(f"Cut off after {rows} rows, as many as a statement returns. {WHOLE}", err=True)
        sys.exit(CUT_OFF)
