"""Sanctions merged from two compilations, beside exclusions from organisations."""

import re
from pathlib import Path

import pandas as pd

from analytics.paths import DATA
from analytics.sources.checked import apply_checked
from analytics.sources.exclusions import ORGANISATION_CODES, last_day_not_before, read_exclusions, read_rows
from analytics.sources.preparation import Dropped, Preparation
from analytics.sources.strict import parse_partial

SENDER_NAMES = {
    "UN": "United Nations",
    "EU": "European Union",
    "AU": "African Union",
    "LAS": "League of Arab States",
    "OAS": "Organization of American States",
    "OAPEC": "Organization of Arab Petroleum Exporting Countries",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "ECOWAS": "Economic Community of West African States",
    "MERCOSUR": "Mercosur",
    "LEAGUE-OF-NATIONS": "League of Nations",
    "GREAT-LAKES-STATES": "Great Lakes states (Burundi embargo of 1996)",
}
ORIGINS = {
    "UN": "un",
    "autonomous": "autonomous",
    "collective": "collective",
    "UN / autonomous": "mixed",
    "autonomous / UN": "mixed",
    "OAS / UN": "mixed",
    "EU alignment": "alignment",
    "UN / EU alignment": "alignment",
}
NOT_CONFIRMED = {("USA", "SYR"), ("ASEAN", "MMR")}
MEASURES = ("arms", "trade", "financial", "travel", "sectoral", "aid")
CHECKED = Path(__file__).with_name("sanctions_checked.csv")
BASE_SENDERS = {"UN", "EU", "USA", "GBR", "CHE", "CAN"}
SAME_PROGRAMME_DAYS = 400
# Weber and Schneider (2022): cases of 1989 to 2015.
EUSANCT_UNTIL = "2015-12-31"


def normalise_sanctions(reference: Path) -> Preparation:
    """Return organisations, sanctions, exclusions and disagreements; raises ValueError for unknown codes."""
    folder = reference / "sanctions"
    base = read_base(folder / "sanctions.csv", resolution_years(reference))
    more, dropped = read_more(folder / "sanctions_more_senders.csv")
    kept, repeated, differing = merge(base, more)
    sanctions = pd.concat([base, kept]).sort_values("sanction_id").reset_index(drop=True)
    apply_checked(sanctions, key="sanction_id", path=CHECKED)
    exclusions, organisations = read_exclusions(folder / "exclusions.csv")
    organisations |= {code: (name, "body") for code, name in SENDER_NAMES.items()}
    check_states(sanctions, exclusions)
    table = pd.DataFrame(
        [(code, name, kind) for code, (name, kind) in sorted(organisations.items())],
        columns=["organisation", "name", "kind"],
    )
    tables = {"organisations": table, "sanctions": sanctions, "exclusions": exclusions, "disagreements": differing}
    return Preparation(tables, dropped + repeated)


def resolution_years(reference: Path) -> dict[int, int]:
    """Return the year of each Council resolution by its number."""
    texts = pd.read_parquet(reference / "un" / "resolutions.parquet", columns=["body", "resolution", "date"])
    council = texts[texts["body"] == "SC"]
    numbers = council["resolution"].str.extract(r"S/RES/(\d+)")[0].astype(int)
    return dict(zip(numbers, pd.to_datetime(council["date"]).dt.year, strict=True))


def read_base(path: Path, years: dict[int, int]) -> pd.DataFrame:
    """Return the careful compilation in our schema."""
    return pd.DataFrame([shape_base(row, years) for row in read_rows(path)])


def shape_base(row: dict[str, str], years: dict[int, int]) -> dict[str, object]:
    """Return one row of the careful compilation in our schema."""
    sender, kind = sender_of(row["sender"])
    start, start_precision = parse_partial(row["start_date"], "sanctions")
    end, end_precision = parse_partial(row["end_date"], "sanctions")
    open_end = "not_confirmed" if (sender, row["target_iso3"]) in NOT_CONFIRMED else "in_force"
    verified = sender == "UN" and legal_basis_verified(row["legal_basis"], years)
    return {
        "sanction_id": row["sanction_id"].lower(),
        "sender": sender,
        "sender_kind": kind,
        "target": row["target_iso3"],
        "programme": row["regime"],
        "legal_basis": row["legal_basis"] or None,
        "started_on": start,
        "start_precision": start_precision,
        "ended_on": last_day_not_before(start, end),
        "end_precision": end_precision,
        "end_status": "ended" if row["status"] == "ended" else open_end,
        **{name: row.get(name) == "1" for name in MEASURES if name in row},
        "sectoral": "sectoral" in row["scope"],
        "aid": False,
        "other": row["other"] == "1",
        "scope": row["scope"] or None,
        "origin": "implements_un" if row["origin"] == "UN" and sender != "UN" else ORIGINS[row["origin"]],
        "citation": row["legal_basis"] or "Compiled from general knowledge, not yet checked",
        "source_record_id": row["sanction_id"],
        "source_id": "sanctions-compiled",
        "evidence": "B" if verified else "D",
        "told_until": None,
    }


def legal_basis_verified(text: str, years: dict[int, int]) -> bool:
    """Return whether every Council resolution that is named with a year was adopted in that year."""
    named = re.findall(r"(\d{2,4}) \((\d{4})\)", text)
    return bool(named) and all(years.get(int(number)) == int(year) for number, year in named)


def read_more(path: Path) -> tuple[pd.DataFrame, list[Dropped]]:
    """Return the second compilation in our schema, and the rows that are no sanctions or have no start."""
    rows, dropped = [], []
    for line, row in enumerate(read_rows(path), start=2):
        key = f"{path.stem}:{line} {row['sender']} {row['target_iso3']} {row['programme']}"
        measures = {measure.strip() for measure in row["measure"].split(";")}
        if measures <= {"diplomatic"}:
            dropped.append(Dropped("sanctions", key, "a diplomatic step, which belongs to ties"))
        elif not row["start"]:
            dropped.append(Dropped("sanctions", key, "no start is known"))
        else:
            rows.append(shape_more(row, measures, line))
    return pd.DataFrame(rows), dropped


def shape_more(row: dict[str, str], measures: set[str], line: int) -> dict[str, object]:
    """Return one row of the second compilation in our schema; raises ValueError for an unknown measure."""
    unknown = measures - {*MEASURES, "diplomatic", "comprehensive"}
    if unknown:
        raise ValueError(f"sanctions_more_senders.csv:{line}: unknown measures {sorted(unknown)}")
    sender, kind = sender_of(row["sender"])
    start, start_precision = parse_partial(row["start"], "sanctions_more_senders.csv")
    end, end_precision = parse_partial(row["end"], "sanctions_more_senders.csv")
    everything = "comprehensive" in measures
    status = row["end_status"] if row["end_status"] != "ended" or end else "unknown"
    seen = row["basis"] == "stored_copy"
    eusanct = "EUSANCT case" in row["programme"]
    return {
        "sanction_id": f"{sender}-{row['target_iso3']}-{row['start']}-m{line:04d}".lower(),
        "sender": sender,
        "sender_kind": kind,
        "target": row["target_iso3"],
        "programme": row["programme"],
        "legal_basis": row["legal_basis"] or None,
        "started_on": start,
        "start_precision": start_precision,
        "ended_on": last_day_not_before(start, end),
        "end_precision": end_precision,
        "end_status": "ended" if end else status,
        **{name: name in measures or (everything and name in ("trade", "financial")) for name in MEASURES},
        "other": False,
        "scope": None,
        "origin": "un" if sender == "UN" else "alignment" if "lignment" in row["programme"] else "unknown",
        "citation": row["source"] if seen else f"To be checked against: {row['legal_basis'] or row['programme']}",
        "source_record_id": f"more-{line}",
        "source_id": "eusanct" if eusanct else "sanctions-more-senders",
        "evidence": "C" if seen else "D",
        "told_until": EUSANCT_UNTIL if eusanct else None,
    }


def merge(base: pd.DataFrame, more: pd.DataFrame) -> tuple[pd.DataFrame, list[Dropped], pd.DataFrame]:
    """Return the rows that the second compilation adds, those it repeats, and starts on which both differ.

    Senders of the careful base: a row that overlaps one of the base, same sender and target, repeats it.
    Other senders: a row that starts within 400 days of one of the base repeats it.
    """
    kept, repeated, differing = [], [], []
    for row in more.to_dict("records"):
        same = base[(base["sender"] == row["sender"]) & (base["target"] == row["target"])]
        twin = nearest_start(same, str(row["started_on"]))
        overlapping = row["sender"] in BASE_SENDERS and overlaps(same, row)
        if twin is None and not overlapping:
            kept.append(row)
            continue
        repeated.append(Dropped("sanctions", str(row["sanction_id"]), "covered by a row of the careful compilation"))
        if twin is not None and str(twin["started_on"]) != row["started_on"]:
            differing.append(disagreement(twin, row))
    differences = pd.DataFrame(differing).drop_duplicates("disagreement_id")
    return pd.DataFrame(kept, columns=base.columns), repeated, differences


def nearest_start(rows: pd.DataFrame, start: str) -> pd.Series | None:
    """Return the row that starts nearest to a day, within the span that two dates of one programme may differ."""
    if rows.empty:
        return None
    distance = (pd.to_datetime(rows["started_on"]) - pd.Timestamp(start)).abs().dt.days
    nearest = int(distance.argmin())
    return rows.iloc[nearest] if distance.iloc[nearest] <= SAME_PROGRAMME_DAYS else None


def overlaps(rows: pd.DataFrame, row: dict[object, object]) -> bool:
    """Return whether a row was in force on a day on which one of others was."""
    far = "9999-12-31"
    ends = rows["ended_on"].fillna(far)
    end = row["ended_on"] if isinstance(row["ended_on"], str) else far
    return bool(((rows["started_on"] <= end) & (ends >= row["started_on"])).any())


def disagreement(ours: pd.Series, other: dict[object, object]) -> dict[str, object]:
    """Return one row of disagreements on the start of a programme."""
    return {
        "disagreement_id": f"sanctions-{ours['sanction_id']}-{other['source_record_id']}",
        "table_name": "sanctions",
        "row_key": ours["sanction_id"],
        "topic": "start",
        "value_used": ours["started_on"],
        "value_other": other["started_on"],
        "source_used": ours["source_id"],
        "source_other": other["source_id"],
        "note": "Two compilations date the start otherwise; they may date different acts of one programme.",
    }


def sender_of(name: str) -> tuple[str, str]:
    """Return a sender's code and whether it is a state or an organisation."""
    if name in ORGANISATION_CODES:
        return ORGANISATION_CODES[name], "organisation"
    return name, "state"


def check_states(sanctions: pd.DataFrame, exclusions: pd.DataFrame) -> None:
    """Raise ValueError for a state that data/states.csv does not hold."""
    known = set(pd.read_csv(DATA / "states.csv", keep_default_na=False)["state"])
    senders = set(sanctions.loc[sanctions["sender_kind"] == "state", "sender"])
    unknown = sorted((senders | set(sanctions["target"]) | set(exclusions["state"])) - known)
    if unknown:
        raise ValueError(f"sanctions: unknown states {unknown}; add them to data/states.csv")
