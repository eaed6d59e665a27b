"""What commands read from and write to a terminal: parameters, rows, progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pyarrow as pa

from analytics.catalog.parameters import MissingValueError
from analytics.errors import CordonError
from analytics.exports.chart_files import write_whole
from analytics.exports.tabular import to_csv, to_json, to_parquet, to_terminal


def parse_pairs(pairs: tuple[str, ...], option: str = "-p", example: str = "on=2022-07-14") -> dict[str, str]:
    """Return parameters written as NAME=VALUE; raises CordonError for another form, and for a name given twice."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise CordonError(f"{option} {pair[:60]!r} is not NAME=VALUE, such as {option} {example}.")
        if name in found:
            raise CordonError(f"{option} {name[:60]!r} is given more than once.")
        found[name] = value
    return found


@contextmanager
def told_as_options() -> Iterator[None]:
    """For a command that takes values with -p: raise MissingValueError as a CordonError whose example has them so."""
    try:
        yield
    except MissingValueError as error:
        raise CordonError(f"{error.needs} Example: -p {' -p '.join(error.examples)}") from error


def emit(table: pa.Table, form: str, out: Path | None) -> None:
    """Print rows, or write them to a file; raises CordonError where they cannot be written."""
    if form == "parquet" and out is None:
        raise CordonError("--format parquet needs --out FILE.")
    if form == "parquet" and out is not None:
        write_whole(out, to_parquet(table))
        return
    text = {"csv": to_csv, "json": to_json, "table": to_terminal}[form](table).rstrip("\n") + "\n"
    if out is not None:
        write_whole(out, text.encode())
        return
    try:
        click.echo(text, nl=False)
    except OSError as error:
        raise CordonError(f"standard output cannot be written: {error.strerror or error}.") from error


def end_progress() -> None:
    """Clear the line on which progress was shown."""
    show_progress("")


def show_progress(message: str) -> None:
    """Show what long work is at, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{message}", err=True, nl=False)
