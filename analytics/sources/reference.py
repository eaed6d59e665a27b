"""Gross domestic product and population; states and memberships are kept by hand and only checked here."""

from pathlib import Path

import pandas as pd

from analytics.paths import DATA
from analytics.sources.preparation import Dropped, Preparation

SERIES = {"gdp_usd": "sanctions/gdp_current_usd.csv", "population": "sanctions/population.csv"}
NOT_STATES = {"CHI": "the Channel Islands have no code of their own"}


def normalise_reference(reference: Path) -> Preparation:
    """Return the table weights; raises ValueError where a member or code of the source is unknown."""
    states = pd.read_csv(DATA / "states.csv", dtype=str, keep_default_na=False)
    check_members(reference / "un" / "members.csv", states)
    frames = {name: read_series(reference / file, name, set(states["state"])) for name, file in SERIES.items()}
    merged = frames["gdp_usd"].merge(frames["population"], on=["state", "year"], how="outer")
    merged["population"] = merged["population"].astype("Int64")
    merged["source_id"] = "world-bank-wdi"
    merged["evidence"] = "B"
    weights = merged.sort_values(["state", "year"]).reset_index(drop=True)
    dropped = [item for file in SERIES.values() for item in aggregates(reference / file)]
    return Preparation({"weights": weights}, dropped)


def check_members(path: Path, states: pd.DataFrame) -> None:
    """Raise ValueError where a member's name, number or admission is not in data/states.csv or un_memberships.csv."""
    ours = {row["state"]: row for row in states.to_dict("records")}
    spells = pd.read_csv(DATA / "un_memberships.csv", dtype=str, keep_default_na=False)
    admitted = set(zip(spells["state"], spells["joined_on"], strict=True))
    # Of these the source gives the day of the seat, ours the day since which it is held under the code.
    seat_taken_over = set(spells.loc[spells["entry"] == "took_over", "state"])
    members = pd.read_csv(path, dtype=str, keep_default_na=False)
    for line, row in enumerate(members.to_dict("records"), start=2):
        code, place = row["iso3"], f"{path.name}:{line}"
        if code not in ours:
            raise ValueError(f"{place}: unknown member {code!r}; add it to data/states.csv")
        for column, value in (("official_name", row["name"]), ("cow_code", row["cow"])):
            if ours[code][column] != value:
                raise ValueError(f"{place}: {code} {column} {value!r} is {ours[code][column]!r} in data/states.csv")
        if code not in seat_taken_over and (code, row["admission_date"]) not in admitted:
            raise ValueError(f"{place}: {code} {row['admission_date']} is not in data/un_memberships.csv")


def read_series(path: Path, name: str, states: set[str]) -> pd.DataFrame:
    """Return one World Bank series by state and year, aggregates left out; raises ValueError for an unknown code."""
    source = pd.read_csv(path)
    rows = source[source["is_country"] & ~source["iso3"].isin(NOT_STATES)]
    unknown = sorted(set(rows["iso3"]) - states)
    if unknown:
        raise ValueError(f"{path.name}: unknown codes {unknown}; add them to data/states.csv")
    return rows.rename(columns={"iso3": "state", "value": name})[["state", "year", name]]


def aggregates(path: Path) -> list[Dropped]:
    """Return the source's groups of countries, which are not states."""
    source = pd.read_csv(path)
    groups = source[~source["is_country"] | source["iso3"].isin(NOT_STATES)]
    return [
        Dropped("weights", f"{path.stem} {code}", NOT_STATES.get(code, "group of countries, not a state"))
        for code in sorted(groups["iso3"].dropna().unique())
    ]
