"""The command that writes a briefing."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import click

from analytics.briefing.compose import compose_briefing
from analytics.briefing.model import Briefing
from analytics.briefing.sections import SECTIONS
from analytics.briefing.write import find_writer, write_briefing
from analytics.catalog.build import build as build_all
from analytics.catalog.parameters import parse_date
from analytics.charts.words import many, say_past_end
from analytics.commands.terminal import end_progress, show_progress
from analytics.errors import CordonError
from analytics.exports.chart_files import write_whole

SECTION_HELP = (
    f"A section; repeat for more. Without it, those that apply. Known: {', '.join(one.id for one in SECTIONS)}."
)

SHORT_HELP = (
    "One slide or one page: a chart, and a sentence for each finding. Charts added go into the full briefing only; of "
    "charts alone the first is shown."
)


@click.command()
@click.option("--state", help="State or contested entity: a code, a name or an alias.")
@click.option("--compare", help="A second one, to hold the first against.")
@click.option("--on", "day", required=True, metavar="YYYY-MM-DD", help="Day asked about.")
@click.option("--section", "sections", multiple=True, help=SECTION_HELP)
@click.option("--chart", "charts", multiple=True, metavar="ID?NAME=VALUE&…", help="A chart to add; repeat for more.")
@click.option("--checked", is_flag=True, help="Leave out facts not yet checked against a document (evidence D).")
@click.option("--short", is_flag=True, help=SHORT_HELP)
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File: pptx, pdf or html.")
def brief(
    *,
    state: str | None,
    compare: str | None,
    day: str,
    sections: tuple[str, ...],
    charts: tuple[str, ...],
    checked: bool,
    short: bool,
    out: Path,
) -> None:
    """Write a briefing on a state or a pair, or of chosen charts: slides, a PDF, or one HTML page."""
    form = out.suffix.lstrip(".").lower()
    find_writer(form)
    build_all(report=show_progress)
    briefing = compose_briefing(
        state=state,
        compare=compare,
        on=parse_date("on", day),
        sections=sections or None,
        charts=[parse_chart(chart) for chart in charts],
        checked=checked,
        short=short,
        report=show_progress,
    )
    content, faults = write_briefing(briefing, form, show_progress)
    write_whole(out, content)
    end_progress()
    if late := find_end(briefing):
        click.echo(say_past_end(briefing.on, late), err=True)
    for fault in faults:
        click.echo(f"warning: {fault}", err=True)
    told = f"{many(len(briefing.parts), 'finding')} from {many(len(briefing.sources), 'source')}"
    click.echo(f"{out}: {briefing.title}, {told}")


def find_end(briefing: Briefing) -> date | None:
    """Return on which day the data behind a briefing end, where that is before the day asked about."""
    ends = [method.as_of for part in briefing.parts for method in part.methods if method.as_of]
    return min((end for end in ends if end < briefing.on), default=None)


def parse_chart(text: str) -> tuple[str, dict[str, str]]:
    """Return a chart's id and parameters, written as an address writes them; raises CordonError for another form."""
    chart_id, _, query = text.partition("?")
    try:
        given = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    except ValueError as error:
        raise CordonError(f"--chart {text[:60]!r} is not ID?NAME=VALUE&NAME=VALUE ({error}).") from error
    return chart_id, given
