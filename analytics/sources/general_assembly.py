"""General Assembly: recorded votes on adopted texts, and how each member voted."""

from pathlib import Path

import duckdb
import pandas as pd

from analytics.paths import DATA
from analytics.sources.preparation import Dropped, Preparation

VOTES = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent"}
ISSUES = {
    "me": "middle_east",
    "nu": "nuclear",
    "di": "disarmament",
    "hr": "human_rights",
    "co": "colonialism",
    "ec": "development",
}
TITLE_TAIL = r"\s*:\s*(resolution|decision)\s*/\s*adopted by the General Assembly\s*$"
PARAGRAPH = "[PARA"
FILLED = {"AFG": "Afghanistan", "VEN": "Venezuela"}
FILLED_SINCE = "2025-09-09"
MISDATED = {620167: ("1982-02-21", "1982-12-09")}
SOURCE = "un-digital-library"
UKRAINE = r"(?i)\bukrain|\bcrimea|zaporizhzhia"


def normalise_general_assembly(reference: Path) -> Preparation:
    """Return roll_calls, ga_votes and corrections; raises ValueError for an unknown vote letter or code."""
    texts = read_texts(reference)
    paragraphs = texts[texts["resolution"].str.contains(PARAGRAPH, regex=False)]
    calls = texts.drop(paragraphs.index)
    votes, dropped_votes = read_votes(reference, set(calls["undl_id"]))
    dropped = [Dropped("roll_calls", symbol, "vote on a paragraph") for symbol in paragraphs["resolution"]]
    dropped += unrecorded(reference) + dropped_votes
    roll_calls = shape_roll_calls(calls, read_issues(reference))
    return Preparation({"roll_calls": roll_calls, "ga_votes": votes, "corrections": corrections()}, dropped)


def read_texts(reference: Path) -> pd.DataFrame:
    """Return the Assembly's recorded votes, misprinted dates mended."""
    source = pd.read_parquet(reference / "un" / "resolutions.parquet")
    texts = source[(source["body"] == "GA") & source["recorded"]].copy()
    texts["date"] = pd.to_datetime(texts["date"])
    for record, (printed, right) in MISDATED.items():
        row = texts["undl_id"] == record
        if not (texts.loc[row, "date"] == printed).all():
            raise ValueError(f"resolutions.parquet: record {record} is no longer dated {printed}; review MISDATED")
        texts.loc[row, "date"] = pd.Timestamp(right)
    return texts


def unrecorded(reference: Path) -> list[Dropped]:
    """Return the texts without a recorded vote."""
    source = pd.read_parquet(reference / "un" / "resolutions.parquet")
    texts = source[(source["body"] == "GA") & ~source["recorded"]]
    return [Dropped("roll_calls", symbol, "no recorded vote in the record") for symbol in texts["resolution"]]


def read_issues(reference: Path) -> pd.DataFrame:
    """Return issue flags by record number, under our names."""
    flags = pd.read_csv(reference / "un" / "issue_flags.csv").rename(columns=ISSUES)
    return flags.drop_duplicates("undl_id").set_index("undl_id")[list(ISSUES.values())].astype("boolean")


def shape_roll_calls(calls: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Return roll_calls in our schema."""
    sessions = pd.read_csv(DATA / "ga_sessions.csv", parse_dates=["opened_on"])
    frame = pd.DataFrame({"roll_call_id": calls["undl_id"], "resolution": calls["resolution"]})
    frame["voted_on"] = calls["date"]
    frame["session_label"] = calls["session"].astype(str)
    frame["session"] = [
        session_of(label, day, sessions) for label, day in zip(frame["session_label"], frame["voted_on"], strict=True)
    ]
    frame["year"] = frame["session"] + 1945
    frame["text_kind"] = calls["resolution"].str.contains("/DEC/").map({True: "decision", False: "resolution"})
    frame["part"] = calls["resolution"].str.contains(r"\[|\d[A-Z]+$", regex=True)
    frame["title"] = calls["title"].str.replace(TITLE_TAIL, "", regex=True).str.strip()
    frame["meeting"] = calls["meeting"]
    totals = {"yes": "total_yes", "abstain": "total_abstentions", "no": "total_no", "absent": "total_non_voting"}
    for ours, theirs in totals.items():
        frame[ours] = calls[theirs].astype(int)
    frame = frame.join(issues, on="roll_call_id")
    named = frame["title"].str.contains(UKRAINE, regex=True) & (frame["voted_on"] >= "2014-01-01")
    frame["ukraine"] = named | (frame["session_label"] == "ES-11")
    frame["url"] = calls["undl_link"]
    frame["source_id"] = SOURCE
    frame["evidence"] = "A"
    order = ["roll_call_id", "resolution", "voted_on", "session", "session_label", "year", "text_kind", "part"]
    order += ["title", "meeting", *totals, *ISSUES.values(), "ukraine", "url", "source_id", "evidence"]
    return frame[order].sort_values("roll_call_id").reset_index(drop=True)


def session_of(label: str, day: pd.Timestamp, sessions: pd.DataFrame) -> int:
    """Return a regular session's number; for another session the regular one last opened by its day."""
    if label.isdigit():
        return int(label)
    return int(sessions.loc[sessions["opened_on"] <= day, "session"].max())


def read_votes(reference: Path, kept: set[int]) -> tuple[pd.DataFrame, list[Dropped]]:
    """Return ga_votes in our schema, sorted by state, and the votes left out."""
    votes = pd.read_parquet(reference / "un" / "ga_votes.parquet")
    votes = votes[votes["undl_id"].isin(kept)]
    check_letters(votes)
    early = cast_before_admission(votes)
    filled = (
        votes["ms_code"].isin(FILLED)
        & (pd.to_datetime(votes["date"]) >= pd.Timestamp(FILLED_SINCE))
        & (votes["ms_vote"] == "X")
    )
    dropped = describe(votes[early], "did not vote: not yet a member")
    dropped += describe(votes[filled & ~early], "filled in by the compiler, not in the record")
    votes = votes[~early & ~filled]
    shaped = pd.DataFrame(
        {
            "roll_call_id": votes["undl_id"].astype("int32"),
            "state": votes["ms_code"],
            "vote": votes["ms_vote"].map(VOTES),
            "source_id": SOURCE,
            "evidence": "A",
        }
    )
    return shaped.sort_values(["state", "roll_call_id"]).reset_index(drop=True), dropped


def check_letters(votes: pd.DataFrame) -> None:
    """Raise ValueError for a vote letter or a code that we do not know."""
    letters = set(votes["ms_vote"]) - VOTES.keys()
    codes = set(votes["ms_code"]) - set(pd.read_csv(DATA / "states.csv", keep_default_na=False)["state"])
    if letters or codes:
        raise ValueError(f"ga_votes.parquet: unknown letters {sorted(letters)}, unknown codes {sorted(codes)}")


def cast_before_admission(votes: pd.DataFrame) -> pd.Series:
    """Return which votes are 'did not vote' of a state that was not a member on the day."""
    spells = str(DATA / "un_memberships.csv")
    member = duckdb.sql(
        "select v.index as place from (select row_number() over () - 1 as index, ms_code, date from votes) as v "
        f"semi join read_csv('{spells}') as s on s.state = v.ms_code and v.date >= s.joined_on "
        "and (s.left_on is null or v.date <= s.left_on)"
    ).df()["place"]
    outside = pd.Series(True, index=range(len(votes)))
    outside.loc[member] = False
    return pd.Series(outside.to_numpy(), index=votes.index) & (votes["ms_vote"] == "X")


def describe(votes: pd.DataFrame, reason: str) -> list[Dropped]:
    """Return one Dropped per vote."""
    return [Dropped("ga_votes", f"{row.resolution} {row.ms_code}", reason) for row in votes.itertuples()]


def corrections() -> pd.DataFrame:
    """Return the dates we mended."""
    return pd.DataFrame(
        [
            {
                "correction_id": f"general_assembly-{record}",
                "table_name": "roll_calls",
                "row_key": str(record),
                "column_name": "voted_on",
                "old_value": printed,
                "new_value": right,
                "reason": "Misprint: the session had not opened; other texts of the same meeting carry the new date.",
                "source_id": SOURCE,
            }
            for record, (printed, right) in MISDATED.items()
        ]
    )
