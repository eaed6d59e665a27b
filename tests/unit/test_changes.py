"""The data changelog: each version with the rows it added, changed and removed, and nothing where nothing changed."""

import csv
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics.database.build import read_schema
from analytics.database.changes import Recorded, TableChange, digests_of, record_changes, version_of
from analytics.database.inputs import CHANGES, ROWS
from analytics.errors import CordonError
from analytics.paths import DATA

TABLES = ("sources.csv", "coverage.csv", "states.csv", "entities.csv", "recognitions.csv", "council_votes.parquet")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A few of our tables with a version recorded."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in TABLES:
        shutil.copy2(DATA / name, folder / name)
    shutil.copytree(DATA / "additions", folder / "additions")
    record(folder, "not told: the first version needs no reason")
    return folder


def record(data: Path, reason: str = "A test.") -> Recorded:
    return record_changes(reason=reason, on=date(2026, 10, 1), data=data)


def changelog(data: Path) -> list[dict[str, str]]:
    with (data / CHANGES).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_first_version_counts_every_row(data: Path) -> None:
    told = {row["table_name"]: row for row in changelog(data)}
    votes = duckdb.sql(f"select count(*) from '{data / 'council_votes.parquet'}'").fetchone()
    assert votes is not None
    assert told["council_votes"]["added"] == str(votes[0])
    assert {row["version"] for row in changelog(data)} == {version_of(data)}
    assert {row["reason"] for row in changelog(data)} == {"First version recorded."}


def test_nothing_changed_records_nothing(data: Path) -> None:
    before = {name: (data / name).read_bytes() for name in (CHANGES, ROWS)}
    assert record(data) == Recorded(version_of(data), ())
    assert {name: (data / name).read_bytes() for name in (CHANGES, ROWS)} == before


def test_the_changelog_is_no_part_of_the_version(data: Path) -> None:
    version = version_of(data)
    edit(data / CHANGES, "First version", "Another first version")
    (data / ROWS).unlink()
    assert version_of(data) == version


def test_rows_are_told_by_kind_and_key_wherever_they_stand(data: Path) -> None:
    edit(data / "states.csv", "FRA,France,", "FRA,Frankreich,")
    recognitions = (data / "recognitions.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    gone = recognitions.pop(5).split(",")[0]
    (data / "recognitions.csv").write_text("".join(recognitions), encoding="utf-8")
    with (data / "additions" / "recognitions.csv").open("a", encoding="utf-8") as file:
        file.write("FRA-CYP-new,FRA,CYP,2026-09-01,day,recognised,,,,A note,recognitions-compiled,C\n")
    assert record(data, "Three hands.").changes == (
        TableChange("recognitions", added=1, removed=1, keys=f"+ FRA-CYP-new; - {gone}"),
        TableChange("states", changed=1, keys="~ FRA"),
    )
    news = [row for row in changelog(data) if row["number"] == "2"]
    assert [(row["table_name"], row["reason"], row["recorded_on"]) for row in news] == [
        ("recognitions", "Three hands.", "2026-10-01"),
        ("states", "Three hands.", "2026-10-01"),
    ]
    assert {row["version"] for row in news} == {version_of(data)}


def test_a_vote_changed_among_many_is_found(data: Path) -> None:
    path = data / "council_votes.parquet"
    changed = (
        f"select * replace (if(draft_id = '280453' and member = 'FRA', 'no', vote) as vote) from '{path}' "
        "order by member desc, draft_id"
    )
    duckdb.sql(f"copy ({changed}) to '{path}.new' (format parquet)")
    Path(f"{path}.new").replace(path)
    assert record(data).changes == (TableChange("council_votes", changed=1, keys="~ 280453 FRA"),)


def test_a_correction_is_a_change(data: Path) -> None:
    (data / "corrections").mkdir()
    entry = "- {rows: [FRA], column: name, expect: France, use: The French Republic, reason: Because., source: cnn}\n"
    (data / "corrections" / "states.yml").write_text(entry, encoding="utf-8")
    assert record(data).changes == (TableChange("corrections", added=1, keys="+ states-FRA-name"),)


def test_an_order_alone_makes_a_version_too(data: Path) -> None:
    head, first, second, *rest = (data / "entities.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "entities.csv").write_text("".join([head, second, first, *rest]), encoding="utf-8")
    assert record(data).changes == (TableChange("all"),)


def test_files_of_two_versions_are_refused(data: Path) -> None:
    old = (data / ROWS).read_bytes()
    edit(data / "states.csv", "FRA,France,", "FRA,Frankreich,")
    record(data)
    (data / ROWS).write_bytes(old)
    edit(data / "states.csv", "DEU,Germany,", "DEU,Deutschland,")
    with pytest.raises(CordonError, match=r"rows\.parquet is of version .*Restore both from one commit"):
        record(data)


def test_data_that_changed_without_an_entry_fail_the_check(data: Path) -> None:
    """The rule of `check`, on the table as the file fills it."""
    rule = (DATA.parent / "queries/checks/data_changes/present_version_comes_last.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        for statement in read_schema():
            connection.execute(statement)
        connection.execute(f"insert into data_changes from read_csv('{data / CHANGES}', header = true)")
        connection.execute("create table build_info as select ? as data_version", [version_of(data)])
        assert connection.execute(rule).fetchall() == []
        edit(data / "states.csv", "FRA,France,", "FRA,Frankreich,")
        connection.execute("update build_info set data_version = ?", [version_of(data)])
        assert [row[0] for row in connection.execute(rule).fetchall()] == [version_of(data)]


def test_the_present_data_are_recorded() -> None:
    assert changelog(DATA)[-1]["version"] == version_of(DATA), "run: python -m analytics data-changelog"


def test_a_new_column_changes_only_the_rows_that_fill_it(tmp_path: Path) -> None:
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    before.write_text("state,name\nDDR,East Germany\nFRA,France\n", encoding="utf-8")
    after.write_text("state,name,code_until\nDDR,East Germany,1990-10-02\nFRA,France,\n", encoding="utf-8")
    with duckdb.connect() as connection:
        then, now = (connection.execute(digests_of("states", ["state"], path)).fetchall() for path in (before, after))
    assert [old == new for old, new in zip(then, now, strict=True)] == [False, True]
