"""Command line: `python -m analytics …`.

Exit status 0 done, 1 the user's fault (one clear message, no traceback), 2 a check failed.
"""

import sys
from pathlib import Path

import click
import duckdb
import pyarrow as pa

from analytics.catalog.build import build as build_all
from analytics.catalog.describe import describe_query, list_queries
from analytics.catalog.rules import load_checks
from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.database.checks import run_checks
from analytics.database.guard import run_guarded
from analytics.database.open import open_database
from analytics.database.tables import count_rows
from analytics.errors import CordonError
from analytics.exports.chart_files import view_link, write_chart, write_whole
from analytics.exports.picture import SIZES
from analytics.exports.tabular import to_csv, to_json, to_terminal, write_parquet
from analytics.maintain import apply_refreshed
from analytics.measures.published import compare_totals
from analytics.measures.stored import write_blocs, write_ideal_points, write_isolation
from analytics.paths import shown
from analytics.sources.descriptors import write_descriptors
from analytics.sources.difference import describe_difference
from analytics.sources.prepare import TOPICS, prepare_data
from analytics.sources.upstreams import UPSTREAMS, find_upstream, refresh

USER_FAULT = 1
CHECK_FAILED = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Cordon: how isolated is a state, from whom, since when, and how do we know?"""


@cli.command()
@click.option("--force", is_flag=True, help="Build even if nothing changed.")
def build(force: bool) -> None:
    """Build the database from data/, if its inputs changed."""
    result = build_all(force=force, report=show_progress)
    click.echo(f"{'built' if result.rebuilt else 'up to date'}: {result.path}")


@cli.command()
def check() -> None:
    """Run every data check and hold published figures against ours; exit status 2 if one fails."""
    build_all()
    database = open_database()
    results = run_checks(load_checks(), database)
    for result in results:
        if result.bad_rows:
            word = "FAIL" if result.failed else "warn"
            click.echo(f"{word} {result.check.table}/{result.check.rule}: {result.bad_rows} rows. {result.check.title}")
            for example in result.examples:
                click.echo(f"       {example}")
            click.echo(f"       {result.check.remedy}")
    failed = sum(result.failed for result in results)
    warned = sum(bool(result.bad_rows) for result in results) - failed
    click.echo(f"{len(results)} checks: {len(results) - failed - warned} hold, {warned} warn, {failed} fail")
    click.echo(f"{count_rows(database, 'corrections')} corrections applied, each to the value it expects")
    explained = check_totals(database)
    if failed or not explained:
        sys.exit(CHECK_FAILED)


def check_totals(database: duckdb.DuckDBPyConnection) -> bool:
    """Say how published figures compare with ours, and return whether every difference is explained."""
    compared = compare_totals(database)
    unexplained = [item for item in compared if not item.explained]
    for item in unexplained:
        click.echo(f"FAIL {item.total_id}: ours {item.ours:g}, published {item.published:g} ({item.citation})")
        click.echo("       Mend the data, or give (or take out) the reason in data/published_totals.csv.")
    agree = sum(item.difference == 0 for item in compared)
    told = f"{agree} agree, {len(compared) - agree - len(unexplained)} differ with a reason, {len(unexplained)} without"
    click.echo(f"{len(compared)} published figures: {told}")
    return not unexplained


@cli.command("list")
def list_command() -> None:
    """List the queries."""
    click.echo(list_queries())


@cli.command()
@click.argument("query_id", metavar="ID")
def describe(query_id: str) -> None:
    """Show a query: question, parameters, columns with units, lineage, caveats, SQL."""
    build_all()
    click.echo(describe_query(query_id))


@cli.command()
@click.argument("query_id", metavar="ID")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="Value of a parameter; repeat for more.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "parquet"]), default="table")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of the terminal.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
def query(query_id: str, pairs: tuple[str, ...], form: str, out: Path | None, checked: bool) -> None:
    """Run a query and print its rows."""
    build_all(report=show_progress)
    emit(run_query(query_id, parse_pairs(pairs), checked=checked).table, form, out)


@cli.command()
@click.argument("chart_id", metavar="ID")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="Value of a parameter; repeat for more.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File; its ending decides.")
@click.option("--size", type=click.Choice(list(SIZES)), default="2x", help="Size of a PNG.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
def chart(chart_id: str, pairs: tuple[str, ...], out: Path, size: str, checked: bool) -> None:
    """Write a chart to a file: png, svg, pdf, html, csv, json, xlsx, parquet, or a zip with all of it."""
    build_all(report=show_progress)
    given = parse_pairs(pairs)
    drawing = draw_chart(chart_id, given, checked=checked)
    content = write_chart(drawing, out.suffix.lstrip("."), link=view_link(chart_id, given), size=size)
    write_whole(out, content)
    click.echo(f"{out}: {drawing.title}")


@cli.command()
@click.argument("statement")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
def sql(statement: str, form: str) -> None:
    """Run one SELECT of your own: read-only, limited in time, memory and rows."""
    build_all(report=show_progress)
    table, cut = run_guarded(statement, open_database())
    emit(table, form, None)
    if cut:
        click.echo(f"Only the first {table.num_rows} rows are shown.", err=True)


@cli.command()
@click.option("--reference", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("topics", nargs=-1, type=click.Choice(TOPICS))
def prepare(reference: Path, topics: tuple[str, ...]) -> None:
    """Make data/ from a folder of source facts, and report what was left out."""
    prepare_data(reference, topics or TOPICS, report=click.echo)


@cli.group()
def estimate() -> None:
    """Estimate again what is stored in data/ because it takes minutes."""


@estimate.command("blocs")
def estimate_blocs_command() -> None:
    """Find the voting blocs of every session, about three minutes."""
    build_all(report=show_progress)
    click.echo(f"{write_blocs(open_database())} rows written")


@estimate.command("isolation")
def estimate_isolation_command() -> None:
    """Freeze the goalposts of the isolation index anew, and draw the choices it is uncertain over."""
    build_all(report=show_progress)
    measures, draws = write_isolation(open_database())
    click.echo(f"{measures} measures and {draws} draws written")


@estimate.command("ideal-points")
@click.option(
    "--published",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Published ideal points to compare with, as CSV.",
)
def estimate_ideal_points_command(published: Path | None) -> None:
    """Place every member in every session on one dimension, about one minute."""
    build_all(report=show_progress)
    rows, found = write_ideal_points(open_database(), published=published, report=show_progress)
    click.echo(
        f"{rows} rows written after {found.rounds} rounds, the last of which moved no member by {found.last_move:.4f}"
    )


@cli.command("refresh")
@click.argument("source", required=False)
@click.option("--apply", "applied", is_flag=True, help="Put the changes in place; without it they are only shown.")
@click.option("--from", "place", metavar="PLACE", help="Folder or address of the files, instead of the publisher.")
def refresh_command(source: str | None, applied: bool, place: str | None) -> None:
    """Fetch what an upstream publishes (all of them where none is named) and show what it would change."""
    for upstream in [find_upstream(source)] if source else UPSTREAMS:
        show_progress(f"fetching {upstream.title}")
        refreshed = refresh(upstream, place=place)
        click.echo(f"{upstream.id}: {', '.join(f'{file.name} {file.sha256[:12]}' for file in refreshed.files)}")
        click.echo("\n".join(describe_difference(difference) for difference in refreshed.differences))
        if applied:
            click.echo(f"in place; the previous files are in {shown(apply_refreshed(refreshed))}")
    if applied:
        build_all(report=show_progress)
        write_descriptors(open_database())


@cli.command("describe-data")
def describe_data() -> None:
    """Rewrite the descriptor beside each data file."""
    build_all(report=show_progress)
    click.echo(f"{write_descriptors(open_database())} descriptors written")


def parse_pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return parameters written as NAME=VALUE."""
    split = [pair.partition("=") for pair in pairs]
    for pair, (name, equals, _) in zip(pairs, split, strict=True):
        if not equals or not name:
            raise CordonError(f"-p {pair[:60]!r} is not NAME=VALUE, such as -p on=2022-07-14.")
    return {name: value for name, _, value in split}


def emit(table: pa.Table, form: str, out: Path | None) -> None:
    """Print rows, or write them to a file."""
    if form == "parquet" and out is None:
        raise CordonError("--format parquet needs --out FILE.")
    try:
        if form == "parquet" and out is not None:
            write_parquet(table, out)
            return
        text = {"csv": to_csv, "json": to_json, "table": to_terminal}[form](table).rstrip("\n") + "\n"
        if out is None:
            click.echo(text, nl=False)
        else:
            out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CordonError(f"{out or 'standard output'} cannot be written: {error.strerror or error}.") from error


def show_progress(message: str) -> None:
    """Show what long work is at, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{message}", err=True, nl=False)


def main() -> None:
    """Run the command line with our exit statuses."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"error: {error.format_message()}", err=True)
        sys.exit(USER_FAULT)
    except CordonError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(USER_FAULT)
    except (click.Abort, BrokenPipeError):
        sys.exit(USER_FAULT)


if __name__ == "__main__":
    main()
