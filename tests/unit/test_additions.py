"""A fact added by hand: asked for or given whole, held against the table, appended only if everything holds."""

import csv
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from analytics.additions import KINDS, append_row, describe_columns, fill_row, find_kind, template
from analytics.commands import additions as command
from analytics.database.changes import record_changes
from analytics.database.inputs import CHANGES
from analytics.errors import CordonError
from analytics.maintain import change_data
from analytics.paths import DATA

TIE = {
    "initiator": "NIC",
    "target": "NLD",
    "event_date": "2022-09-30",
    "kind": "severed",
    "reason": "A reason",
    "event_group": "a-group",
    "end_status": "ongoing",
    "citation": "A document",
    "source_id": "ties-compiled",
    "evidence": "C",
}


@pytest.fixture
def appended(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, bytes], str]]:
    """What the command would put in place, with its reason; nothing is."""
    calls: list[tuple[dict[str, bytes], str]] = []
    monkeypatch.setattr(command, "change_data", lambda files, label, *, reason: calls.append((files, reason)))
    monkeypatch.setattr(command, "write_descriptors", lambda connection: 0)
    return calls


def run(*arguments: str, asked: str | None = None) -> Result:
    return CliRunner().invoke(command.add_fact, arguments, input=asked)


def pairs(row: dict[str, str]) -> list[str]:
    return [part for name, value in row.items() for part in ("--set", f"{name}={value}")]


def last_row(content: bytes) -> dict[str, str]:
    return list(csv.DictReader(content.decode().splitlines()))[-1]


def test_a_row_given_whole_gets_key_and_what_is_meant(appended: list[tuple[dict[str, bytes], str]]) -> None:
    done = run("tie", *pairs(TIE))
    assert done.exit_code == 0, done.output
    ((files, reason),) = appended
    row = last_row(files["additions/ties.csv"])
    assert row == dict.fromkeys(row, "") | TIE | {
        "tie_id": "NIC-NLD-2022-09-30-severed",
        "date_precision": "day",
    }
    assert reason == "Added by hand: ties NIC-NLD-2022-09-30-severed."
    assert "data/additions/ties.csv:2: added" in done.output


def test_asked_for_column_by_column_until_it_fits(appended: list[tuple[dict[str, bytes], str]]) -> None:
    answers = [
        "Nicaragua", "NIC", "NLD", "30/09/2022", "2022-09-30", "", "sevred", "severed", "", "A reason", "a-group",
        "ongoing", "", "", "", "A document", "ties-compiled", "", "C", "", "y",
    ]  # fmt: skip
    done = run("tie", asked="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "initiator: State that took the step" in done.output
    assert "initiator 'Nicaragua' is not in data/states.csv. Nearest: NIC." in done.output
    assert "'30/09/2022' in column 'event_date' is not a date as YYYY-MM-DD. Write 2022-09-30." in done.output
    assert "unknown value 'sevred' in column 'kind'. Did you mean 'severed'?" in done.output
    assert "column 'reason' is empty but must be given." in done.output
    ((files, _),) = appended
    assert last_row(files["additions/ties.csv"])["tie_id"] == "NIC-NLD-2022-09-30-severed"


@pytest.mark.parametrize("ending", ["n\n", ""], ids=["no", "end of input"])
def test_a_row_that_is_not_confirmed_leaves_everything(
    appended: list[tuple[dict[str, bytes], str]], ending: str
) -> None:
    answers = ["NIC", "NLD", "2022-09-30", "", "severed", "Why", "a-group", "ongoing", "", "", "", "", "ties-compiled"]
    done = run("tie", asked="\n".join([*answers, "", "C", "", ending]))
    assert done.exit_code != 0
    assert appended == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"initiator": "nic"}, "initiator 'nic' is not in data/states.csv. Nearest: NIC."),
        ({"kind": "broken"}, "unknown value 'broken' in column 'kind'"),
        ({"event_date": "44834"}, "A spreadsheet counts days so: 44834 is 2022-09-30."),
        ({"evidence": "b"}, "Did you mean 'B'?"),
        ({"source_id": "ties-compilde"}, "Nearest: ties-compiled"),
        ({"reason": ""}, "column 'reason' is empty but must be given."),
        ({"reason": "", "target": " "}, "columns 'target', 'reason' are empty but must be given."),
        ({"initator": "NIC"}, "ties has no column 'initator'. Nearest: initiator"),
        ({"reason": "two\nlines"}, "column 'reason' takes one line."),
    ],
)
def test_a_wrong_value_is_one_message(database: duckdb.DuckDBPyConnection, wrong: dict[str, str], said: str) -> None:
    with pytest.raises(CordonError) as raised:
        fill_row(KINDS["tie"], TIE | wrong, database)
    assert said in str(raised.value)


def test_all_that_is_missing_is_named_at_once() -> None:
    done = run("entity", "--set", "name=Nowhere", "--set", "evidence=B")
    assert str(done.exception) == (
        "columns 'kind', 'counts_as', 'note', 'source_id', 'entity' are empty but must be given."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_template_that_fits_its_table(database: duckdb.DuckDBPyConnection, kind: str) -> None:
    header, example = csv.reader(template(KINDS[kind]).splitlines())
    columns = [column.name for column in describe_columns(KINDS[kind], database)]
    assert sorted(header) == sorted(columns)
    assert fill_row(KINDS[kind], dict(zip(header, example, strict=True)), database)
    assert run(kind, "--template").output == template(KINDS[kind])


@pytest.mark.parametrize(
    ("kind", "row", "key"),
    [
        ("recognition", {"recogniser": "FRA", "entity": "XKX", "change": "recognised"}, "FRA-XKX-undated-recognised"),
        (
            "tie",
            {"initiator": "A", "target": "B", "event_date": "1961-09-01", "date_precision": "month", "kind": "severed"},
            "A-B-1961-09-severed",
        ),
        ("sanction", {"sender": "EU", "target": "RUS", "started_on": "2026-01-01", "start_precision": "year"},
         "eu-rus-2026-hand"),
    ],
)  # fmt: skip
def test_keys_tell_the_day_as_far_as_known(
    database: duckdb.DuckDBPyConnection, kind: str, row: dict[str, str], key: str
) -> None:
    assert KINDS[kind].key(row, database) == key


def test_a_launch_gets_the_next_number(database: duckdb.DuckDBPyConnection) -> None:
    last = database.execute("select max(launch_id) from missile_launches where state = 'PRK'").fetchone()
    assert last is not None
    assert int(KINDS["launch"].key({"state": "PRK"}, database)[2:]) == int(last[0][2:]) + 1


def test_an_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(CordonError, match=r"unknown kind of fact 'recogniton'\. Nearest: recognition"):
        find_kind("recogniton")


def test_the_row_is_in_place_only_if_every_check_holds(
    database: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORDON_BUILD", str(tmp_path / "build"))
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("geometry", "*.json"))
    before = {path.relative_to(data): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    future = fill_row(KINDS["tie"], TIE | {"target": "LIE", "event_date": "2031-01-01"}, database)
    with pytest.raises(CordonError, match=r"ties/inside_coverage would fail.*Nothing was changed"):
        change_data(dict([append_row(KINDS["tie"], future, data)]), "add-tie", data, reason="A test.")
    assert {path.relative_to(data): path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
    row = fill_row(KINDS["tie"], TIE | {"target": "LIE"}, database)
    change_data(dict([append_row(KINDS["tie"], row, data)]), "add-tie", data, reason="A test.")
    assert last_row((data / "additions" / "ties.csv").read_bytes())["tie_id"] == row["tie_id"]
    told = pd.read_csv(data / CHANGES).iloc[-1]
    assert told[["table_name", "added", "row_keys", "reason"]].tolist() == ["ties", 1, f"+ {row['tie_id']}", "A test."]
    assert not record_changes(reason="Nothing.", on=pd.Timestamp("2026-10-01").date(), data=data).changes
