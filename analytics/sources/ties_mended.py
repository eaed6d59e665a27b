"""Ends of ties that the source facts have wrong, and facts on which sources differ."""

import pandas as pd

COMPILED, SEEN, KDIPLO, DIPLOMETRICS = (
    "ties-compiled",
    "ties-documents-seen",
    "kdiplo-korea-ties",
    "diplometrics-representation",
)
NO_TIES = "Listed without ties in 2025 and without a re-establishment."
NOT_TAIPEI = "Not among the states that have relations with Taipei; nothing was restored."
# Tie → (end that holds, reason, source of it).
ENDS = {
    "TWN-CAN-1970-10-13-severed": ("ongoing", NOT_TAIPEI, COMPILED),
    "TWN-FRA-1964-02-10-severed": ("ongoing", NOT_TAIPEI, COMPILED),
    "TWN-JPN-1972-09-29-severed": ("ongoing", NOT_TAIPEI, COMPILED),
    "ARG-PRK-1977-06-severed": ("ongoing", NO_TIES, KDIPLO),
    "CRI-PRK-1983-12-severed": ("ongoing", NO_TIES, KDIPLO),
    "IRQ-PRK-1980-10-10-severed": ("ongoing", NO_TIES, KDIPLO),
    "WSM-PRK-1983-12-severed": ("ongoing", NO_TIES, KDIPLO),
    "IRN-EGY-1979-04-30-severed": (
        "ongoing_or_unknown",
        "No mission between the two from 2000 to 2020; full relations are not known to have been restored.",
        DIPLOMETRICS,
    ),
}
# Tie → (kind that holds, reason).
KINDS = {
    "USA-SYR-2014-03-18-suspended": (
        "embassy_closed",
        "Syria's embassy and consulates were shut by order; the same statement says that relations go on.",
    ),
}
# Tie, topic, value used, value of the other source, source used, other source, note.
DIFFERENCES = [
    (
        "UKR-SYR-2022-06-30-severed", "date", "2022-06-30", "2022-06-29", SEEN, SEEN,
        "The president announced it late on the 29th, which some reports give; the ministry declared it on the 30th.",
    ),
    (
        "PRT-PRK-2017-07-11-severed", "status", "severed", "ties in 2025", SEEN, KDIPLO,
        "The list of ties knows no break by Portugal, whose embassy in Washington confirmed one of July 2017.",
    ),
    (
        "JOR-PRK-2018-02-01-severed", "year", "2018", "2017", SEEN, KDIPLO,
        "The list's years of a break are often one early; the official gazette of 1 February 2018 decides.",
    ),
    (
        "PRK-MYS-2021-03-19-severed", "year", "2021", "2016", SEEN, KDIPLO,
        "The list takes the quarrel over a killing for the break; relations were severed on 19 March 2021.",
    ),
    (
        "MMR-PRK-1983-11-04-severed", "year", "1983", "1982", COMPILED, KDIPLO,
        "The list's years of a break are often one early; the bombing that led to it was in October 1983.",
    ),
    (
        "CUB-KOR-1959-severed", "year", "1959", "1958", COMPILED, KDIPLO,
        "The list's years of a break are often one early; the revolution was in January 1959.",
    ),
    (
        "ARG-PRK-1977-06-severed", "year", "1977", "1976", COMPILED, KDIPLO,
        "The list's years of a break are often one early.",
    ),
]  # fmt: skip


def mend_ties(ties: pd.DataFrame) -> pd.DataFrame:
    """Set kinds and ends that hold, in place, and return the corrections.

    Raises ValueError once a correction no longer finds what it corrects.
    """
    corrections = []
    for tie_id, (end, reason, source) in ENDS.items():
        found = find_tie(ties, tie_id, "end_status", "restored_date_unknown")
        ties.loc[found, "end_status"] = end
        corrections.append((tie_id, "end_status", "restored_date_unknown", end, reason, source))
    for tie_id, (kind, reason) in KINDS.items():
        old = tie_id.rsplit("-", 1)[1]
        found = find_tie(ties, tie_id, "kind", old)
        renamed = tie_id.removesuffix(old) + kind
        ties.loc[found, ["kind", "tie_id"]] = [kind, renamed]
        corrections.append((renamed, "kind", old, kind, reason, SEEN))
    columns = ["row_key", "column_name", "old_value", "new_value", "reason", "source_id"]
    rows = pd.DataFrame(corrections, columns=columns)
    rows.insert(0, "correction_id", "ties-" + rows["row_key"])
    rows.insert(1, "table_name", "ties")
    return rows


def find_tie(ties: pd.DataFrame, tie_id: str, column: str, value: str) -> pd.Index:
    """Return the index of the one tie that still has a value; raises ValueError where none has."""
    found = ties.index[(ties["tie_id"] == tie_id) & (ties[column] == value)]
    if len(found) != 1:
        raise ValueError(f"ties.csv: {tie_id} no longer has {column} {value!r}; remove its correction.")
    return found


def list_differences(ties: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ties on which sources differ; raises ValueError for one about no tie."""
    columns = ["row_key", "topic", "value_used", "value_other", "source_used", "source_other", "note"]
    rows = pd.DataFrame(DIFFERENCES, columns=columns)
    unknown = rows[~rows["row_key"].isin(ties["tie_id"])]
    if len(unknown):
        raise ValueError(f"no such tie: {unknown['row_key'].iloc[0]}")
    rows.insert(0, "disagreement_id", "ties-" + rows["row_key"] + "-" + rows["topic"])
    rows.insert(1, "table_name", "ties")
    return rows
