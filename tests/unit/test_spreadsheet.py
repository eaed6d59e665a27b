"""A row broken by a spreadsheet editor is named with file, line, column, value and what to do."""

from pathlib import Path

import pytest

from analytics.database.build import build_database
from analytics.database.spreadsheet import tidy
from analytics.errors import CordonError
from tests.unit.test_build import FILES, SCHEMA, rows

HEADER = "visit_id,place,visited_on,grade,guests"
GOOD = f"{HEADER}\n9,BBB,2024-03-01,B,4\n"
FORM = {
    "a byte-order mark": (
        "\ufeff" + GOOD,
        r"additions/visits.csv:1: before column 'visit_id' stands a byte-order mark ('\ufeff'). "
        "Run: python -m analytics tidy ",
    ),
    "semicolons": (
        GOOD.replace(",", ";"),
        "additions/visits.csv:1: 'visit_id;place;visited_on;grade;guests' has its columns parted by ';', not by commas."
        " Run: python -m analytics tidy ",
    ),
    "tabs": (GOOD.replace(",", "\t"), r"has its columns parted by '\t', not by commas. Run: python -m analytics tidy "),
    "line ends of Windows": (
        GOOD.replace("\n", "\r\n"),
        r"additions/visits.csv:1: the line ends with '\r\n' after column 'guests', ours end with '\n'. "
        "Run: python -m analytics tidy ",
    ),
    "one line end of Windows": (GOOD[:-1] + "\r\n", "additions/visits.csv:2: the line ends with "),
    "empty columns": (
        GOOD.replace("\n", ",,\n"),
        "additions/visits.csv:1: empty columns after 'guests'. Run: python -m analytics tidy ",
    ),
    "an empty line": (
        GOOD.replace("\n9", "\n\n9"),
        "additions/visits.csv:2: an empty line stands before the row '9,BBB,2024-03-01,B,4'. "
        "Run: python -m analytics tidy ",
    ),
    "empty columns in a row": (
        GOOD[:-1] + ",,\n",
        "additions/visits.csv:2: empty columns after 'guests'. Run: python -m analytics tidy ",
    ),
}
VALUES = [
    ("2024-03-01", "14/07/2022", "'14/07/2022' in column 'visited_on' is not a date as YYYY-MM-DD. Write 2022-07-14."),
    ("2024-03-01", "7/14/2022", "'7/14/2022' in column 'visited_on' is not a date as YYYY-MM-DD. Write 2022-07-14."),
    ("2024-03-01", "14.07.2022", "is not a date as YYYY-MM-DD. Write 2022-07-14."),
    ("2024-03-01", "03/04/2022", "Day and month cannot be told apart: 2022-04-03 or 2022-03-04?"),
    ("2024-03-01", "14/07/22", "is not a date as YYYY-MM-DD. Write the year in full"),
    ("2024-03-01", "14-Jul-22", "'14-Jul-22' in column 'visited_on' is not a date as YYYY-MM-DD."),
    ("2024-03-01", "44756", "'44756' in column 'visited_on' is not a date as YYYY-MM-DD. A spreadsheet counts days so: "
                            "44756 is 2022-07-14."),
    ("BBB", "bbb", "place 'bbb' is not in data/places.csv. Nearest: BBB. Use a key from there"),
    ("BBB", "Beta", "place 'Beta' is not in data/places.csv. Nearest: BBB."),
    ("BBB", "“BBB”", "place '“BBB”' is not in data/places.csv. It stands in curly quotes; take them out"),
    (",B,", ",b,", "unknown value 'b' in column 'grade'. Did you mean 'B'? Use one of: A, B."),
    (",B,", ",“B”,", "unknown value '“B”' in column 'grade'. It stands in curly quotes; take them out, or write "
                     "'\"'. Did you mean 'B'?"),
    (",B,", ",“B, or A”,", "6 fields where the header has 5. '“B' stands in curly quotes, which part no field"),
    (",4\n", ",4.5 people\n", "'4.5 people' in column 'guests' is not a value of type INTEGER."),
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> dict[str, Path]:
    """A small project with a file of additions to be broken."""
    folders = {"data": tmp_path / "data", "schema": tmp_path / "schema", "directory": tmp_path / "build"}
    (folders["data"] / "additions").mkdir(parents=True)
    folders["schema"].mkdir()
    (folders["schema"] / "10_all.sql").write_text(SCHEMA)
    for name, text in FILES.items():
        (folders["data"] / name).write_text(text)
    return folders


def fault(project: dict[str, Path], text: str | bytes) -> str:
    content = text if isinstance(text, bytes) else text.encode()
    (project["data"] / "additions" / "visits.csv").write_bytes(content)
    with pytest.raises(CordonError) as raised:
        build_database(**project)
    return str(raised.value)


@pytest.mark.parametrize("kind", FORM)
def test_the_form_is_named_and_tidied(project: dict[str, Path], kind: str) -> None:
    text, message = FORM[kind]
    assert message in fault(project, text)
    assert tidy(text.encode()) == GOOD
    (project["data"] / "additions" / "visits.csv").write_text(tidy(text.encode()))
    assert rows(build_database(**project).path) == 3


@pytest.mark.parametrize(("old", "new", "message"), VALUES, ids=[new.strip("\n,") for _, new, _ in VALUES])
def test_the_value_is_named_with_what_to_write(project: dict[str, Path], old: str, new: str, message: str) -> None:
    assert old in GOOD
    said = fault(project, GOOD.replace(old, new))
    assert "additions/visits.csv:2: " in said
    assert message in said


def test_another_character_set_is_named(project: dict[str, Path]) -> None:
    said = fault(project, GOOD.replace("BBB", "Türkiye").encode("cp1252"))
    assert "additions/visits.csv:2, column 'place': 'Türkiye' is not in UTF-8." in said


def test_tidy_keeps_values() -> None:
    odd = 'a;b;\r\n"x; y";"say ""no""";\r\n"1,5";“z”;\r\n;;\r\n'
    assert tidy(odd.encode()) == 'a,b\nx; y,"say ""no"""\n"1,5",“z”\n'
    assert tidy(b"a,b,\n1,2,kept\n") == "a,b\n1,2,kept\n"
