"""Exclusions from organisations, from one compilation and the documents its rows were checked against."""

import re
from pathlib import Path

import pandas as pd

from analytics.sources.checked import apply_checked
from analytics.sources.strict import parse_partial

ORGANISATION_CODES = {
    "UN": "UN",
    "EU": "EU",
    "European Union": "EU",
    "African Union": "AU",
    "OAU / African Union": "AU",
    "AU": "AU",
    "ECOWAS": "ECOWAS",
    "League of Arab States": "LAS",
    "ARAB_LEAGUE": "LAS",
    "Arab League": "LAS",
    "OAS": "OAS",
    "OAPEC": "OAPEC",
    "OSCE": "OSCE",
    "MERCOSUR": "MERCOSUR",
    "Mercosur": "MERCOSUR",
    "League of Nations": "LEAGUE-OF-NATIONS",
    "Great Lakes states": "GREAT-LAKES-STATES",
}
CLASSES = {"not elected": "not_elected"}
SPORT = {"IOC", "IPC", "FIFA", "FIFA / UEFA", "WADA / CAS"}
SERVICES = {"SWIFT", "CERN", "European Broadcasting Union", "Kimberley Process"}
CHECKED = Path(__file__).with_name("exclusions_checked.csv")


def read_exclusions(path: Path) -> tuple[pd.DataFrame, dict[str, tuple[str, str]]]:
    """Return exclusions in our schema, and the organisations they name."""
    rows: list[dict[str, object]] = []
    organisations: dict[str, tuple[str, str]] = {}
    for row in read_rows(path):
        name = row["organisation"]
        code = ORGANISATION_CODES.get(name) or re.sub(r"[^A-Z0-9]+", "-", name.upper()).strip("-")
        organisations.setdefault(code, (name, kind_of(name)))
        start, start_precision = parse_partial(row["start_date"], "sanctions")
        end, end_precision = parse_partial(row["end_date"], "sanctions")
        rows.append(
            {
                "exclusion_id": row["exclusion_id"],
                "organisation": code,
                "state": row["state_iso3"],
                "kind": row["kind"],
                "class": CLASSES.get(row["voluntary_class"], row["voluntary_class"]),
                "started_on": start,
                "start_precision": start_precision,
                "ended_on": last_day_not_before(start, end),
                "end_precision": end_precision,
                "not_confirmed": not end and not_confirmed(name, row["state_iso3"]),
                "citation": row["source_ref"] or "Compiled from general knowledge, not yet checked",
                "source_id": "exclusions-compiled",
                "evidence": "D",
            }
        )
    exclusions = pd.DataFrame(rows).sort_values("exclusion_id").reset_index(drop=True)
    apply_checked(exclusions, key="exclusion_id", path=CHECKED)
    return exclusions, organisations


def kind_of(name: str) -> str:
    """Return what kind of place an organisation's name stands for."""
    if name.startswith("FATF "):
        return "list"
    return "sport" if name in SPORT else "service" if name in SERVICES else "body"


def not_confirmed(name: str, state: str) -> bool:
    """Return whether an open end is not confirmed for 2026."""
    return (
        (name in SPORT and state in ("RUS", "BLR"))
        or name == "African Union"
        or state == "VEN"
        or (name.startswith("ASEAN") and state == "MMR")
    )


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return a CSV file's rows as text."""
    return pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")  # type: ignore[return-value]


def last_day_not_before(start: str | None, end: str | None) -> str | None:
    """Return an end; one of coarse precision may begin before the start of its own programme."""
    return max(start, end) if start and end else end
