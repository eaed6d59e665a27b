"""The command that adds a fact by hand: asks for each column or takes them all, tries the whole, appends the row."""

import click
import duckdb

from analytics.additions import (
    KINDS,
    Column,
    Kind,
    append_row,
    describe_columns,
    fill_row,
    find_kind,
    hold,
    note_added,
    suggest,
    template,
)
from analytics.catalog.build import build as build_all
from analytics.commands.terminal import parse_pairs, show_progress
from analytics.database.open import open_database
from analytics.errors import CordonError
from analytics.maintain import change_data
from analytics.sources.descriptors import write_descriptors

MANY = 12


@click.command("add")
@click.argument("kind", metavar=f"[{'|'.join(KINDS)}]")
@click.option(
    "--set", "pairs", multiple=True, metavar="COLUMN=VALUE", help="A value, repeated for more; then nothing is asked."
)
@click.option("--template", "wanted", is_flag=True, help="Print the header of the file and a row as an example.")
def add_fact(kind: str, pairs: tuple[str, ...], wanted: bool) -> None:
    """Add one fact to data/additions/: asked for column by column, tried on a copy with every check, then appended."""
    found = find_kind(kind)
    if wanted:
        click.echo(template(found), nl=False)
        return
    build_all(report=show_progress)
    connection = open_database()
    row = (
        fill_row(found, parse_pairs(pairs, "--set", "evidence=B"), connection) if pairs else ask_row(found, connection)
    )
    name, content = append_row(found, row)
    if not pairs:
        click.echo(content.decode().splitlines()[-1])
        click.confirm(f"Append to data/{name}?", abort=True)
    change_data({name: content}, f"add-{kind}", reason=note_added(found, row))
    build_all(report=show_progress)
    write_descriptors(open_database())
    lines = content.decode().splitlines()
    click.echo(f"data/{name}:{len(lines)}: added. The data changelog has its entry.")


def ask_row(kind: Kind, connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return a row asked for column by column on a terminal."""
    click.echo("Empty for what is not known; Ctrl-C leaves everything as it was.")
    row: dict[str, str] = {}
    for column in describe_columns(kind, connection):
        row[column.name] = ask_column(column, suggest(column, row, kind, connection), connection)
    return row


def ask_column(column: Column, suggested: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return a value of a column, asked for until it fits."""
    click.echo(f"\n{column.name}{'' if column.required else ' (may be empty)'}: {column.comment}")
    if 0 < len(column.choices) <= MANY:
        click.echo(f"  one of: {', '.join(column.choices)}")
    while True:
        value = click.prompt(f"  {column.name}", default=suggested, show_default=bool(suggested)).strip()
        try:
            return hold(column, value, connection)
        except CordonError as error:
            click.echo(f"  {error}")
