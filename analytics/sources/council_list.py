"""Resolutions of the Security Council as the United Nations Secretariat publishes them, one file of JSON lines a year.

Of what it lists only the texts that the Digital Library's voting data do not hold yet become rows of ours; once the
Library has them, its rows take their place (library_votes).
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.database.corrections import read_corrections
from analytics.errors import CordonError
from analytics.sources.council_texts import SEATS, SECRETARIAT, text_kinds, tidy_symbol
from analytics.sources.difference import Part, read_text
from analytics.sources.fetch import Fetched
from analytics.sources.strict_files import read_json_lines

LISTS = {"MS_in_favour": "yes", "MS_against": "no", "MS_abstaining": "abstain"}
CHAPTERS = {"Chapter VII": "true", "": "false", "N.A.": "false"}
TALLY = re.compile(r"Adopted (\d+)-(\d+)-(\d+)")
MEMBERS, LEAST = 15, 9
GRADED = {"source_id": SECRETARIAT, "evidence": "A"}


def parse_list(files: Mapping[str, Fetched], data: Path) -> list[Part]:
    """Return resolutions newer than those of the Digital Library, and the votes on them."""
    drafts = read_text(data, "council_drafts")
    held = set(drafts.loc[(drafts["outcome"] == "adopted") & (drafts["source_id"] != SECRETARIAT), "resolution"])
    entries = [entry for file in files.values() for entry in read_entries(file, held)]
    years = tuple(name.removesuffix(".json") for name in files)
    ours = drafts[(drafts["source_id"] == SECRETARIAT) & drafts["voted_on"].str.startswith(years)]
    names, corrected = member_names(data), {item.row for item in read_corrections(data)}
    rows, votes = [], []
    for place, entry in entries:
        cast = read_cast(entry, names, place, corrected)
        rows.append(shape_entry(entry, cast, place))
        votes += [(rows[-1]["draft_id"], member, vote, member in SEATS) for member, vote in cast.items()]
    columns = ["draft_id", "resolution", "voted_on", "draft", "meeting", "title", "text_kind", "chapter_vii"]
    frame = pd.DataFrame(rows, columns=[*columns, "yes", "abstain", "no", "absent"])
    cast_frame = pd.DataFrame(votes, columns=["draft_id", "member", "vote", "permanent"])
    own = {"draft_id": tuple(ours["draft_id"])}
    fixed, new_only = {"outcome": "adopted", **GRADED}, ("title", "text_kind")
    return [
        Part("council_drafts", ("draft_id",), frame, own, fixed, new_only, order=("voted_on", "draft_id")),
        Part("council_votes", ("member", "draft_id"), cast_frame, own, GRADED),
    ]


def read_entries(file: Fetched, held: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return place and content of each text not held; of one listed twice the entry that names votes.

    Raises CordonError for an unknown form of a symbol.
    """
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for place, entry in read_json_lines(file):
        try:
            symbol = tidy_symbol(str(entry["symbol"]))
        except ValueError as error:
            raise CordonError(f"{place}: {error}.") from error
        if symbol not in held and (symbol not in found or entry["MS_in_favour"]):
            found[symbol] = (place, {**entry, "symbol": symbol})
    return list(found.values())


def read_cast(entry: Mapping[str, Any], names: Mapping[str, str], place: str, corrected: set[str]) -> dict[str, str]:
    """Return the vote of each member; raises CordonError for an unknown one, and where list and tally differ.

    A text of which we corrected the tally is let through: the correction itself holds what it expects.
    """
    cast: dict[str, str] = {}
    for column, vote in LISTS.items():
        for name in entry[column]:
            code = names.get(plain_name(name))
            if code is None:
                raise CordonError(f"{place}: {column} {name!r} is no member known. Add it to data/state_aliases.csv.")
            if code in cast:
                raise CordonError(f"{place}: {column} {name!r} stands twice.")
            cast[code] = vote
    counts = [sum(vote == ours for vote in cast.values()) for ours in LISTS.values()]
    told = TALLY.match(entry["adoption_type"])
    wanted = [int(count) for count in told.groups()] if told else [max(counts[0], LEAST), 0, 0]
    if (counts != wanted or len(cast) > MEMBERS) and draft_key(entry["symbol"]) not in corrected:
        raise CordonError(
            f"{place}: the lists of {entry['symbol']} name {counts[0]} in favour, {counts[1]} against and {counts[2]} "
            f"abstaining, but adoption_type is {entry['adoption_type']!r}. Wait until the publisher mends it, or add "
            "the text with data/corrections."
        )
    return cast


def shape_entry(entry: Mapping[str, Any], cast: Mapping[str, str], place: str) -> dict[str, object]:
    """Return one resolution in our columns; raises CordonError for an unknown chapter."""
    votes = list(cast.values())
    if entry["chapter_VII"] not in CHAPTERS:
        raise CordonError(f"{place}: chapter_VII {entry['chapter_VII']!r} is not one of {', '.join(CHAPTERS)}.")
    return {
        "draft_id": draft_key(entry["symbol"]),
        "resolution": entry["symbol"],
        "voted_on": read_day(str(entry["adoption_date"]), place),
        "draft": entry["draft_resolution"],
        "meeting": entry["outcome_letter"],
        "title": entry["agenda_item_name"].strip() or "Title not recorded",
        "text_kind": text_kinds(pd.Series([entry["agenda_item_name"]])).iloc[0],
        "chapter_vii": CHAPTERS[entry["chapter_VII"]],
        **{vote: votes.count(vote) for vote in ("yes", "abstain", "no")},
        "absent": max(MEMBERS - len(votes), 0),
    }


def draft_key(symbol: str) -> str:
    """Return our key of a text that only this list holds."""
    return "sc-" + symbol.split("/")[2].split(" ", maxsplit=1)[0]


def read_day(text: str, place: str) -> str:
    """Return a day written as 14 January 2026; raises CordonError for another form."""
    try:
        return datetime.strptime(text.strip(), "%d %B %Y").date().isoformat()
    except ValueError as error:
        raise CordonError(f"{place}: adoption_date {text!r} is no day such as 14 January 2026.") from error


def member_names(data: Path) -> dict[str, str]:
    """Return the code of each state by its names, official names and aliases, without accents and case."""
    states = pd.read_csv(data / "states.csv", dtype=str, keep_default_na=False)
    aliases = pd.read_csv(data / "state_aliases.csv", dtype=str, keep_default_na=False)
    names = pd.concat([aliases["alias"], states["name"], states["official_name"]]).map(plain_name)
    return dict(zip(names, pd.concat([aliases["state"], states["state"], states["state"]]), strict=True))


def plain_name(name: str) -> str:
    """Return a name without accents, case and kinds of apostrophe."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().strip()


def list_years(today: date) -> tuple[str, str]:
    """Return the files that hold what is new: last year's, and this year's, which may not have begun."""
    return f"{today.year - 1}.json", f"{today.year}.json"
