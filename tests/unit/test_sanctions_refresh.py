"""Sanctions programmes held against those in force at their publishers: shown to a person, never put in place."""

import json

import pandas as pd
import pytest
from click.testing import CliRunner

from analytics.commands.data import refresh_command
from analytics.errors import CordonError
from analytics.paths import DATA
from analytics.sources.sanction_lists import COUNTRIES, PROGRAMMES
from analytics.sources.upstreams import Refreshed, find_upstream, refresh
from tests.unit.upstream import HASTE, Publisher


def targets(sender: str) -> set[str]:
    rows = pd.read_csv(DATA / "sanctions.csv", dtype=str)
    return set(rows.loc[(rows["sender"] == sender) & (rows["end_status"] == "in_force"), "target"])


def regime(code: str | None, said: str = "Restrictive measures in view of the situation") -> dict[str, object]:
    return {"id": 1, "specification": said, "country": {"data": {"code": code, "title": "x"}}}


def ours() -> list[dict[str, object]]:
    codes = {target: code for code, target in COUNTRIES.items()}
    return [regime(codes[target]) for target in sorted(targets("EU"))]


def listed(*programmes: str) -> bytes:
    lines = [f'{n},"A NAME","-0- ","{programme}",' + ",".join(['"-0- "'] * 8) for n, programme in enumerate(programmes)]
    return "\r\n".join([*lines, "\x1a"]).encode()


def ask(publisher: Publisher, source: str) -> Refreshed:
    return refresh(find_upstream(source), place=publisher.address, patience=HASTE)


def test_what_both_hold_is_no_difference(publisher: Publisher) -> None:
    """Thematic regimes, and such as guard the Union's own traders, are no sanctions on a country."""
    guards = [regime("US", "Measures protecting against the effects of"), regime(None), {**regime(None), "country": {}}]
    publisher.files["regime.json"] = json.dumps({"data": ours() + guards}).encode()
    (difference,) = ask(publisher, "eu-sanctions").differences
    assert not difference


def test_a_regime_more_and_one_less_are_named(publisher: Publisher) -> None:
    regimes = [item for item in ours() if item["country"] != {"data": {"code": "RU", "title": "x"}}]
    publisher.files["regime.json"] = json.dumps({"data": [*regimes, regime("RS", "A new regime")]}).encode()
    (difference,) = ask(publisher, "eu-sanctions").differences
    assert (difference.added, difference.removed) == (("EU SRB: A new regime",), ("EU RUS",))


def test_a_listed_programme_that_we_lack_is_named(publisher: Publisher) -> None:
    assert "ZWE" not in targets("USA")
    publisher.files["sdn.csv"] = listed("SDGT] [DPRK3", "ZIMBABWE", "[CUBA]", "SOUTH SUDAN")
    (difference,) = ask(publisher, "us-sanctions").differences
    assert (difference.added, difference.removed) == (("USA ZWE: ZIMBABWE",), ())


@pytest.mark.parametrize(
    ("source", "name", "content", "said"),
    [
        (
            "eu-sanctions",
            "regime.json",
            json.dumps({"data": [regime("XX")]}),
            "country code 'XX'.*is not known",
        ),
        ("eu-sanctions", "regime.json", json.dumps({"regimes": []}), "not the list of regimes of the sanctions map"),
        ("eu-sanctions", "regime.json", json.dumps({"data": [{"id": 1}]}), "form expected: 'country'"),
        ("eu-sanctions", "regime.json", '{"data": [{"id"', "not a whole JSON file"),
        ("us-sanctions", "sdn.csv", listed("CUBA", "LATVIA-EO1").decode(), r":2: programme 'LATVIA-EO1' is not known"),
        ("us-sanctions", "sdn.csv", '1,"A NAME","-0- "', r":1: 3 fields where the list has 12"),
        ("us-sanctions", "sdn.csv", f'1,"{"A" * 200_000}', "form expected: field larger than field limit"),
    ],
)
def test_what_is_not_known_stops(publisher: Publisher, source: str, name: str, content: str, said: str) -> None:
    publisher.files[name] = content.encode()
    with pytest.raises(CordonError, match=said):
        ask(publisher, source)


def test_every_code_of_ours_is_a_state() -> None:
    states = set(pd.read_csv(DATA / "states.csv", dtype=str, keep_default_na=False)["state"])
    programmes = pd.read_csv(PROGRAMMES, dtype=str, keep_default_na=False)
    assert set(COUNTRIES.values()) <= states
    assert set(programmes["target"]) - {""} <= states
    assert programmes["programme"].is_unique


def test_the_command_tells_what_a_person_must_do(publisher: Publisher) -> None:
    publisher.files["sdn.csv"] = listed("ZIMBABWE")
    told = CliRunner().invoke(refresh_command, ["us-sanctions", "--from", publisher.address])
    assert "+ USA ZWE: ZIMBABWE" in told.output
    assert "add one with python -m analytics add sanction" in told.output
    told = CliRunner().invoke(refresh_command, ["un-sanctions"])
    assert told.output.startswith("un-sanctions: the United Nations publish a list of names, but no file of programmes")


def test_one_upstream_that_fails_does_not_keep_the_others_back(publisher: Publisher) -> None:
    publisher.files["sdn.csv"] = listed("ZIMBABWE")
    told = CliRunner().invoke(refresh_command, ["--from", publisher.address])
    assert "+ USA ZWE: ZIMBABWE" in told.output
    assert "ga_voting.csv is empty" in told.output
    assert isinstance(told.exception, CordonError)
    assert "upstreams could not be refreshed" in str(told.exception)
