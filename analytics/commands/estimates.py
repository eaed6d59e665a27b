"""Commands that estimate again what is stored in data/ because it takes minutes."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from analytics.catalog.build import build as build_all
from analytics.commands.terminal import show_progress
from analytics.database.open import open_database


def stored() -> ModuleType:
    """Return what estimates; loaded when asked for, since its libraries take longer than most questions do."""
    return import_module("analytics.measures.stored")


@click.group()
def estimate() -> None:
    """Estimate again what is stored in data/ because it takes minutes."""


@estimate.command("blocs")
def estimate_blocs_command() -> None:
    """Find the voting blocs of every session, about three minutes."""
    build_all(report=show_progress)
    click.echo(f"{stored().write_blocs(open_database())} rows written")


@estimate.command("isolation")
def estimate_isolation_command() -> None:
    """Freeze the goalposts of the isolation index anew, and draw the choices it is uncertain over."""
    build_all(report=show_progress)
    measures, draws = stored().write_isolation(open_database())
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
    rows, found = stored().write_ideal_points(open_database(), published=published, report=show_progress)
    click.echo(
        f"{rows} rows written after {found.rounds} rounds, the last of which moved no member by {found.last_move:.4f}"
    )


@estimate.command("launch-breaks")
def estimate_launch_breaks_command() -> None:
    """Ask for every month whether North Korean launches changed at it, a few seconds."""
    build_all(report=show_progress)
    click.echo(f"{stored().write_launch_breaks(open_database())} rows written")
