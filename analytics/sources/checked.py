"""Rows that were checked against documents: their grade and citation stand in a file beside the module.

`<table>_checked.csv` has the row's key, `evidence` (A to C), `source_id` (the reports and statements named row by
row, where empty) and `citation` (the documents seen). Rows that are not in it keep the grade of their compilation.
"""

from pathlib import Path

import pandas as pd

from analytics.sources.strict import read_facts

SEEN = "ties-documents-seen"
GRADES = {"A", "B", "C"}


def apply_checked(table: pd.DataFrame, *, key: str, path: Path, source_id: str = SEEN) -> None:
    """Raise the grade of rows that were checked against documents, and cite these.

    Raises ValueError naming rows that the table does not hold, rows named twice, and entries without a grade
    of A to C or without a document.
    """
    checked = read_facts(path).fillna({"source_id": source_id}).set_index(key)
    unknown = set(checked.index) - set(table[key])
    if unknown or checked.index.duplicated().any():
        raise ValueError(f"{path.name}: no such row, or one named twice: {sorted(unknown)}.")
    odd = checked[~checked["evidence"].isin(GRADES) | checked["citation"].isna()]
    if len(odd):
        raise ValueError(f"{path.name}: no grade of A to C, or no document: {sorted(odd.index)}.")
    seen = table[key].isin(checked.index)
    for column in ("evidence", "citation", "source_id"):
        table.loc[seen, column] = table.loc[seen, key].map(checked[column])
