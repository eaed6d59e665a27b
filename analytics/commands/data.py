"""Commands that keep the data: build, check, make from source facts, bring up to date."""

import sys
from datetime import date
from pathlib import Path

import click
import duckdb

from analytics.catalog.build import build as build_all
from analytics.catalog.rules import load_checks
from analytics.commands.terminal import show_progress
from analytics.database.changes import record_changes
from analytics.database.checks import run_checks
from analytics.database.open import find_database, open_database
from analytics.database.remote import publish_database
from analytics.database.spreadsheet import tidy
from analytics.database.tables import count_rows
from analytics.errors import CordonError
from analytics.maintain import apply_refreshed
from analytics.measures.published import compare_totals
from analytics.paths import shown
from analytics.sources.apply import replace
from analytics.sources.descriptors import write_descriptors
from analytics.sources.difference import describe_difference
from analytics.sources.prepare import TOPICS, prepare_data
from analytics.sources.upstreams import UPSTREAMS, Upstream, find_upstream, refresh

CHECK_FAILED = 2


@click.command()
@click.option("--force", is_flag=True, help="Build even if nothing changed.")
def build(force: bool) -> None:
    """Build the database from data/, if its inputs changed."""
    result = build_all(force=force, report=show_progress)
    click.echo(f"{'built' if result.rebuilt else 'up to date'}: {result.path}")


@click.command()
@click.argument("target")
@click.option("--force", is_flag=True, help="Replace tables that are there.")
def publish(target: str, force: bool) -> None:
    """Write the built tables to a place that others read with CORDON_DATABASE: a file, ducklake:… or md:…"""
    build_all(report=show_progress)
    click.echo(f"{publish_database(find_database(), target, force=force)} tables written to {target}")


@click.command()
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


@click.command()
@click.option("--reference", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("topics", nargs=-1, type=click.Choice(TOPICS))
def prepare(reference: Path, topics: tuple[str, ...]) -> None:
    """Make data/ from a folder of source facts, and report what was left out."""
    try:
        prepare_data(reference, topics or TOPICS, report=click.echo)
    except (ValueError, OSError) as error:
        raise CordonError(f"data/ was not made from {reference}: {error}") from error


@click.command("refresh")
@click.argument("source", required=False)
@click.option("--apply", "applied", is_flag=True, help="Put the changes in place; without it they are only shown.")
@click.option("--from", "place", metavar="PLACE", help="Folder or address of the files, instead of the publisher.")
def refresh_command(source: str | None, applied: bool, place: str | None) -> None:
    """Fetch what an upstream publishes (all of them where none is named) and show what it would change."""
    faults = 0
    for upstream in [find_upstream(source)] if source else UPSTREAMS:
        show_progress(f"fetching {upstream.title}")
        try:
            refresh_one(upstream, place, applied)
        except CordonError as error:
            if source:
                raise
            faults += 1
            click.echo(f"error: {error}", err=True)
    if applied:
        build_all(report=show_progress)
        write_descriptors(open_database())
    if faults:
        raise CordonError(f"{faults} of {len(UPSTREAMS)} upstreams could not be refreshed; the others are told above.")


def refresh_one(upstream: Upstream, place: str | None, applied: bool) -> None:
    """Say what an upstream would change and what a person must know of it, and put it in place where told."""
    if upstream.places:
        refreshed = refresh(upstream, place=place)
        click.echo(f"{upstream.id}: {', '.join(f'{file.name} {file.sha256[:12]}' for file in refreshed.files)}")
        click.echo("\n".join(describe_difference(difference) for difference in refreshed.differences))
        if applied:
            click.echo(f"in place; the previous files are in {shown(apply_refreshed(refreshed))}")
    if upstream.note:
        click.echo(f"{upstream.id}: {upstream.note}")


@click.command("describe-data")
def describe_data() -> None:
    """Rewrite the descriptor beside each data file."""
    build_all(report=show_progress)
    click.echo(f"{write_descriptors(open_database())} descriptors written")


@click.command("data-changelog")
@click.option("--reason", default="Edited by hand.", show_default=True, help="Why the data changed, in a sentence.")
def data_changelog(reason: str) -> None:
    """Record what changed in data/ since the version recorded last, row by row, and rewrite the descriptors."""
    # First, so that no version is recorded of data that the build refuses.
    build_all(report=show_progress)
    recorded = record_changes(reason=reason, on=date.today())
    for item in recorded.changes:
        click.echo(f"{item.table}: {item.added} added, {item.changed} changed, {item.removed} removed  {item.keys}")
    click.echo(f"{'recorded' if recorded.changes else 'up to date'}: {recorded.version}")
    build_all(report=show_progress)
    write_descriptors(open_database())


@click.command("tidy")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def tidy_file(file: Path) -> None:
    """Undo what a spreadsheet editor did to the form of a CSV file; its values stay as they are."""
    try:
        text = tidy(file.read_bytes())
    except UnicodeDecodeError as error:
        raise CordonError(f"{shown(file)} is not in UTF-8. Save it as CSV with the character set UTF-8.") from error
    if not text:
        raise CordonError(f"{shown(file)} is empty. Its first line must name the columns.")
    replace(file, text.encode())
    click.echo(f"{shown(file)}: {len(text.splitlines()) - 1} rows in our form")
