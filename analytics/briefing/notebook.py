"""What is asked while a briefing is composed: answers kept, sources numbered in the order in which they are cited."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

import pandas as pd

from analytics.briefing.model import Claim, Listing, Method, Part, Source
from analytics.catalog.parameters import as_named
from analytics.catalog.run import Result, reach_behind, run_query, tables_naming
from analytics.charts.basket import ALL, CHECKED, EVIDENCE
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Drawing
from analytics.charts.draw import bind_chart
from analytics.charts.views import page_address
from analytics.charts.words import say_asked
from analytics.database.open import find_database
from analytics.errors import CordonError
from analytics.exports.chart_files import site_address
from analytics.exports.footer import evidence_mix, unchecked_behind


class Notebook:
    """The answers and sources of one briefing; each query is asked once for the same values."""

    def __init__(self, *, checked: bool = False, root: str = "") -> None:
        self.checked, self.root = checked, root or site_address()
        self._answers: dict[tuple[object, ...], Result] = {}
        self._sources: dict[str, Source] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources cited so far, by number."""
        return tuple(self._sources.values())

    @property
    def version(self) -> str:
        """The version of the data behind the answers; empty before the first."""
        return next((result.version for result in self._answers.values()), "")

    def ask(self, query_id: str, /, **parameters: object) -> Result:
        """Answer a query; `from_` stands for the parameter `from`."""
        return self._answer(self.checked, query_id, **parameters)

    def _answer(self, checked: bool, query_id: str, /, **parameters: object) -> Result:
        """Answer a query from all rows, or from those not graded D."""
        given = as_named(parameters)
        key = (checked, query_id, *sorted((name, str(value)) for name, value in given.items()))
        if key not in self._answers:
            self._answers[key] = run_query(query_id, given, checked=checked)
        return self._answers[key]

    def draw(self, chart_id: str, given: Mapping[str, object]) -> Drawing:
        """Draw a chart of the catalogue from the answers kept here.

        With `evidence` among its values it is drawn as a link says it: from all rows, or from checked ones alone.
        Raises CordonError for another word there.
        """
        found = find_chart(chart_id)
        values = {name: value for name, value in given.items() if name != EVIDENCE}
        evidence = given.get(EVIDENCE, ALL)
        if evidence not in (ALL, CHECKED):
            raise CordonError(f"{chart_id}: unknown evidence {str(evidence)[:20]!r}. Known: {ALL}, {CHECKED}.")
        ask = partial(self._answer, self.checked or evidence == CHECKED)
        return found.draw(ask, **bind_chart(found, values))

    def cite(self, text: str, *results: Result, rows: pd.DataFrame | None = None) -> Claim:
        """Return a sentence with the sources behind some results, or only those that `rows` of the first name."""
        numbers: list[int] = []
        for result in results:
            behind = result.sources
            if rows is not None and result is results[0]:
                behind = behind[behind["source_id"].isin(set(rows["source"]))]
            ends = reach_behind(result.lineage, find_database())
            tables = tables_naming(result.lineage, find_database())
            numbers += [
                self._number(source, ends.get(source["source_id"]), tables.get(source["source_id"], ""))
                for _, source in behind.iterrows()
            ]
        return Claim(text, tuple(dict.fromkeys(numbers)))

    def _number(self, row: pd.Series, as_of: date | None, table: str) -> int:
        """Return the number of a source, a new one where it was not cited before; most of its rows are in `table`."""
        key = str(row["source_id"])
        known = self._sources.get(key)
        told = {name: "" if pd.isna(row[name]) else str(row[name]) for name in ("title", "publisher", "url", "terms")}
        ends = [day for day in (as_of, known.as_of if known else None) if day]
        number = known.number if known else len(self._sources) + 1
        rows = known.rows if known else self._rows(key, table) if table and not told["url"] else ""
        self._sources[key] = Source(number, **told, as_of=min(ends, default=None), rows=rows)
        return number

    def _rows(self, source: str, table: str) -> str:
        """Return the address of the rows of a table that name a source."""
        statement = f"select * from {table} where source_id = '{source}'"
        return f"{self.root}/workbench?{urlencode({'q': statement})}"

    def part(
        self,
        headline: Claim,
        claims: list[Claim],
        *,
        chart: tuple[str, Mapping[str, object]] | None = None,
        results: tuple[Result, ...] = (),
        listing: Listing | None = None,
        notes: tuple[str, ...] = (),
        brief: Sequence[Claim] = (),
        past_end: bool = False,
    ) -> Part:
        """Return a part with its chart drawn and its methods told; claims without text are dropped.

        A chart with nothing to draw leaves a part of words.
        """
        drawing = self.draw(*chart) if chart else None
        shown = drawing if drawing and drawing.figure is not None else None
        asked = {id(result): result for result in (*results, *(shown.results if shown else ()))}
        return Part(
            headline,
            tuple(claim for claim in claims if claim.text),
            tuple(claim for claim in brief if claim.text),
            past_end,
            chart[0] if chart and shown else None,
            chart[1] if chart and shown else {},
            shown,
            listing,
            notes,
            tuple(tell_method(result) for result in asked.values()),
            self._link(*chart) if chart else "",
        )

    def _link(self, chart_id: str, given: Mapping[str, object]) -> str:
        """Return the address of the live view of a chart."""
        return f"{self.root}/{page_address(chart_id, given, checked=self.checked)}"


def tell_method(result: Result) -> Method:
    """Return how a result came about."""
    values = [f"{name} = {value}" for name, value in result.parameters.items() if value is not None]
    return Method(
        result.query.id,
        result.query.question,
        result.query.method,
        result.query.caveats,
        ", ".join(values),
        evidence_mix(result) or unchecked_behind((result,)),
        result.as_of,
        tell_subject(result),
    )


def tell_subject(result: Result) -> str:
    """Return of whom and when a result tells: the values that are not the query's own, as words."""
    known = result.query.params
    usual = {name: (None, False, known[name].default) for name in result.parameters}
    given = [(name, value) for name, value in result.parameters.items() if value not in usual[name]]
    return ", ".join(say_asked(name, value, result) for name, value in given)
