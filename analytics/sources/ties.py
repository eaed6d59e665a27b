"""Broken and lowered relations, missions by year and embassies in 2022, from source facts."""

from pathlib import Path

import pandas as pd

from analytics.sources.checked import SEEN, apply_checked
from analytics.sources.missions import prepare_embassies, prepare_missions, relations_seen
from analytics.sources.preparation import Preparation
from analytics.sources.strict import read_facts, translate
from analytics.sources.ties_differing import COMPILED, list_differences

KENKEL = "kenkel-us-missions"
CHECKED = Path(__file__).with_name("ties_checked.csv")
PRECISIONS = {4: "year", 7: "month", 10: "day"}
KINDS = {
    kind: kind
    for kind in (
        "diplomats_expelled",
        "ambassador_recalled",
        "ambassador_expelled",
        "office_closed",
        "downgraded",
        "embassy_closed",
        "suspended",
        "severed",
    )
}
ENDS = {end: end for end in ("restored", "ongoing", "ongoing_or_unknown", "restored_date_unknown", "not_tracked")}
BASES = {"stored_copy": "C", "knowledge": "D"}
# Codes of the time: the first day on which the source's code, or the next in line, is right, and the code before.
# West Germany keeps DEU, the Yemen Arab Republic YEM: the same states under the same codes.
FORMER = {
    "RUS": [("1991-12-26", "SUN")],
    "CZE": [("1993-01-01", "CSK")],
    "SRB": [("1992-04-27", "YUG"), ("2006-06-05", "SCG")],
}
SAME_CODE_NOTES = {
    "DEU = West Germany",
    "BEN = Dahomey",
    "BFA = Upper Volta",
    "COD = Zaire",
    "COD = Congo-Leopoldville/Zaire",
    "YEM = Yemen Arab Republic",
}
FORMER_NOTES = {
    "RUS = Soviet Union": "SUN",
    "SRB = Yugoslavia": "YUG",
    "SRB = FR Yugoslavia": "SCG",
    "CZE = Czechoslovakia": "CSK",
}
COLUMNS = [
    "tie_id", "initiator", "target", "event_date", "date_precision", "kind", "reason", "event_group", "end_status",
    "restored_on", "restored_precision", "restored_by", "citation", "source_id", "source_record_id", "evidence",
]  # fmt: skip


def normalise_ties(reference: Path) -> Preparation:
    """Return ties, missions and embassies in our schema, with what was left out."""
    folder = reference / "diplomacy"
    missions = prepare_missions(folder / "missions_2000_2020.parquet")
    embassies, dropped = prepare_embassies(folder / "embassy_pairs_2022.csv")
    ties = shape_ties(folder / "ties.csv")
    ties["restored_by"] = pd.Series(find_restored_by(ties, missions), ties.index, dtype=object)
    apply_checked(ties, key="tie_id", path=CHECKED)
    tables = {
        "ties": ties[COLUMNS].sort_values("tie_id"),
        "missions": missions,
        "embassies": embassies,
        "disagreements": list_differences(ties),
    }
    return Preparation(tables, dropped)


def shape_ties(path: Path) -> pd.DataFrame:
    """Return the source's rows in our columns, states under their codes of the time."""
    facts = read_facts(path)
    check_notes(facts, path)
    ties = pd.DataFrame(index=facts.index)
    ties["initiator"] = [code_of_the_time(*pair) for pair in zip(facts["initiator_iso3"], facts["date"], strict=True)]
    ties["target"] = [code_of_the_time(*pair) for pair in zip(facts["target_iso3"], facts["date"], strict=True)]
    ties["event_date"], ties["date_precision"] = split_dates(facts["date"], path)
    ties["kind"] = translate(facts, "kind", KINDS, path)
    ties["reason"], ties["event_group"] = facts["reason"], facts["event_group"]
    ties["end_status"] = translate(facts, "end_status", ENDS, path)
    ties["restored_on"], ties["restored_precision"] = split_dates(facts["restored_date"], path)
    ties["evidence"] = translate(facts, "basis", BASES, path)
    ties["citation"] = facts["source"]
    name_sources(ties)
    ties["tie_id"] = ties["initiator"] + "-" + ties["target"] + "-" + facts["date"] + "-" + ties["kind"]
    return ties


def code_of_the_time(code: str, date: str) -> str:
    """Return the code that the state had on the day (the Soviet Union's for Russia before 26 December 1991)."""
    for first_day, former in FORMER.get(code, []):
        if date < first_day:
            return former
    return code


def check_notes(facts: pd.DataFrame, path: Path) -> None:
    """Raise ValueError where a note names a past state and our code of the time says another."""
    for line, (note, date) in enumerate(zip(facts["note"], facts["date"], strict=True), start=2):
        for part in note.split("; ") if isinstance(note, str) else []:
            if part not in SAME_CODE_NOTES and FORMER_NOTES.get(part) != code_of_the_time(part[:3], date):
                raise ValueError(f"{path.name}:{line}: note {part!r} does not fit {date}.")


def split_dates(dates: pd.Series, path: Path) -> tuple[pd.Series, pd.Series]:
    """Return dates as the first day of their period, and their precision; raises ValueError for another form."""
    odd = dates[dates.notna() & ~dates.fillna("").str.fullmatch(r"\d{4}(-\d\d){0,2}")]
    if len(odd):
        raise ValueError(f"{path.name}:{odd.index[0] + 2}: date {odd.iloc[0]!r} is not YYYY, YYYY-MM or YYYY-MM-DD.")
    days = [f"{date}-01-01"[:10] if isinstance(date, str) and len(date) == 4 else date for date in dates]
    days = [f"{day}-01" if isinstance(day, str) and len(day) == 7 else day for day in days]
    precisions = [PRECISIONS[len(date)] if isinstance(date, str) else None for date in dates]
    return pd.Series(days, dates.index, dtype=object), pd.Series(precisions, dates.index, dtype=object)


def name_sources(ties: pd.DataFrame) -> None:
    """Fill source, record and grade: the US list is a dataset (B), two documents seen are B, one is C."""
    seen, american = ties["evidence"] == "C", ties["citation"].str.contains("Kenkel US missions", regex=False)
    ties["source_id"] = COMPILED
    ties.loc[seen, "source_id"] = SEEN
    ties.loc[seen & american, "source_id"] = KENKEL
    ties.loc[seen & american, "evidence"] = "B"
    pages = ties["citation"].str.extract(r"(history\.state\.gov/countries/[a-z-]+) \(Kenkel")[0]
    ties["source_record_id"] = pages.astype(object).where(pages.notna(), None)


def find_restored_by(ties: pd.DataFrame, missions: pd.DataFrame) -> list[str | None]:
    """Return, per tie, a day by which relations of an undated restoration are seen again."""
    steps = [({row["initiator"], row["target"]}, row["event_date"]) for row in ties.to_dict("records")]
    days: list[str | None] = []
    for (pair, begun), end in zip(steps, ties["end_status"], strict=True):
        if end != "restored_date_unknown":
            days.append(None)
            continue
        later = [day for other, day in steps if other == pair and day > begun]
        year = relations_seen(missions, pair)
        days.append(min(later + ([f"{year}-12-31"] if year else []), default=None))
    return days
