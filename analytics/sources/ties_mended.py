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


def mend_ends(ties: pd.DataFrame) -> pd.DataFrame:
    """Set the ends that hold, in place, and return the corrections; raises ValueError once one no longer applies."""
    corrections = []
    for tie_id, (end, reason, source) in ENDS.items():
        found = ties.index[(ties["tie_id"] == tie_id) & (ties["end_status"] == "restored_date_unknown")]
        if len(found) != 1:
            raise ValueError(f"ties.csv: {tie_id} no longer reads restored_date_unknown; remove its correction.")
        ties.loc[found, "end_status"] = end
        corrections.append(
            {
                "correction_id": f"ties-{tie_id}",
                "table_name": "ties",
                "row_key": tie_id,
                "column_name": "end_status",
                "old_value": "restored_date_unknown",
                "new_value": end,
                "reason": reason,
                "source_id": source,
            }
        )
    return pd.DataFrame(corrections)


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
