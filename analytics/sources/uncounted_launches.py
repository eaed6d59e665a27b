"""Reported North Korean launches that the counting rule leaves out, or that came after the list's end."""

import re
from pathlib import Path

import pandas as pd

from analytics.sources.strict import read_facts, translate

REASONS = {
    "outside CNS scope": "outside_rule",
    "omitted ballistic": "omitted_ballistic",
    "after main table ends": "after_table_end",
}
WHY = {
    "cruise missiles are outside CNS scope": "cruise missiles are not counted",
    "anti-aircraft missiles are outside CNS scope": "anti-aircraft missiles are not counted",
    "cruise and anti-aircraft missiles are outside CNS scope": "cruise and anti-aircraft missiles are not counted",
    "artillery rockets are outside CNS scope": "artillery rockets are not counted",
    "below the CNS 300 km / 500 kg threshold (inferred)": "probably short of 300 km with 500 kg",
    "absent from nagix/CNS copy; reason not stated": "absent from the list, reason not stated",
    "later than the last commit of nagix": "later than the list's last entry",
}
EVIDENCE = {
    "good": "C",
    "good (exact day not verified)": "C",
    "record only - the url stored with it points to another event": "C",
    "weak (headline only)": "D",
    "weak (title only)": "D",
}
SOURCES = {"CSIS Beyond Parallel": "csis-beyond-parallel", "Associated Press": "associated-press", "Yonhap": "yonhap"}
SURE_NUMBER = re.compile(r"(\d+)(?: \(KCNA\))?")


def prepare_uncounted(path: Path) -> pd.DataFrame:
    """Return the uncounted events in our columns."""
    facts = read_facts(path)
    letter = facts.groupby("date_kst").cumcount().map(lambda number: "ABCDEFGH"[number])
    publisher = facts.assign(publisher=facts["source_publisher"].str.split(" / ").str[0])
    return pd.DataFrame(
        {
            "uncounted_id": "UC-" + facts["date_kst"] + letter,
            "state": "PRK",
            "date_local": facts["date_kst"],
            "date_precision": "day",
            "reason": translate(facts, "group", REASONS, path),
            "weapon": facts["weapon"],
            "missiles_reported": facts["missiles_reported"].map(read_number).astype("Int64"),
            "number_note": facts["missiles_reported"].map(read_number_note),
            "place": facts["place"],
            "why": translate(facts, "why_not_in_main_table", WHY, path) + day_doubt(facts),
            "reported_by": facts["source_publisher"],
            "citation": facts["source_url"],
            "source_id": translate(publisher, "publisher", SOURCES, path),
            "evidence": translate(facts, "source_confidence", EVIDENCE, path),
        }
    ).sort_values("uncounted_id")


def read_number(text: str) -> int | None:
    """Return a number of missiles, null unless it is a plain figure."""
    match = SURE_NUMBER.fullmatch(text)
    return int(match[1]) if match else None


def read_number_note(text: str) -> str | None:
    """Return what was said of the number where it is more, or less, than a plain figure."""
    return None if text.isdigit() else text


def day_doubt(facts: pd.DataFrame) -> pd.Series:
    """Return a remark for events whose exact day was not verified, else nothing."""
    doubtful = facts["source_confidence"].str.contains("day not verified")
    return doubtful.map({True: "; exact day not verified", False: ""})
