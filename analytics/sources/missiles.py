"""Missile launches, launches outside the counting rule and nuclear explosions, from source facts."""

from pathlib import Path

import pandas as pd

from analytics.sources.missile_classes import CLASS_BY_MISSILE
from analytics.sources.missile_notes import DISAGREEMENTS
from analytics.sources.nuclear_tests import prepare_nuclear_tests
from analytics.sources.preparation import Dropped, Preparation
from analytics.sources.strict import read_facts, to_numbers, translate
from analytics.sources.uncounted_launches import prepare_uncounted

CNS, NAGIX, CNS_OTHERS = "cns-north-korea-missiles", "nagix-nk-missile-tests", "cns-missile-launches"
FLAGS = {"True": True, "False": False}
OUTCOMES = {"success": "success", "failure": "failure", "unknown": "unknown"}
CONFIRMATIONS = {"Confirmed": "confirmed", "Unconfirmed": "unconfirmed", "True": "confirmed", "False": "unconfirmed"}
CLASSES = {name: name for name in ("SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "SLV", "HGV", "Unknown")}
OTHER_CLASSES = CLASSES | {"MRCM": "Cruise"}
STATES = {"Iran": "IRN", "India": "IND", "Pakistan": "PAK"}
FILLER_BEARING = 90
NOWHERE = ("Unknown", "Unknown (3)", "N/A")
# The other states' list writes "month only" as the first; these few did fly, or strike, on a first.
REAL_FIRSTS = {
    ("India", "2011-12-01"),
    ("India", "2013-07-01"),
    ("India", "2019-04-01"),
    ("Pakistan", "2008-02-01"),
    ("Iran", "2018-10-01"),
}


def normalise_missiles(reference: Path) -> Preparation:
    """Return the missile tables in our schema, with disagreements."""
    folder = reference / "missiles"
    korean = shape_korean(folder / "dprk_launches.csv")
    others = shape_others(folder / "other_states_launches.csv")
    launches = pd.concat([korean, others]).sort_values("launch_id")
    return Preparation(
        {
            "missile_launches": launches.astype({"salvo_no": "Int64"}),
            "uncounted_launches": prepare_uncounted(folder / "outside_counting_rule.csv"),
            "nuclear_tests": prepare_nuclear_tests(folder),
            "disagreements": pd.DataFrame(DISAGREEMENTS),
        },
        merged_tests(folder / "dprk_nuclear_tests.csv"),
    )


def shape_korean(path: Path) -> pd.DataFrame:
    """Return the North Korean launches in our columns."""
    facts = read_facts(path)
    known_day = facts["date_precision"] == "day"
    preliminary = translate(facts, "preliminary", FLAGS, path)
    outcome = translate(facts, "outcome", OUTCOMES, path)
    distance = to_numbers(facts, "distance_km", path)
    bearing = to_numbers(facts, "bearing_deg", path, zero_is_unknown=False)
    bearing = bearing.mask((bearing == FILLER_BEARING) & ((outcome == "failure") | distance.isna()))
    landed = bearing.notna() & distance.notna()
    unconfirmed = facts["cns_confirmation"] == "Unconfirmed"
    return pd.DataFrame(
        {
            "launch_id": facts["launch_id"],
            "state": "PRK",
            "date_utc": facts["date_utc"].where(known_day, facts["date_utc"] + "-01"),
            "date_local": facts["date_kst"],
            "launch_day": facts["date_kst"].fillna(facts["date_utc"]).where(known_day, None),
            "date_precision": translate(facts, "date_precision", {"day": "day", "month": "month"}, path),
            "time_utc": facts["time_utc"] + ":00",
            "salvo_no": pd.to_numeric(facts["salvo_no"]).astype("Int64"),
            "missile": facts["missile"].mask(facts["missile"].isin(NOWHERE)),
            "class": translate(facts, "missile_class", CLASSES, path),
            "class_source": translate(facts, "missile_class_source", {"nagix": "nagix", "cns": "cns"}, path),
            "trajectory": translate(facts, "trajectory", {"pullup": "pullup", "glide": "glide"}, path),
            "site": name_places(facts["site"]),
            "site_latitude": to_numbers(facts, "site_lat", path),
            "site_longitude": to_numbers(facts, "site_lon", path),
            "landing_area": name_places(facts["landing_area"]),
            "apogee_km": to_numbers(facts, "apogee_km", path),
            "distance_km": distance,
            "bearing_deg": bearing,
            "landing_latitude": to_numbers(facts, "landing_lat_est", path).where(landed),
            "landing_longitude": to_numbers(facts, "landing_lon_est", path).where(landed),
            "outcome": outcome,
            "preliminary": preliminary,
            "operational_use": False,
            "confirmation": translate(facts, "cns_confirmation", CONFIRMATIONS, path),
            "source_record_id": facts["cns_id"],
            "source_id": facts["cns_id"].notna().map({True: CNS, False: NAGIX}),
            "evidence": (preliminary.astype(bool) | unconfirmed).map({True: "C", False: "B"}),
        }
    )


def shape_others(path: Path) -> pd.DataFrame:
    """Return the launches of Iran, India and Pakistan in our columns."""
    facts = read_facts(path)
    first = facts["date"].str.endswith("-01")
    real = pd.Series([pair in REAL_FIRSTS for pair in zip(facts["state"], facts["date"], strict=True)])
    known_day = ~first | real
    state = translate(facts, "state", STATES, path)
    named = facts["missile"].mask(facts["missile"].isin(NOWHERE))
    stated = translate(facts, "missile_class", OTHER_CLASSES, path)
    assigned = translate(facts.assign(missile=named.where(state != "IRN")), "missile", CLASS_BY_MISSILE, path)
    confirmation = translate(facts, "confirmed", CONFIRMATIONS, path)
    empty = pd.Series([None] * len(facts), dtype=object)
    return pd.DataFrame(
        {
            "launch_id": number_launches(state),
            "state": state,
            "date_utc": facts["date"],
            "date_local": empty,
            "launch_day": facts["date"].where(known_day, None),
            "date_precision": known_day.map({True: "day", False: "month"}),
            "time_utc": empty,
            "salvo_no": pd.Series([None] * len(facts), dtype="Int64"),
            "missile": named,
            "class": stated.fillna(assigned).fillna("Unknown"),
            "class_source": (stated.isna() & assigned.notna()).map({True: "assigned", False: "cns"}),
            "trajectory": empty,
            "site": name_places(facts["site"]),
            "site_latitude": to_numbers(facts, "site_lat", path),
            "site_longitude": to_numbers(facts, "site_lon", path),
            "landing_area": empty,
            "apogee_km": to_numbers(facts, "apogee_km", path),
            "distance_km": to_numbers(facts, "distance_km", path),
            "bearing_deg": empty,
            "landing_latitude": empty,
            "landing_longitude": empty,
            "outcome": translate(facts, "outcome", OUTCOMES, path),
            "preliminary": False,
            "operational_use": translate(facts, "operational_use", FLAGS, path),
            "confirmation": confirmation,
            "source_record_id": empty,
            "source_id": CNS_OTHERS,
            "evidence": confirmation.map({"confirmed": "B", "unconfirmed": "C"}),
        }
    )


def number_launches(state: pd.Series) -> pd.Series:
    """Return keys of state and running number, in the order of the source."""
    number = state.groupby(state).cumcount() + 1
    return state + number.astype(str).str.zfill(4)


def name_places(places: pd.Series) -> pd.Series:
    """Return place names, "unknown" left empty."""
    return places.mask(places.isin(NOWHERE))


def merged_tests(path: Path) -> list[Dropped]:
    """Return the six North Korean tests that two files hold, each merged into one row."""
    reason = "the same test stands in nuclear_explosions.csv: merged into that row"
    return [Dropped("nuclear_tests", f"dprk_nuclear_tests {number}", reason) for number in read_facts(path)["no"]]
