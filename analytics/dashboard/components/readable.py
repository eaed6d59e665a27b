"""Rows as people read them: names for codes, titles for sources, words for labels, dates no surer than they are.

Nothing is left out for good: columns that only programs need are hidden and can be shown from the table's menu, and
files hold the rows as the query gave them.
"""

import re

import pandas as pd

from analytics.catalog.names import entity_names, state_names
from analytics.catalog.run import Result
from analytics.charts.words import first, say_table

PLUMBING = ("key", "id", "order", "degrees", "weight")
LABEL = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
PRECISION_OF = {
    "date_precision": ("since", "date", "launch_day"),
    "start_precision": ("since",),
    "end_precision": ("until",),
    "until_precision": ("until",),
}
WHOLE_FROM = 100
# Labels that say less than they mean, or another word than the pages do, by the column in which they mean that.
DIMENSION_LABELS = {"alignment": "votes"}
COLUMN_LABELS = {
    "dimension": DIMENSION_LABELS,
    "dimension_a": DIMENSION_LABELS,
    "dimension_b": DIMENSION_LABELS,
    "goalposts": {
        "natural": "0 and 1",
        "base_period": "5th and 95th percentile of members",
        "base_period_of_any": "0 and 95th percentile of members above 0",
    },
}
KNOWN_LETTERS = {"year": 4, "month": 7, "day": 10}


def readable_rows(result: Result) -> pd.DataFrame:
    """Return the rows of a result in the columns of its table, values as people read them."""
    frame = result.frame.copy()
    names = state_names() | entity_names()
    titles = dict(zip(result.sources["source_id"], result.sources["title"], strict=True))
    for name, column in result.query.columns.items():
        if name not in frame:
            continue
        if column.unit == "code":
            frame[name] = frame[name].map(lambda code: names.get(code, code))
        elif column.unit == "source id":
            frame[name] = frame[name].map(lambda source: titles.get(source, source))
        elif column.unit == "see unit":
            frame[name] = [in_unit(value, unit) for value, unit in zip(frame[name], result.frame["unit"], strict=True)]
        elif name == "part":
            frame[name] = frame[name].map(lambda part: names.get(part, part))
        elif name == "table_name":
            frame[name] = frame[name].map(lambda table: first(say_table(table)))
        elif name == "verdict":
            frame[name] = frame[name].map(first)
        elif column.unit == "boolean":
            frame[name] = frame[name].map({True: "yes", False: "no"})
        elif frame[name].dtype == object or isinstance(frame[name].dtype, pd.StringDtype):
            frame[name] = frame[name].replace(COLUMN_LABELS.get(name, {})).map(in_words)
    return with_known_dates(frame)


def in_unit(value: float, unit: str) -> str | None:
    """Return a number as its unit is read: a share in per cent, a count whole; None where it is not known."""
    if pd.isna(value):
        return None
    if unit.startswith("share"):
        return f"{value:.1%}"
    return f"{value:,.0f}" if value == round(value) or abs(value) >= WHOLE_FROM else f"{value:.3g}"


def in_words(value: object) -> object:
    """Return a label such as `ambassador_recalled` as words; anything else as it is."""
    return value.replace("_", " ") if isinstance(value, str) and LABEL.fullmatch(value) else value


def with_known_dates(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose coarse dates are written to the year or month that is known, in an order that sorts."""
    for precision, dated in PRECISION_OF.items():
        name = next((name for name in dated if name in frame and precision in frame), None)
        if name is not None and not frame[precision].isin(["day", None]).all():
            pairs = zip(frame[name], frame[precision].map(KNOWN_LETTERS), strict=True)
            frame[name] = [
                None if pd.isna(day) or pd.isna(known) else f"{day:%Y-%m-%d}"[: int(known)] for day, known in pairs
            ]
    return frame


def shown_columns(result: Result) -> list[str]:
    """Return the columns to show, in order: a name where its code stands, nothing that only programs need.

    Nor what repeats the state or entity asked about in every row.
    """
    columns, order = result.table.column_names, []
    asked = {name for code in columns if repeats_asked(code, result) for name in (code, f"{code}_name")}
    for name in columns:
        if name in asked:
            continue
        unit = result.query.columns[name].unit if name in result.query.columns else ""
        named = f"{name}_name"
        if unit == "code" and named in columns:
            order.append(named)
        elif name not in order and not unit.startswith(PLUMBING) and name not in PRECISION_OF:
            order.append(name)
    return order


def repeats_asked(column: str, result: Result) -> bool:
    """Return whether a column of codes holds nothing but a state or entity that was asked about."""
    asked = {
        result.parameters.get(name) for name, item in result.query.params.items() if item.type in ("state", "entity")
    } - {None}
    described = result.query.columns.get(column)
    coded = described is not None and described.unit == "code"
    return coded and result.table.num_rows > 0 and set(result.table[column].unique().to_pylist()) <= asked
