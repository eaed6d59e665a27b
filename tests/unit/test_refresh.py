"""Refreshing: differences are told by key, the unknown stops with its place, news come in whole or not at all."""

import json
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics.database.changes import version_of
from analytics.database.inputs import CHANGES
from analytics.errors import CordonError
from analytics.maintain import apply_refreshed, check_data
from analytics.paths import DATA
from analytics.sources import apply as applying
from analytics.sources import upstreams
from analytics.sources.difference import describe_difference
from analytics.sources.fetch import Patience
from analytics.sources.upstreams import find_upstream, refresh
from tests.unit.publications import GA_HEADER, GDP, PEOPLE, ask, launch, ours, publish_launches, publish_weights, vote
from tests.unit.upstream import Publisher, world_bank


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Our tables, to be changed."""
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("geometry"))
    return tmp_path / "data"


def hand_kept(data: Path) -> dict[str, bytes]:
    """What no refresh may touch: corrections and additions."""
    kept = [*(data / "corrections").iterdir(), *(data / "additions").iterdir()]
    return {path.name: path.read_bytes() for path in kept}


def test_the_same_file_changes_nothing(publisher: Publisher, data: Path) -> None:
    publish_weights(publisher, data, {})
    (difference,) = ask(publisher, "weights", data).differences
    assert not difference
    assert describe_difference(difference) == "weights: 0 added, 0 values changed, 0 removed"


def test_news_are_told_by_key_and_come_in_only_when_applied(
    publisher: Publisher, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CORDON_BUILD", str(tmp_path / "build"))
    before = (data / "weights.csv").read_bytes()
    by_hand = hand_kept(data)
    publish_weights(publisher, data, {("RUS", 2025): 2.2e12, ("RUS", 2021): 1.8e12, ("WLD", 2025): 1e14})
    refreshed = ask(publisher, "weights", data)
    (difference,) = refreshed.differences
    assert difference.added == ("RUS 2025",)
    assert [(item.key, item.column, item.new) for item in difference.changed] == [
        ("RUS 2021", "gdp_usd", "1800000000000.0")
    ]
    assert (data / "weights.csv").read_bytes() == before
    previous = apply_refreshed(refreshed, data)
    assert (previous / "weights.csv").read_bytes() == before
    assert ours(data, "gdp_usd")[("RUS", 2025)] == 2.2e12
    assert not ask(publisher, "weights", data).differences[0]
    log = json.loads((data / "refreshed.json").read_text())
    assert log[0]["changes"] == {"weights": {"added": 1, "changed": 1, "removed": 0}}
    assert (log[0]["version"], log[0]["on"]) == (version_of(data), refreshed.on.isoformat())
    assert [len(file["sha256"]) for file in log[0]["files"]] == [64, 64]
    told = pd.read_csv(data / CHANGES)
    told = told[told["number"] == told["number"].max()].set_index("table_name")
    assert set(told["version"]) == {version_of(data)}
    assert told.loc["weights", ["added", "changed", "removed"]].tolist() == [1, 1, 0]
    assert told.loc["weights", "reason"].startswith("Refreshed from Gross domestic product")
    assert hand_kept(data) == by_hand
    assert (previous / CHANGES).is_file()
    sources = pd.read_csv(data / "sources.csv").set_index("source_id")
    assert sources.loc["world-bank-wdi", "retrieved_on"] == refreshed.on.isoformat()
    coverage = pd.read_csv(data / "coverage.csv").set_index("table_name")
    assert coverage.loc["weights", "ends_on"] == "2025-12-31"


def test_a_file_cut_short_that_still_parses_is_refused(publisher: Publisher, data: Path) -> None:
    publish_weights(publisher, data, {})
    few = dict(list(ours(data, "gdp_usd").items())[:500])
    publisher.files["gdp.json"] = world_bank(GDP, few)
    publisher.files["population.json"] = world_bank(PEOPLE, {})
    with pytest.raises(CordonError, match=r"rows of weights would go.*nothing was changed"):
        ask(publisher, "weights", data)


def test_a_new_roll_call_brings_its_votes(publisher: Publisher, data: Path) -> None:
    """A small world: the votes on one text are there, those on another are new."""
    calls, votes = pd.read_csv(data / "roll_calls.csv", dtype=str), pd.read_parquet(data / "ga_votes.parquet")
    calls.iloc[:0].to_csv(data / "roll_calls.csv", index=False)
    votes.iloc[:0].to_parquet(data / "ga_votes.parquet")
    publisher.files["ga_voting.csv"] = "\n".join(
        [GA_HEADER, vote("FRA", "Y"), vote("RUS", "N"), vote("CHN", "Y")]
    ).encode()
    roll_calls, cast = ask(publisher, "general-assembly", data).differences
    assert roll_calls.added == ("4090000",)
    assert roll_calls.result.iloc[0][["resolution", "session", "yes", "no", "title"]].tolist() == [
        "A/RES/80/300", "80", "2", "1", "A text",
    ]  # fmt: skip
    assert sorted(cast.added) == ["CHN 4090000", "FRA 4090000", "RUS 4090000"]
    assert dict(zip(cast.result["state"], cast.result["vote"], strict=True)) == {
        "CHN": "yes",
        "FRA": "yes",
        "RUS": "no",
    }


def test_a_source_that_mended_itself_is_noticed_and_nothing_changes(data: Path) -> None:
    path = data / "missile_launches.csv"
    path.write_text(path.read_text().replace("day,12:29:00,", "day,00:29:00,", 1))
    with pytest.raises(CordonError, match=r"NK0074 has time_utc '00:29:00', not '12:29:00' as expected"):
        check_data(data)


def test_a_row_that_goes_does_not_take_its_correction_along(data: Path) -> None:
    path = data / "missile_launches.csv"
    path.write_text("".join(line for line in path.open() if not line.startswith("NK0074,")))
    with pytest.raises(CordonError, match=r"missile_launches\.yml: no row 'NK0074' in missile_launches"):
        check_data(data)


def test_a_new_launch_has_its_korean_day_and_the_next_number(
    publisher: Publisher, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small world: the rows of ours that the file leaves out would go, which the guard would refuse."""
    monkeypatch.setattr(upstreams, "MOST_REMOVED", 1)
    launches = pd.read_csv(data / "missile_launches.csv", dtype=str)
    by_hand = launches[launches["state"] == "PRK"].tail(1).assign(launch_id="NK0400")
    by_hand.to_csv(data / "additions" / "missile_launches.csv", index=False)
    last = "NK0400"
    publish_launches(publisher, launch(), launch(series="2", outcome="failure"))
    (difference,) = ask(publisher, "missiles", data).differences
    first = f"NK{int(last[2:]) + 1:04}"
    assert difference.added == (first, f"NK{int(last[2:]) + 2:04}")
    row = difference.result[difference.result["launch_id"] == first].iloc[0]
    assert row[["date_utc", "date_local", "launch_day", "class", "preliminary", "state"]].tolist() == [
        "2026-11-02", "2026-11-03", "2026-11-03", "SRBM", "true", "PRK",
    ]  # fmt: skip


@pytest.mark.parametrize("manner", ["truncated", "busy", "page", "missing", "slow", "dripping", "dropped"])
def test_whatever_the_server_does_data_stay(publisher: Publisher, data: Path, manner: str) -> None:
    publish_weights(publisher, data, {("RUS", 2025): 2.2e12})
    publisher.manners["population.json"] = manner
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    impatient = Patience(timeout=0.5, deadline=1, attempts=2, wait=0.01)
    with pytest.raises(CordonError, match=r"population\.json"):
        refresh(find_upstream("weights"), data=data, place=publisher.address, patience=impatient)
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before


def test_a_replacement_that_breaks_off_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.json").write_text("old a")
    (data / "b.csv").write_text("old b")
    news = {"a.json": b"new a", "b.csv": b"new b", "c.csv": b"new c"}
    whole = applying.replace

    def break_off(path: Path, content: bytes) -> None:
        if path.name == "b.csv":
            raise KeyboardInterrupt
        whole(path, content)

    monkeypatch.setattr(applying, "replace", break_off)
    with pytest.raises(KeyboardInterrupt):
        applying.apply(news, data, tmp_path / "previous" / "1", lambda copy: {})
    assert (data / "a.json").read_text() == "new a"
    monkeypatch.setattr(applying, "replace", whole)

    def refuse(copy: Path) -> dict[str, bytes]:
        assert (copy / "c.csv").read_text() == "new c"
        raise CordonError(f"{copy}/c.csv:1: bad")

    with pytest.raises(CordonError, match=r"^data/c\.csv:1: bad"):
        applying.apply(news, data, tmp_path / "previous" / "2", refuse)
    assert {path.name: path.read_text() for path in data.iterdir()} == {"a.json": "old a", "b.csv": "old b"}
    applying.apply(news, data, tmp_path / "previous" / "3", lambda copy: {})
    assert {path.name: path.read_text() for path in data.iterdir()} == {
        "a.json": "new a",
        "b.csv": "new b",
        "c.csv": "new c",
    }
    assert (tmp_path / "previous" / "3" / "a.json").read_text() == "old a"


def test_vetoes_find_the_drafts_we_have(publisher: Publisher, data: Path) -> None:
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select row_number() over () as id, d.draft as 'draft_res#', d.voted_on as date, '' as record, "
            "d.title as agenda, "
            "count(*) as '#_of_pms', '' as 'url_for_res#', max((c.seat = 'CHN')::int) as china, "
            "max((c.seat = 'FRA')::int) as france, max((c.seat = 'RUS')::int) as russian_federation_ussr, "
            "max((c.seat = 'GBR')::int) as united_kingdom, max((c.seat = 'USA')::int) as united_states "
            f"from read_csv('{data}/council_drafts.csv', all_varchar = true) as d "
            f"join read_csv('{data}/veto_casts.csv', all_varchar = true) as c using (draft_id) "
            "group by d.draft_id, d.draft, d.voted_on, d.title"
        ).df()
    new = {"draft_res#": "S/2026/900", "date": "2026-10-05", "record": "10999", "agenda": "A matter", "#_of_pms": 1}
    seats = {"china": 0, "france": 0, "russian_federation_ussr": 1, "united_kingdom": 0, "united_states": 0}
    rows = pd.concat([rows, pd.DataFrame([{"id": 999, "url_for_res#": "", **new, **seats}])])
    publisher.files["scvetoes.csv"] = rows.to_csv(index=False).encode()
    drafts, casts = ask(publisher, "vetoes", data).differences
    assert (drafts.added, drafts.removed, drafts.changed) == (("veto-2026-10-05-1",), (), ())
    assert (casts.added, casts.removed) == (("veto-2026-10-05-1 RUS",), ())
