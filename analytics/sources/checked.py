"""Rows of a compilation that were checked against documents: the grade they reach, and what they rest on."""

from pathlib import Path

import pandas as pd

from analytics.sources.strict import read_facts


def apply_checked(rows: pd.DataFrame, path: Path, *, key: str, source_id: str) -> None:
    """Raise the grade of rows that were checked against documents, and cite these, in place.

    The file has the columns of `key`, evidence, source_id (empty for the one given) and citation. Raises
    ValueError for a row that is not there, or that is named twice.
    """
    checked = read_facts(path).fillna({"source_id": source_id}).set_index(key)
    unknown = set(checked.index) - set(rows[key])
    if unknown or checked.index.duplicated().any():
        raise ValueError(f"{path.name}: no such row, or one named twice: {sorted(unknown)}.")
    seen = rows[key].isin(checked.index)
    for column in ("evidence", "citation", "source_id"):
        rows.loc[seen, column] = rows.loc[seen, key].map(checked[column])
