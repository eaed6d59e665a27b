"""Vetoed drafts of the Security Council, and the vetoes cast on them."""

from pathlib import Path

import pandas as pd

from analytics.sources.council_texts import SEATS

VETO_LIST, VETO_REPORTS = "un-veto-list", "veto-reports"
TOPICS = {"Malasyia": "Malaysia"}


def read_vetoed(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return vetoed drafts and the vetoes cast on them."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows["draft_id"] = "veto-" + rows["date"] + "-" + (rows.groupby("date").cumcount() + 1).astype(str)
    drafts, casts = [], []
    for row in rows.to_dict("records"):
        reported = not row["source"].startswith("world-politics")
        source, evidence = (VETO_REPORTS, "C") if reported else (VETO_LIST, "B")
        drafts.append(shape_vetoed({str(name): value for name, value in row.items()}, source, evidence))
        for code in row["vetoed_by"].split("|"):
            casts.append((row["draft_id"], code, SEATS[code], source, evidence))
    columns = ["draft_id", "cast_by", "seat", "source_id", "evidence"]
    return pd.DataFrame(drafts), pd.DataFrame(casts, columns=columns)


def shape_vetoed(row: dict[str, str], source: str, evidence: str) -> dict[str, object]:
    """Return one vetoed draft in our schema."""
    topic = TOPICS.get(row["topic"], row["topic"]) or None
    amendment = "AMENDMENT" in row["note"] or "amendment" in row["agenda"]
    draft = "" if row["draft"].startswith("S/PV") else row["draft"].split(", S/PV")[0]
    return {
        "draft_id": row["draft_id"],
        "draft": draft or None,
        "resolution": None,
        "voted_on": pd.Timestamp(row["date"]),
        "meeting": "; ".join(part.strip() for part in row["meeting"].split("\n")) or None,
        "text_kind": "amendment" if amendment else "admission" if topic == "Admission" else "resolution",
        "topic": topic,
        "region": row["region"] or None,
        "title": " ".join(row["agenda"].split()),
        "outcome": "vetoed",
        "yes": None,
        "abstain": None,
        "no": None,
        "absent": None,
        "chapter_vii": None,
        "url": None,
        "citation": None,
        "source_id": source,
        "evidence": evidence,
    }
