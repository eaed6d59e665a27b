"""The list of vetoes of the United Nations Department of Political and Peacebuilding Affairs (DPPA-SCVETOES)."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analytics.errors import CordonError
from analytics.sources.difference import Part, read_text
from analytics.sources.fetch import Fetched
from analytics.sources.strict_files import demand, is_date, read_table

SEATS = {
    "china": "CHN",
    "france": "FRA",
    "russian_federation_ussr": "RUS",
    "united_kingdom": "GBR",
    "united_states": "USA",
}
# The state that held a seat before the day.
HOLDERS = {"CHN": ("1971-10-25", "TWN"), "RUS": ("1991-12-24", "SUN")}
COLUMNS = ("id", "draft_res#", "date", "record", "agenda", "#_of_pms", "url_for_res#", *SEATS)
OWN: Mapping[str, tuple[str, ...]] = {"source_id": ("un-veto-list", "veto-reports")}
GRADED = {"source_id": "un-veto-list", "evidence": "B"}


def parse_vetoes(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return vetoed drafts and the vetoes cast on them; raises CordonError for a row that contradicts itself."""
    file = files["scvetoes.csv"]
    listed = read_table(file, COLUMNS)
    demand(listed, "id", str.isdigit, "a number", file)
    demand(listed, "date", is_date, "a day as YYYY-MM-DD", file)
    for seat in SEATS:
        demand(listed, seat, lambda value: value in ("0", "1"), "0 or 1", file)
    cast = listed[list(SEATS)] == "1"
    odd = listed[cast.sum(axis=1).astype(str) != listed["#_of_pms"].str.removesuffix(".0")]
    if len(odd):
        number = odd.iloc[0]["#_of_pms"]
        raise CordonError(f"{file.place}:{odd.index[0] + 2}: #_of_pms {number!r} is not the number of seats marked.")
    listed["draft_id"] = match_drafts(listed, data)
    drafts = pd.DataFrame(
        {
            "draft_id": listed["draft_id"],
            "voted_on": listed["date"],
            "draft": listed["draft_res#"],
            "meeting": "S/PV." + listed["record"],
            "title": listed["agenda"],
            "url": listed["url_for_res#"],
        }
    )
    fixed = {"outcome": "vetoed", "text_kind": "resolution", **GRADED}
    new_only, order = ("draft", "meeting", "title", "url"), ("voted_on", "draft_id")
    return [
        Part("council_drafts", ("draft_id",), drafts, OWN, fixed, new_only, order),
        Part("veto_casts", ("draft_id", "cast_by"), list_casts(listed, cast), OWN, GRADED, ("seat",)),
    ]


def list_casts(listed: pd.DataFrame, cast: pd.DataFrame) -> pd.DataFrame:
    """Return one row per veto cast, by the state that held the seat on the day."""
    rows = [
        (draft, holder(SEATS[column], day), SEATS[column])
        for column in SEATS
        for draft, day in zip(listed.loc[cast[column], "draft_id"], listed.loc[cast[column], "date"], strict=True)
    ]
    return pd.DataFrame(rows, columns=["draft_id", "cast_by", "seat"])


def holder(seat: str, day: str) -> str:
    """Return the state that held a permanent seat on a day."""
    until, former = HOLDERS.get(seat, ("", seat))
    return former if day < until else seat


def match_drafts(listed: pd.DataFrame, data: Path) -> list[str]:
    """Return our key of each draft: by day and symbol, else by order within the day, else a new one."""
    ours = read_text(data, "council_drafts")
    ours = ours[(ours["outcome"] == "vetoed") & ours["source_id"].isin(OWN["source_id"])]
    keys: list[str] = []
    left = {day: list(zip(group["draft"], group["draft_id"], strict=True)) for day, group in ours.groupby("voted_on")}
    days = listed.groupby("date", sort=False)
    found = {day: match_day(list(group["draft_res#"]), left.get(day, []), str(day)) for day, group in days}
    for day in listed["date"]:
        keys.append(found[day].pop(0))
    return keys


def match_day(symbols: list[str], ours: list[tuple[str, str]], day: str) -> list[str]:
    """Return our keys of one day's drafts, in their order."""
    left = list(ours)
    keys: list[str | None] = []
    for symbol in symbols:
        same = next((pair for pair in left if symbol and plain_symbol(pair[0]) == plain_symbol(symbol)), None)
        if same:
            left.remove(same)
        keys.append(same[1] if same else None)
    unmatched = iter([key for _, key in left] + [f"veto-{day}-{number}" for number in range(len(ours) + 1, 99)])
    return [key or next(unmatched) for key in keys]


def plain_symbol(symbol: str) -> str:
    """Return a symbol without spaces and corrigenda."""
    return symbol.split(" and ", maxsplit=1)[0].replace(" ", "").upper()
