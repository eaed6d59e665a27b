"""What spreadsheet editors do to a CSV file: found before it is loaded, undone where only the form suffered."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from analytics.errors import CordonError
from analytics.paths import shown

MARK = "\ufeff"
FIRST_DAY = date(1899, 12, 30)
SERIAL = re.compile(r"\d{4,5}(\.0+)?")
NUMBERED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")
QUOTES = "“”„«»‘’"


def check_form(path: Path) -> None:
    """Raise CordonError naming file, line, column, value and remedy where a file is not in the one form we use."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CordonError(unknown_letter(path, content, error)) from error
    for line, fault in find_form_faults(text):
        raise CordonError(f"{shown(path)}:{line}: {fault}. Run: python -m analytics tidy {shown(path)}")


def find_form_faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, fault) for each way in which a file's form is not ours."""
    header, *lines = text.split("\n")
    names = re.split(r"[,;\t]", header.strip("\ufeff\r"))
    if header.startswith(MARK):
        yield 1, f"before column {names[0]!r} stands a byte-order mark ('\\ufeff')"
    if (sign := separator(header)) != ",":
        yield 1, f"{header[:60]!r} has its columns parted by {sign!r}, not by commas"
    last = [name for name in names if name][-1:]
    for number, line in enumerate([header, *lines], start=1):
        if line.rstrip("\r").endswith(",") and len(next(csv.reader([line]))) > len([name for name in names if name]):
            yield number, f"empty columns after {', '.join(last)!r}"
        if not line.strip("\r") and 1 < number <= len(lines):
            yield number, f"an empty line stands before the row {lines[number - 1][:40]!r}"
        if line.endswith("\r"):
            yield number, f"the line ends with '\\r\\n' after column {', '.join(last)!r}, ours end with '\\n'"


def separator(header: str) -> str:
    """Return the sign that parts the columns of a header; names of columns hold none of them."""
    return max(",;\t", key=header.count)


def unknown_letter(path: Path, content: bytes, error: UnicodeDecodeError) -> str:
    """Say where a file is not UTF-8, and what the word would be in the code page of Western Windows."""
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].split(b",")) - 1
    names = content.split(b"\n", 1)[0].decode("utf-8", "replace").split(",")
    named = f", column {names[column]!r}" if column < len(names) else ""
    word = re.split(rb"[,\r\n]", content[before.rfind(b",") + 1 :])[0].decode("cp1252", "replace")
    return (
        f"{shown(path)}:{line}{named}: {word[:60]!r} is not in UTF-8. "
        "Save the file as CSV with the character set UTF-8."
    )


def tidy(content: bytes) -> str:
    """Return a CSV file in our form: no mark, commas, no empty columns or rows at the end, `\\n`; values stay.

    Nothing is left of a file without a header.
    """
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text.split("\n", 1)[0])))
    width = len([name for name in next(iter(rows), []) if name])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        if any(row):
            writer.writerow(row if any(row[width:]) else row[:width])
    return out.getvalue()


def hint_date(value: str) -> str:
    """Say which day a spreadsheet may have meant by a value; nothing where it is no such form."""
    if SERIAL.fullmatch(value):
        day = FIRST_DAY + timedelta(days=int(float(value)))
        return f" A spreadsheet counts days so: {value} is {day.isoformat()}." if day.year > 1900 else ""
    found = NUMBERED.fullmatch(value)
    if not found or len(found[1]) > 2:
        return ""
    first, second, year = int(found[1]), int(found[2]), found[3]
    if len(year) < 4:
        return " Write the year in full, as YYYY-MM-DD."
    if first > 12 and second <= 12:
        return f" Write {year}-{second:02}-{first:02}."
    if second > 12 and first <= 12:
        return f" Write {year}-{first:02}-{second:02}."
    return f" Day and month cannot be told apart: {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}?"


def hint_quotes(value: str) -> str:
    """Say that a value stands in typographic quotes, which part no field."""
    return " It stands in curly quotes; take them out, or write '\"'." if value[:1] in QUOTES else ""
