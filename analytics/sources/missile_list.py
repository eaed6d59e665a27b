"""North Korean launches by the CNS list as nk-missile-tests (nagix) continues it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.errors import CordonError
from analytics.sources.difference import Part, read_text
from analytics.sources.fetch import Fetched
from analytics.sources.missiles import CLASSES, OUTCOMES
from analytics.sources.strict_files import read_json

LANDINGS = {
    "sea-of-japan": "Sea of Japan or East Sea",
    "yellow-sea": "Yellow Sea or West Sea",
    "pacific-ocean": "Pacific Ocean",
    "north-korea": "North Korea",
    "unknown": "",
    "na": "",
}
KOREA = timedelta(hours=9)
UNKNOWN = "unknown"
PRELIMINARY_SINCE = "2025"
NEW_ONLY = ("date_utc", "date_local", "launch_day", "date_precision", "time_utc", "salvo_no", "preliminary", "evidence")
OWN: Mapping[str, tuple[str, ...]] = {"state": ("PRK",)}
FIXED = {"state": "PRK", "class_source": "nagix", "operational_use": "false", "source_id": "nagix-nk-missile-tests"}


def parse_missiles(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return the North Korean launches; raises CordonError for an unknown missile, site, area, class or outcome."""
    missiles, sites = read_json(files["missile.en.json"]), read_json(files["facility.en.json"])
    missiles, sites = missiles.get("missiles", missiles), sites.get("facilities", sites)
    file = files["test.en.json"]
    tests = [test for year in read_json(file)["timeBins"] for test in year["data"]]
    rows = [shape_test(test, missiles, sites, f"{file.place}: launch {n}") for n, test in enumerate(tests, start=1)]
    frame = pd.DataFrame(rows)
    frame.insert(0, "launch_id", match_launches(frame, read_text(data, "missile_launches"), added_keys(data)))
    return [Part("missile_launches", ("launch_id",), frame, OWN, FIXED, NEW_ONLY)]


def shape_test(
    test: Mapping[str, Any], missiles: Mapping[str, Any], sites: Mapping[str, Any], place: str
) -> dict[str, object]:
    """Return one launch in our columns."""
    missile, site = known(test, "missile", missiles, place), known(test, "facility", sites, place)
    date, time = str(test["date"]), str(test["time"])
    day = day_of(date, place)
    local = (datetime.fromisoformat(f"{date}T{time}") + KOREA).date().isoformat() if time != UNKNOWN else ""
    preliminary = date >= PRELIMINARY_SINCE
    return {
        "date_utc": day,
        "date_local": local,
        "launch_day": (local or day) if len(date) == len(day) else "",
        "date_precision": "day" if len(date) == len(day) else "month",
        "time_utc": "" if time == UNKNOWN else f"{time}:00",
        "salvo_no": str(test.get("series", "")),
        "missile": "" if missile["name"] == "Unknown" else missile["name"],
        "class": known(missile, "type", CLASSES, place),
        "site": "" if site["name"] == "Unknown" else site["name"],
        "landing_area": known(test, "landing", LANDINGS, place),
        "apogee_km": number(test, "apogee", place),
        "distance_km": number(test, "distance", place),
        "outcome": known(test, "outcome", OUTCOMES, place),
        "preliminary": "true" if preliminary else "false",
        "evidence": "C" if preliminary else "B",
    }


def known(test: Mapping[str, Any], field: str, values: Mapping[str, Any], place: str) -> Any:
    """Return the meaning of a field's value; raises CordonError for one that is not known."""
    value = test[field]
    if value not in values:
        raise CordonError(f"{place}: {field} {value!r} is not known. Known: {', '.join(values)}.")
    return values[value]


def number(test: Mapping[str, Any], field: str, place: str) -> float | None:
    """Return a height or length in km, 0 being unknown too; raises CordonError for no number."""
    value = test[field]
    if value in (UNKNOWN, 0):
        return None
    if not isinstance(value, int | float):
        raise CordonError(f"{place}: {field} {value!r} is not a number.")
    return float(value)


def day_of(date: str, place: str) -> str:
    """Return the first day of a date that may be a month; raises CordonError for another form."""
    try:
        return datetime.strptime(date, "%Y-%m-%d" if len(date) > 7 else "%Y-%m").date().isoformat()
    except ValueError as error:
        raise CordonError(f"{place}: date {date!r} is neither a day nor a month.") from error


def added_keys(data: Path) -> list[str]:
    """Return the keys of launches added by hand, which no new one may take."""
    path = data / "additions" / "missile_launches.csv"
    return list(pd.read_csv(path, dtype=str)["launch_id"]) if path.is_file() else []


def match_launches(frame: pd.DataFrame, ours: pd.DataFrame, added: list[str]) -> list[str]:
    """Return our key of each launch: the same day, hour and place in the salvo, in order; else the next number."""
    korean = ours[ours["state"] == "PRK"]
    same = ["date_utc", "time_utc", "salvo_no"]
    keys = dict(
        zip(
            zip(*(korean[name] for name in same), numbered(korean, same), strict=True), korean["launch_id"], strict=True
        )
    )
    keys_taken = [*korean["launch_id"], *(key for key in added if key.startswith("NK"))]
    last = max(int(key.removeprefix("NK")) for key in keys_taken)
    found = []
    for key in zip(*(frame[name] for name in same), numbered(frame, same), strict=True):
        if key not in keys:
            last += 1
        found.append(keys.get(key, f"NK{last:04}"))
    return found


def numbered(frame: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Return the number of each row among those that are the same in some columns."""
    return frame.groupby(columns).cumcount()
