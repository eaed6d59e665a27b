"""Voting data of the United Nations Digital Library: one file for the Assembly, one for the Security Council."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analytics.sources.council_texts import SECRETARIAT, text_kinds, tidy_symbol, tidy_title
from analytics.sources.difference import Part, read_text
from analytics.sources.fetch import Fetched
from analytics.sources.general_assembly import ISSUES, PARAGRAPH, cast_before_admission, shape_roll_calls, shape_votes
from analytics.sources.library_letters import VOTES
from analytics.sources.strict_files import counts, demand, is_count, is_date, read_table

LIBRARY: Mapping[str, tuple[str, ...]] = {"source_id": ("un-digital-library",)}
TOTALS = {"total_yes": "yes", "total_no": "no", "total_abstentions": "abstain", "total_non_voting": "absent"}
VOTE_COLUMNS = ("undl_id", "ms_code", "ms_vote", "date", "resolution", "meeting", *TOTALS, "undl_link")


def parse_assembly(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return roll calls and votes of the General Assembly."""
    file = files["ga_voting.csv"]
    votes = read_votes(file, (*VOTE_COLUMNS, "session", "title"), data)
    votes = votes[~votes["resolution"].str.contains(PARAGRAPH, regex=False)]
    calls = votes.drop_duplicates("undl_id").reset_index(drop=True)
    roll_calls = shape_roll_calls(calls, no_flags()).drop(columns=list(ISSUES.values()))
    counted = votes[~cast_before_admission(votes)].assign(evidence="A")
    cast = shape_votes(counted)
    return [
        Part("roll_calls", ("roll_call_id",), roll_calls, LIBRARY, {}),
        Part("ga_votes", ("state", "roll_call_id"), cast, LIBRARY, {}),
    ]


def parse_council(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return adopted resolutions and votes of the Security Council."""
    file = files["sc_voting.csv"]
    votes = read_votes(file, (*VOTE_COLUMNS, "permanent_member"), data)
    demand(votes, "permanent_member", lambda value: value in ("True", "False"), "True or False", file)
    title = "title" if "title" in votes.columns else "description"
    texts = votes.drop_duplicates("undl_id")
    drafts = pd.DataFrame(
        {
            "draft_id": texts["undl_id"].astype(str),
            "resolution": texts["resolution"].map(tidy_symbol),
            "voted_on": texts["date"],
            "meeting": texts["meeting"],
            "text_kind": text_kinds(texts[title]),
            "title": texts[title].map(tidy_title),
            **{ours: texts[theirs] for theirs, ours in TOTALS.items()},
            "url": texts["undl_link"],
        }
    )
    cast = pd.DataFrame(
        {
            "draft_id": votes["undl_id"].astype(str),
            "member": votes["ms_code"],
            "vote": votes["ms_vote"].map(VOTES),
            "permanent": votes["permanent_member"] == "True",
        }
    )
    graded = {"source_id": "un-digital-library", "evidence": "A"}
    drafts, own = take_over(drafts, read_text(data, "council_drafts"))
    fixed, order = {"outcome": "adopted", **graded}, ("voted_on", "draft_id")
    return [
        Part("council_drafts", ("draft_id",), drafts, own, fixed, ("draft", "chapter_vii"), order),
        Part("council_votes", ("member", "draft_id"), cast, own, graded),
    ]


def take_over(drafts: pd.DataFrame, ours: pd.DataFrame) -> tuple[pd.DataFrame, Mapping[str, tuple[str, ...]]]:
    """Return the texts with what only the Secretariat's list told of them, and which rows of ours they replace."""
    listed = ours[(ours["source_id"] == SECRETARIAT) & ours["resolution"].isin(drafts["resolution"])]
    told = listed.set_index("resolution")[["draft", "chapter_vii"]].reindex(drafts["resolution"])
    replaced = [*ours.loc[ours["source_id"].isin(LIBRARY["source_id"]), "draft_id"], *listed["draft_id"]]
    complete = drafts.assign(draft=told["draft"].to_numpy(), chapter_vii=told["chapter_vii"].to_numpy())
    return complete, {"draft_id": tuple(replaced)}


def read_votes(file: Fetched, columns: tuple[str, ...], data: Path) -> pd.DataFrame:
    """Return the rows of a voting file, every code, letter, day and number known."""
    votes = read_table(file, columns)
    states = set(pd.read_csv(data / "states.csv", dtype=str, keep_default_na=False)["state"])
    demand(votes, "undl_id", str.isdigit, "a record number", file)
    demand(votes, "ms_code", lambda code: code in states, "a state of data/states.csv", file)
    demand(votes, "ms_vote", lambda vote: vote in VOTES, f"one of {', '.join(VOTES)}", file)
    demand(votes, "date", is_date, "a day as YYYY-MM-DD", file)
    demand(votes, "undl_link", lambda link: link.startswith("http"), "an address; the line may have broken off", file)
    for column in TOTALS:
        demand(votes, column, is_count, "a number of votes", file)
        votes[column] = counts(votes[column])
    votes["undl_id"] = votes["undl_id"].astype(int)
    votes["date"] = pd.to_datetime(votes["date"])
    return votes


def no_flags() -> pd.DataFrame:
    """Return issue flags for no roll call: the Library does not give them, ours stay as they are."""
    return pd.DataFrame(columns=list(ISSUES.values()), dtype="boolean").rename_axis("undl_id")
