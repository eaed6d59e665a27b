"""Figures that others publish beside ours: each is asked of the query that gives it."""

from dataclasses import dataclass

import duckdb
import pandas as pd

from analytics.catalog.run import run_query

TOTALS = (
    "select t.*, s.title as source from published_totals as t join sources as s using (source_id) "
    "order by topic, total_id"
)


@dataclass(frozen=True)
class Comparison:
    """One published figure, ours, and why they differ."""

    total_id: str
    topic: str
    title: str
    ours: float
    published: float
    reason: str | None
    query_id: str
    citation: str
    evidence: str

    @property
    def difference(self) -> float:
        """Ours less theirs."""
        return self.ours - self.published

    @property
    def explained(self) -> bool:
        """Whether the figures agree without a reason, or differ with one."""
        return (self.difference == 0) == (self.reason is None)


def compare_totals(connection: duckdb.DuckDBPyConnection) -> list[Comparison]:
    """Return every published figure beside ours, by topic."""
    answers: dict[tuple[str, str | None], pd.DataFrame] = {}
    found = []
    for row in connection.execute(TOTALS).to_arrow_table().to_pylist():
        asked = row["query_id"], row["parameters"]
        if asked not in answers:
            answers[asked] = run_query(row["query_id"], parse_pairs(row["parameters"])).frame
        found.append(
            Comparison(
                total_id=row["total_id"],
                topic=row["topic"],
                title=row["title"],
                ours=our_figure(answers[asked], row["row_filter"], row["column_name"]),
                published=row["published"],
                reason=row["reason"],
                query_id=row["query_id"],
                citation=row["citation"],
                evidence=row["evidence"],
            )
        )
    return found


def parse_pairs(text: str | None) -> dict[str, str]:
    """Return name → value of a text such as `from=2022-01-01;to=2022-12-31`."""
    return dict(pair.split("=", 1) for pair in (text or "").split(";") if pair)


def our_figure(frame: pd.DataFrame, row_filter: str | None, column: str | None) -> float:
    """Return the sum of a column over the rows that fit, or their number where no column is named."""
    fitting = frame
    for name, value in parse_pairs(row_filter).items():
        fitting = fitting[fitting[name].astype(str) == value]
    return float(len(fitting) if column is None else fitting[column].sum())
