"""General Assembly: recorded votes on adopted texts, and how each member voted."""

from pathlib import Path

import pandas as pd

from analytics.paths import DATA
from analytics.sources.library_letters import VOTES, check_letters
from analytics.sources.preparation import Dropped, Preparation

ISSUES = {
    "me": "middle_east",
    "nu": "nuclear",
    "di": "disarmament",
    "hr": "human_rights",
    "co": "colonialism",
    "ec": "development",
}
# In these sessions the source's flags for both issues are copies of the one for disarmament.
COPIED_SESSIONS = range(74, 79)
COPIED_ISSUES = ["colonialism", "development"]
TITLE_TAIL = (
    r"\s*:?\s*\b(reso\w+|decisions?)\s*/\s*(ad\w+|by|submitted)\b[^/]*$"
    r"|\s*:\s*reso\w+ adopted by the General Assembly$"
    r"|\s*:\s*(?:resolution|decision)\s*$"
)
PARAGRAPH = "[PARA"
# The copy of late 2025 has no column for these two; its totals show that neither voted.
INFERRED = ("AFG", "VEN")
INFERRED_COPY = "3DL HZloto/unga-2025"
SOURCE = "un-digital-library"
UKRAINE = r"(?i)\bukrain|\bcrimea|zaporizhzhia"
PART = r"\[|\d ?[A-Z]+(?:-[A-Z]+)?$"


def normalise_general_assembly(reference: Path) -> Preparation:
    """Return roll_calls and ga_votes; raises ValueError for an unknown vote letter or code."""
    texts = read_texts(reference)
    paragraphs = texts[texts["resolution"].str.contains(PARAGRAPH, regex=False)]
    calls = texts.drop(paragraphs.index)
    votes = read_votes(reference, calls)
    early = cast_before_admission(votes)
    roll_calls = shape_roll_calls(calls, read_issues(reference))
    dropped = [Dropped("roll_calls", symbol, "vote on a paragraph") for symbol in paragraphs["resolution"]]
    dropped += [
        Dropped("roll_calls", f"{issue}, session {session}", "flags are copies of those for disarmament")
        for issue in COPIED_ISSUES
        for session in COPIED_SESSIONS
    ]
    dropped += unrecorded(reference) + describe(votes[early], "did not vote: not yet a member")
    tables = {"roll_calls": roll_calls, "ga_votes": shape_votes(votes[~early])}
    return Preparation(tables, dropped)


def read_texts(reference: Path) -> pd.DataFrame:
    """Return the Assembly's recorded votes."""
    source = pd.read_parquet(reference / "un" / "resolutions.parquet")
    texts = source[(source["body"] == "GA") & source["recorded"]].copy()
    texts["date"] = pd.to_datetime(texts["date"])
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
    frame["part"] = calls["resolution"].str.contains(PART, regex=True)
    frame["title"] = calls["title"].str.replace(TITLE_TAIL, "", regex=True).str.strip()
    frame["meeting"] = calls["meeting"]
    totals = {"yes": "total_yes", "abstain": "total_abstentions", "no": "total_no", "absent": "total_non_voting"}
    for ours, theirs in totals.items():
        frame[ours] = calls[theirs].astype(int)
    frame = frame.join(issues, on="roll_call_id")
    frame.loc[frame["session"].isin(COPIED_SESSIONS), COPIED_ISSUES] = pd.NA
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


def read_votes(reference: Path, calls: pd.DataFrame) -> pd.DataFrame:
    """Return the votes in these roll calls with their evidence grades; raises ValueError where the file has changed."""
    votes = pd.read_parquet(reference / "un" / "ga_votes.parquet")
    votes = votes[votes["undl_id"].isin(calls["undl_id"])].reset_index(drop=True)
    check_letters(votes, "ga_votes.parquet")
    thin_copy = calls.loc[calls["source"] == INFERRED_COPY, "undl_id"]
    inferred = votes["ms_code"].isin(INFERRED) & votes["undl_id"].isin(thin_copy)
    if set(votes.loc[inferred, "ms_vote"]) - {"X"}:
        raise ValueError(f"ga_votes.parquet: {INFERRED} have votes in {INFERRED_COPY}; review INFERRED in {__name__}")
    votes["evidence"] = inferred.map({True: "B", False: "A"})
    return votes


def shape_votes(votes: pd.DataFrame) -> pd.DataFrame:
    """Return ga_votes in our schema, sorted by state."""
    shaped = pd.DataFrame(
        {
            "roll_call_id": votes["undl_id"].astype("int32"),
            "state": votes["ms_code"],
            "vote": votes["ms_vote"].map(VOTES),
            "source_id": SOURCE,
            "evidence": votes["evidence"],
        }
    )
    return shaped.sort_values(["state", "roll_call_id"]).reset_index(drop=True)


def cast_before_admission(votes: pd.DataFrame) -> pd.Series:
    """Return which votes are 'did not vote' of a state that was not a member on the day."""
    spells = pd.read_csv(DATA / "un_memberships.csv", parse_dates=["joined_on", "left_on"])
    days = votes[["ms_code", "date"]].drop_duplicates()
    pairs = days.merge(spells, left_on="ms_code", right_on="state")
    day = pd.to_datetime(pairs["date"])
    inside = pairs[(day >= pairs["joined_on"]) & (pairs["left_on"].isna() | (day <= pairs["left_on"]))]
    member = pd.MultiIndex.from_frame(votes[["ms_code", "date"]]).isin(pd.MultiIndex.from_frame(inside[days.columns]))
    return ~pd.Series(member, index=votes.index) & (votes["ms_vote"] == "X")


def describe(votes: pd.DataFrame, reason: str) -> list[Dropped]:
    """Return one Dropped per vote."""
    return [Dropped("ga_votes", f"{row.resolution} {row.ms_code}", reason) for row in votes.itertuples()]
