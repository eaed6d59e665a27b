"""Facts of ties on which sources differ."""

import pandas as pd

from analytics.sources.checked import SEEN

COMPILED, KDIPLO = "ties-compiled", "kdiplo-korea-ties"
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
    (
        "KWT-IRN-2017-07-20-ambassador_expelled", "kind", "ambassador_expelled", "diplomats_expelled", SEEN, SEEN,
        "Iran said that its ambassador had to leave, with others; Kuwait spoke of diplomats, and denied it of him.",
    ),
    (
        "YEM-IRN-2015-10-02-severed", "status", "severed", "not severed", SEEN, SEEN,
        "Announced on 2 October 2015, then denied by a spokesman; the ministry confirmed it on 5 January 2016.",
    ),
    (
        "GBR-SYR-2012-02-29-embassy_closed", "date", "2012-02-29", "2012-03-01", COMPILED, SEEN,
        "The staff had left on 29 February; the closing was told to Parliament, and reported, on 1 March.",
    ),
    (
        "NIC-VAT-2023-03-12-suspended", "status", "suspended", "suspension proposed", SEEN, SEEN,
        "The statement of 12 March 2023 was read as a suspension and, by one agency, as the proposal of one.",
    ),
    (
        "IRN-EGY-1979-04-30-severed", "date", "1979-04-30", "1979-05", COMPILED, SEEN,
        "One agency dates the break to May 1979 without the day; which day the order was carried out is open.",
    ),
    (
        "TCD-ISR-1972-11-28-severed", "date", "1972-11-28", "1972-12", COMPILED, SEEN,
        "A report of 8 January 1973 has Chad announce the break in the month before; the day is open.",
    ),
]  # fmt: skip


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
