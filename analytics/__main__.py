"""Command line: `python -m analytics …`.

Exit status 0 done, 1 the user's fault (one clear message, no traceback), 2 a check failed, 3 rows were cut off.
"""

import sys

import click

from analytics.commands import additions, briefing, data, estimates, questions
from analytics.errors import CordonError

USER_FAULT = 1
ROOMS = (questions, briefing, data, additions, estimates)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Cordon: how isolated is a state, from whom, since when, and how do we know?"""


def add_commands() -> None:
    """Put every command that a room defines under its name; commands of a group are reached through it."""
    for room in ROOMS:
        own = [item for item in vars(room).values() if isinstance(item, click.Command)]
        grouped = {id(item) for group in own if isinstance(group, click.Group) for item in group.commands.values()}
        for command in own:
            if id(command) not in grouped:
                cli.add_command(command)


def main() -> None:
    """Run the command line with our exit statuses."""
    add_commands()
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
