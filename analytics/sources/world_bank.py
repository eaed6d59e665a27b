"""Gross domestic product and population from the World Bank's interface."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.errors import CordonError
from analytics.sources.difference import Part
from analytics.sources.fetch import Fetched
from analytics.sources.reference import NOT_STATES
from analytics.sources.strict_files import read_json

SERIES = {"gdp.json": ("gdp_usd", "NY.GDP.MKTP.CD"), "population.json": ("population", "SP.POP.TOTL")}
# The Bank's own codes of groups of countries, as it lists them; whatever else is unknown stops.
GROUPS = frozenset(
    [
        "AFE",
        "AFW",
        "ARB",
        "CEB",
        "CSS",
        "EAP",
        "EAR",
        "EAS",
        "ECA",
        "ECS",
        "EMU",
        "EUU",
        "FCS",
        "HIC",
        "HPC",
        "IBD",
        "IBT",
        "IDA",
        "IDB",
        "IDX",
        "INX",
        "LAC",
        "LCN",
        "LDC",
        "LIC",
        "LMC",
        "LMY",
        "LTE",
        "MEA",
        "MIC",
        "MNA",
        "NAC",
        "OED",
        "OSS",
        "PRE",
        "PSS",
        "PST",
        "SAS",
        "SSA",
        "SSF",
        "SST",
        "TEA",
        "TEC",
        "TLA",
        "TMN",
        "TSA",
        "TSS",
        "UMC",
        "WLD",
    ]
)


def parse_weights(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return the table weights."""
    states = set(pd.read_csv(data / "states.csv", dtype=str, keep_default_na=False)["state"])
    gdp, population = (read_series(files[name], *known, states) for name, known in SERIES.items())
    merged = gdp.merge(population, on=["state", "year"], how="outer").sort_values(["state", "year"])
    merged["population"] = merged["population"].astype("Int64")
    graded = {"source_id": "world-bank-wdi", "evidence": "B"}
    return [Part("weights", ("state", "year"), merged, {"source_id": ("world-bank-wdi",)}, graded)]


def read_series(file: Fetched, name: str, indicator: str, states: set[str]) -> pd.DataFrame:
    """Return one indicator by state and year, groups of countries and empty years left out.

    Raises CordonError for an answer of another form, or cut short.
    """
    answer = read_json(file)
    if not isinstance(answer, list) or len(answer) != 2 or not isinstance(answer[1], list):
        raise CordonError(f"{file.place}: not an answer of the World Bank: {str(answer)[:120]}")
    if answer[0]["pages"] != 1 or len(answer[1]) != answer[0]["total"]:
        raise CordonError(f"{file.place}: {len(answer[1])} of {answer[0]['total']} rows; ask for more rows a page.")
    rows = [read_row(row, number, file, indicator, states) for number, row in enumerate(answer[1], start=1)]
    kept = [row for row in rows if row is not None]
    return pd.DataFrame(kept, columns=["state", "year", name])


def read_row(
    row: dict[str, Any], number: int, file: Fetched, indicator: str, states: set[str]
) -> tuple[str, int, float] | None:
    """Return state, year and value of one row; None where it tells us nothing.

    Raises CordonError for another indicator, an unknown code or a value that is no number.
    """
    place, code, value = f"{file.place}: row {number}", row["countryiso3code"], row["value"]
    if row["indicator"]["id"] != indicator:
        raise CordonError(f"{place}: indicator {row['indicator']['id']!r} is not {indicator}.")
    if not code or code in GROUPS or code in NOT_STATES or value is None:
        return None
    if code not in states:
        raise CordonError(f"{place}: countryiso3code {code!r} is not in data/states.csv, nor a known group.")
    if not str(row["date"]).isdigit() or not isinstance(value, int | float) or value <= 0:
        raise CordonError(f"{place}: {code} {row['date']!r} {value!r} is no year with a positive number.")
    return code, int(row["date"]), value
