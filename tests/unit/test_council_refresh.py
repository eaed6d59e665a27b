"""The Council from two upstreams: the Secretariat's list is first, the Library takes its rows over, nothing is lost."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.errors import CordonError
from analytics.paths import DATA
from analytics.sources import upstreams
from analytics.sources.council_list import list_years
from analytics.sources.difference import Difference
from analytics.sources.upstreams import find_upstream, refresh
from tests.unit.upstream import HASTE, Publisher

LAST_YEAR, THIS_YEAR = list_years(date(2026, 12, 31))
IN_2026: dict[str, Any] = {"places": {LAST_YEAR: "", THIS_YEAR: ""}, "maybe": frozenset([THIS_YEAR])}
SC_HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,permanent_member,date,resolution,draft,meeting,title,"
    "total_yes,total_no,total_abstentions,total_non_voting,undl_link"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Our tables of the Council, to be changed."""
    folder = tmp_path / "data"
    (folder / "corrections").mkdir(parents=True)
    for name in ("council_drafts.csv", "council_votes.parquet", "states.csv", "state_aliases.csv"):
        shutil.copy2(DATA / name, folder / name)
    shutil.copytree(DATA / "corrections", folder / "corrections", dirs_exist_ok=True)
    return folder


def listed(data: Path) -> list[dict[str, object]]:
    """What we hold of the Secretariat's list, as it publishes it."""
    drafts = pd.read_csv(data / "council_drafts.csv", dtype=str, keep_default_na=False)
    votes = pd.read_parquet(data / "council_votes.parquet")
    names = pd.read_csv(data / "states.csv", dtype=str).set_index("state")["official_name"].str.upper()
    return [
        entry(row, {vote: [names[code] for code in cast["member"]] for vote, cast in own.groupby("vote")})
        for row in drafts[drafts["source_id"] == "un-resolutions-repository"].to_dict("records")
        if len(own := votes[votes["draft_id"] == row["draft_id"]])
    ]


def entry(row: dict[str, str], names: dict[str, list[str]]) -> dict[str, object]:
    day = date.fromisoformat(row["voted_on"])
    tally = "-".join(row[vote] for vote in ("yes", "no", "abstain"))
    return {
        "symbol": row["resolution"],
        "adoption_date": f"{day.day} {day:%B %Y}",
        "agenda_item_name": row["title"],
        "adoption_type": "Adopted unanimously" if row["yes"] == "15" else f"Adopted {tally}",
        "draft_resolution": row["draft"],
        "outcome_letter": row["meeting"],
        "chapter_VII": "Chapter VII" if row["chapter_vii"] == "true" else "",
        "MS_in_favour": names.get("yes", []),
        "MS_against": names.get("no", []),
        "MS_abstaining": names.get("abstain", []),
    }


def new_entry(**changed: object) -> dict[str, object]:
    row = {
        "resolution": "S/RES/2900 (2026)", "voted_on": "2026-12-03", "title": "A matter", "yes": "2", "no": "1",
        "abstain": "1", "draft": "S/2026/900", "meeting": "S/PV.10300", "chapter_vii": "true",
    }  # fmt: skip
    votes = {"yes": ["FRANCE", "CÔTE D’IVOIRE"], "no": ["CHINA"], "abstain": ["RUSSIAN FEDERATION"]}
    return entry(row, votes) | changed


def publish(publisher: Publisher, *entries: dict[str, object]) -> None:
    """Put entries into this year's file; last year's has one that the Library holds."""
    publisher.files[LAST_YEAR] = json.dumps(new_entry(symbol="S/RES/2800 (2025)")).encode()
    publisher.files[THIS_YEAR] = "\n".join(json.dumps(item) for item in entries).encode()


def ask(publisher: Publisher, data: Path, source: str = "council-list") -> tuple[Difference, ...]:
    upstream = find_upstream(source)
    if source == "council-list":
        upstream = replace(upstream, **IN_2026)
    return refresh(upstream, data=data, place=publisher.address, patience=HASTE).differences


def test_what_we_hold_of_the_list_is_no_news(publisher: Publisher, data: Path) -> None:
    """The tally of 2812, in which the list contradicts itself, is let through because we corrected it."""
    entries = listed(data)
    contradicting = next(item for item in entries if str(item["symbol"]).startswith("S/RES/2812"))
    contradicting["adoption_type"] = "Adopted 13-0-2, 10089th meeting"
    publish(publisher, *entries)
    drafts, votes = ask(publisher, data)
    assert (drafts.added, drafts.removed, drafts.changed) == ((), (), ())
    assert (votes.added, votes.removed, votes.changed) == ((), (), ())


def test_a_new_resolution_comes_with_its_votes(publisher: Publisher, data: Path) -> None:
    publish(publisher, *listed(data), new_entry(MS_in_favour=[], adoption_type="Adopted 0-1-1"), new_entry())
    drafts, votes = ask(publisher, data)
    assert drafts.added == ("sc-2900",)
    row = drafts.result[drafts.result["draft_id"] == "sc-2900"].iloc[0]
    assert row[["voted_on", "yes", "no", "abstain", "absent", "chapter_vii", "outcome", "source_id"]].tolist() == [
        "2026-12-03", "2", "1", "1", "11", "true", "adopted", "un-resolutions-repository",
    ]  # fmt: skip
    assert sorted(votes.added) == ["CHN sc-2900", "CIV sc-2900", "FRA sc-2900", "RUS sc-2900"]
    cast = votes.result[votes.result["draft_id"] == "sc-2900"].set_index("member")
    assert cast.loc["CHN", ["vote", "permanent"]].tolist() == ["no", "true"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"MS_in_favour": ["FRANCE", "ATLANTIS"]}, r"2\w{3}\.json:1: MS_in_favour 'ATLANTIS' is no member known"),
        ({"MS_in_favour": ["FRANCE", "FRANCE"]}, r"\.json:1: MS_in_favour 'FRANCE' stands twice"),
        ({"adoption_type": "Adopted 13-0-2, 1st meeting"}, r"name 2 in favour, 1 against and 1 abstaining, but"),
        ({"adoption_type": "Adopted unanimously"}, "but adoption_type is 'Adopted unanimously'"),
        ({"chapter_VII": "Chapter VIII"}, r"\.json:1: chapter_VII 'Chapter VIII' is not one of"),
        ({"adoption_date": "03/12/2026"}, r"\.json:1: adoption_date '03/12/2026' is no day"),
        ({"symbol": "S/2026/900"}, r"\.json:1: unknown form of a symbol: 'S/2026/900'"),
    ],
)
def test_the_list_is_read_strictly(publisher: Publisher, data: Path, changed: dict[str, object], said: str) -> None:
    publish(publisher, new_entry(**changed))
    with pytest.raises(CordonError, match=said):
        ask(publisher, data)


def test_a_line_cut_short_or_a_column_gone_stops(publisher: Publisher, data: Path) -> None:
    publish(publisher, new_entry(), new_entry())
    publisher.files[THIS_YEAR] = publisher.files[THIS_YEAR][:-40]
    with pytest.raises(CordonError, match=r"\.json:2: not a whole line of JSON"):
        ask(publisher, data)
    publish(publisher, {name: value for name, value in new_entry().items() if name != "MS_against"})
    with pytest.raises(CordonError, match="do not have the form expected: 'MS_against'"):
        ask(publisher, data)


def test_this_years_file_may_be_missing_last_years_not(publisher: Publisher, data: Path) -> None:
    """Rows of a year that was not fetched stay."""
    publish(publisher)
    publisher.manners[THIS_YEAR] = "missing"
    drafts, votes = ask(publisher, data)
    assert not drafts
    assert not votes
    publisher.manners[LAST_YEAR] = "missing"
    with pytest.raises(CordonError, match=rf"{LAST_YEAR} answered 404"):
        ask(publisher, data)


def test_the_library_takes_over_with_what_the_list_alone_told(
    publisher: Publisher, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small world: one text of the Library, one of the list; then the Library has both."""
    drafts, votes = pd.read_csv(data / "council_drafts.csv", dtype=str), pd.read_parquet(data / "council_votes.parquet")
    kept = drafts[drafts["draft_id"].isin(["280453", "sc-2813"])]
    kept.to_csv(data / "council_drafts.csv", index=False)
    votes[votes["draft_id"].isin(kept["draft_id"])].iloc[:0].to_parquet(data / "council_votes.parquet", index=False)
    shutil.rmtree(data / "corrections")
    text = (
        "{},S/RES/{},,{},Security Council resolution {} [on a matter],1.0,0.0,1.0,13.0,https://digitallibrary.un.org/r"
    )
    old = f"280453,FRA,France,Y,True,1946-01-25,{text.format('', '1 (1946)', 'S/PV.2', '1 (1946)').lstrip(',')}"
    new = [
        f"4100000,{code},{code},{letter},True,2026-01-27,"
        + text.format("", "2813 (2026)", "S/PV.10097", "2813 (2026)").lstrip(",")
        for code, letter in (("FRA", "Y"), ("CHN", "A"))
    ]
    publisher.files["sc_voting.csv"] = "\n".join([SC_HEADER, old, *new]).encode()
    monkeypatch.setattr(upstreams, "MOST_REMOVED", 1)
    found, cast = ask(publisher, data, "security-council")
    assert (found.added, found.removed) == (("4100000",), ("sc-2813",))
    row = found.result[found.result["draft_id"] == "4100000"].iloc[0]
    assert row[["resolution", "draft", "chapter_vii", "title", "source_id"]].tolist() == [
        "S/RES/2813 (2026)", "S/2026/40", "false", "On a matter", "un-digital-library",
    ]  # fmt: skip
    assert "CHN 4100000" in cast.added
    assert set(cast.result["vote"]) == {"yes", "abstain"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1,FRA,France,Z,True,2026-01-27,S/RES/2813 (2026),,m,t,1,0,0,0,https://a", r":2: ms_vote 'Z' is not one of"),
        ("1,FRX,France,Y,True,2026-01-27,S/RES/2813 (2026),,m,t,1,0,0,0,https://a", r":2: ms_code 'FRX' is not a"),
        ("1,FRA,France,Y,maybe,2026-01-27,S/RES/2813 (2026),,m,t,1,0,0,0,https://a", r":2: permanent_member 'maybe'"),
        ("1,FRA,France,Y,True,2026-01-27,RES 2813,,m,t,1,0,0,0,https://a", r"unknown form of a symbol: 'RES 2813'"),
    ],
)
def test_the_librarys_votes_are_read_strictly(publisher: Publisher, data: Path, line: str, said: str) -> None:
    publisher.files["sc_voting.csv"] = f"{SC_HEADER}\n{line}".encode()
    with pytest.raises(CordonError, match=said):
        ask(publisher, data, "security-council")
