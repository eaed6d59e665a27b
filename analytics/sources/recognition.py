"""Recognitions of contested entities, and where a second compilation dates them otherwise."""

import re
from pathlib import Path

import pandas as pd

from analytics.paths import DATA
from analytics.sources.checked import apply_checked
from analytics.sources.preparation import Dropped, Preparation
from analytics.sources.strict import parse_partial

CHANGES = {
    "recognized": "recognised",
    "withdrawn": "withdrew",
    "suspended": "suspended",
    "resumed": "resumed",
    "withdrawal_disputed": "withdrawal_disputed",
    "lapsed": "lapsed",
    "relations_established": "relations_established",
    "relations_severed": "relations_severed",
    "not_recognized": "not_recognised",
    "voted_against_ukraine_integrity": "voted_against_integrity",
}
SOURCES = (
    (r"kdiplo", "kdiplo-korea-ties"),
    (r"^PRC MFA", "prc-mfa-relations"),
    (r"Foreign relations of Taiwan", "wikipedia-taiwan-relations"),
    (r"recognition of Palestine", "wikipedia-palestine"),
    (r"Sahrawi", "wikipedia-sahrawi"),
    (r"Israel", "wikipedia-israel"),
    (r"recognition of Kosovo|Vucic", "kosovo-lists"),
    (r"Abkhazia and South Ossetia", "wikipedia-abkhazia-south-ossetia"),
    (r"^UN A/RES", "un-digital-library"),
    (r"Donetsk|Luhansk", "tass-donbas"),
    (r".", "recognitions-compiled"),
)
OFFICIAL_COPIES = {"kdiplo-korea-ties"}
SYRIA_DOUBT = ("SYR", {"XAB", "XSO", "XDN", "XLN"}, "2024-12-08")
ISRAEL_LIST = "2024-06-30"
CHECKED = Path(__file__).with_name("recognitions_checked.csv")
SEEN = "recognitions-documents-seen"
NOT_DISSOLVED = {"ARM": "2025-08-30"}
KEPT_NOTES = (
    (r"as Soviet Union|^Soviet Union", "By the Soviet Union."),
    (r"as Yugoslavia|^Yugoslavia", "By Yugoslavia."),
    (r"Czechoslovakia", "By Czechoslovakia."),
    (r"unified with West Germany|state ceased", "The recogniser ceased to exist."),
    (r"merged into Yemen", "The recogniser merged into Yemen."),
    (r"South Vietnam", "By South Vietnam."),
    (r"date is that of the claim", "Dated by the claim of another government, not by an act of the state."),
    (r"by difference from the list", "Inferred: not on the list of states that do not recognise it; undated."),
    (r"list of 28", "On the list of states that do not recognise it; some had relations earlier."),
    (r"a vote, not a recognition", "A vote in the General Assembly, not a recognition."),
    (r"cut year is often", "The year of the source is often one year early."),
    (r"annexed by Russia", "Claimed by Russia as its own since 30 September 2022."),
    (r"de facto", "Recognition was de facto first."),
    (r"Serbia", "Announced or reported by Serbia."),
    (r"official statements of support", "Official statement of support; the form varies by source."),
)


def normalise_recognition(reference: Path) -> Preparation:
    """Return recognitions and disagreements; raises ValueError for an unknown status, code or date."""
    path = reference / "diplomacy" / "recognitions.csv"
    source = pd.read_csv(path, dtype=str, keep_default_na=False)
    check_codes(path, source)
    rows: list[dict[str, str]] = source.to_dict("records")  # type: ignore[assignment]
    frame = pd.DataFrame([shape_row(row) for row in rows])
    repeated = frame.duplicated("recognition_id", keep="first")
    dropped = [Dropped("recognitions", key, "stands twice in the source") for key in frame[repeated]["recognition_id"]]
    frame = frame[~repeated].sort_values("recognition_id").reset_index(drop=True)
    apply_checked(frame, key="recognition_id", path=CHECKED, source_id=SEEN)
    differing = pd.concat([palestine_dates(reference, frame), korea_years(reference, frame)])
    return Preparation({"recognitions": frame, "disagreements": differing.reset_index(drop=True)}, dropped)


def check_codes(path: Path, source: pd.DataFrame) -> None:
    """Raise ValueError for a state, entity or status that we do not know."""
    states = set(pd.read_csv(DATA / "states.csv", keep_default_na=False)["state"])
    entities = set(pd.read_csv(DATA / "entities.csv", keep_default_na=False)["entity"])
    known = {"recognizer_iso3": states, "entity_code": entities, "status": set(CHANGES)}
    for column, values in known.items():
        for line, value in enumerate(source[column], start=2):
            if value not in values:
                raise ValueError(f"{path.name}:{line}: unknown {column} {value!r}")


def shape_row(row: dict[str, str]) -> dict[str, object]:
    """Return one row in our schema."""
    change = CHANGES[row["status"]]
    day, precision = parse_partial(row["date"], "recognitions.csv")
    source_id = next(name for pattern, name in SOURCES if re.search(pattern, row["source"]))
    doubtful = row["recognizer_iso3"] == SYRIA_DOUBT[0] and row["entity_code"] in SYRIA_DOUBT[1]
    key = "-".join([row["recognizer_iso3"], row["entity_code"], row["date"] or "undated", change])
    return {
        "recognition_id": key,
        "recogniser": row["recognizer_iso3"],
        "entity": row["entity_code"],
        "event_date": day,
        "date_precision": precision,
        "change": change,
        "attested_on": None if day else NOT_DISSOLVED.get(row["entity_code"], ISRAEL_LIST),
        "doubtful_from": SYRIA_DOUBT[2] if doubtful and change == "recognised" else None,
        "note": own_note(row["note"], doubtful),
        "citation": citation(row["source"], row["basis"]),
        "source_id": source_id,
        "evidence": grade(row["basis"], source_id),
    }


def grade(basis: str, source_id: str) -> str:
    """Return the evidence grade: official copies B, other copies seen C, general knowledge D; votes are checked."""
    if source_id == "un-digital-library":
        return "A"
    if basis == "knowledge":
        return "D"
    return "B" if source_id in OFFICIAL_COPIES else "C"


def citation(source: str, basis: str) -> str:
    """Return the document; for general knowledge, the page to check it against."""
    return f"To be checked against: {source}" if basis == "knowledge" and not source.startswith("UN ") else source


def own_note(note: str, doubtful: bool) -> str | None:
    """Return our wording of a note that readers need; other remarks of the compiler stay out."""
    if doubtful:
        return "Whether the government since 8 December 2024 keeps the position is not established."
    return next((ours for pattern, ours in KEPT_NOTES if re.search(pattern, note)), None)


def palestine_dates(reference: Path, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the states for which a second list dates the recognition of Palestine otherwise."""
    source = pd.read_csv(reference / "diplomacy" / "palestine_recognition.csv", dtype=str, keep_default_na=False)
    other = source[source["date_palestinethanksyou_if_different"] != ""]
    ours = frame[(frame["entity"] == "PSE") & (frame["change"] == "recognised")].set_index("recogniser")
    dated = zip(other["iso3"], other["date_palestinethanksyou_if_different"], strict=True)
    return disagreements(
        [(ours.loc[state], day, "palestine-thanks-you", "date") for state, day in dated if state in ours.index]
    )


def korea_years(reference: Path, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the years of relations with the Koreas that a second compilation gives otherwise."""
    source = pd.read_csv(reference / "diplomacy" / "korea_ties.csv", dtype=str, keep_default_na=False)
    ours = frame[frame["change"] == "relations_established"].set_index(["recogniser", "entity"])
    found = []
    dated = source[source["established_year"] != ""]
    for state, korea, text in zip(dated["iso3"], dated["korea_iso3"], dated["established_year"], strict=True):
        if (state, korea) in ours.index:
            mine = ours.loc[[(state, korea)]].iloc[0]
            year = str(int(float(text)))
            if str(mine["event_date"])[:4] != year:
                found.append((mine, year, "korea-ties-assembled", "year"))
    return disagreements(found)


def disagreements(pairs: list[tuple[pd.Series, str, str, str]]) -> pd.DataFrame:
    """Return rows of disagreements from (our row, other value, other source, topic)."""
    columns = ["disagreement_id", "table_name", "row_key", "topic", "value_used", "value_other"]
    columns += ["source_used", "source_other", "note"]
    rows = [
        {
            "disagreement_id": f"recognition-{ours['recognition_id']}-{other}",
            "table_name": "recognitions",
            "row_key": ours["recognition_id"],
            "topic": topic,
            "value_used": ours["event_date"],
            "value_other": value,
            "source_used": ours["source_id"],
            "source_other": other,
            "note": "Two compilations differ; the one that names its documents is used.",
        }
        for ours, value, other, topic in pairs
    ]
    return pd.DataFrame(rows, columns=columns)
