"""Nuclear explosions: the SIPRI/FOA list to 1998, and the North Korean six with the yields of Yao et al."""

from pathlib import Path

import pandas as pd

from analytics.sources.strict import read_facts, to_numbers, translate

STATES = {
    "United States": "USA",
    "Soviet Union": "SUN",
    "France": "FRA",
    "United Kingdom": "GBR",
    "China": "CHN",
    "India": "IND",
    "Pakistan": "PAK",
    "North Korea": "PRK",
}
MEDIA = {
    "underground": "underground",
    "atmospheric": "atmospheric",
    "atmospheric (cratering)": "cratering",
    "underwater": "underwater",
    "space": "space",
}
# In war, day and hour at the place are known; 8:15 on 6 August in Hiroshima was still the 5th in UTC.
LOCAL_DAYS = {"HIROSHIMA": "1945-08-06", "NAGASAKI": "1945-08-09"}
SIPRI, YAO = "sipri-foa-nuclear-explosions", "yao-2018-dprk-yields"


def prepare_nuclear_tests(folder: Path) -> pd.DataFrame:
    """Return the table."""
    path = folder / "nuclear_explosions.csv"
    facts = read_facts(path)
    facts["state"] = translate(facts, "state", STATES, path)
    facts["explosion_id"] = number_within_day(facts)
    table = shape_explosions(facts, path)
    korean = read_facts(folder / "dprk_nuclear_tests.csv").set_index("date_utc")
    table = put_korean_values(table, korean, folder / "dprk_nuclear_tests.csv")
    return table.sort_values("explosion_id")


def number_within_day(facts: pd.DataFrame) -> pd.Series:
    """Return keys of state, day and number within the day, in the order of the source."""
    number = facts.groupby(["state", "date"]).cumcount() + 1
    return facts["state"] + "-" + facts["date"] + "-" + number.astype(str)


def shape_explosions(facts: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Return the explosions in our columns, zeros that mean unknown left empty."""
    low, high = to_numbers(facts, "yield_kt_low", path), to_numbers(facts, "yield_kt_high", path)
    korean = facts["state"] == "PRK"
    return pd.DataFrame(
        {
            "explosion_id": facts["explosion_id"],
            "state": facts["state"],
            "date_utc": facts["date"],
            "date_local": facts["site"].map(LOCAL_DAYS),
            "name": facts["name"],
            "site": facts["site"],
            "latitude": to_numbers(facts, "lat", path),
            "longitude": to_numbers(facts, "lon", path),
            "yield_kt_low": low,
            "yield_kt_best": low.where(low == high),
            "yield_kt_high": high,
            "magnitude": to_numbers(facts, "mb", path),
            "emplacement": facts["type_raw"].replace({"WATER SU": "WATERSUR"}),
            "medium": translate(facts, "medium", MEDIA, path),
            "purpose": facts["purpose"],
            "is_combat": translate(facts, "is_combat", {"True": True, "False": False}, path),
            "source_id": korean.map({True: YAO, False: SIPRI}),
            "evidence": "B",
        }
    )


def put_korean_values(table: pd.DataFrame, korean: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Return the table with the North Korean tests' local days, best yields and magnitudes filled in.

    Raises ValueError where the two files tell different tests.
    """
    rows = table["state"] == "PRK"
    if sorted(table.loc[rows, "date_utc"]) != sorted(korean.index):
        raise ValueError(f"{path.name}: its days differ from those in nuclear_explosions.csv")
    numbered = {"yield_kt_best": "yield_kt_best", "magnitude": "magnitude_usgs"}
    filled = table.copy()
    filled.loc[rows, "date_local"] = table.loc[rows, "date_utc"].map(korean["date_kst"])
    for ours, theirs in numbered.items():
        filled.loc[rows, ours] = table.loc[rows, "date_utc"].map(to_numbers(korean, theirs, path))
    return filled
