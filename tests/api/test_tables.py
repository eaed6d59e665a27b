"""Tables over HTTP: every row as it was built, whole or in pages, with the headers that queries have."""

import csv
import io

import duckdb
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from analytics.api import tables
from analytics.api.caching import PIN
from analytics.catalog.whole import read_whole
from analytics.database.open import data_version
from analytics.exports.tabular import to_csv, to_json
from analytics.paths import DATA

LARGEST = "ga_votes"


def test_the_tables_listed_are_those_with_a_descriptor(api: TestClient) -> None:
    listed = api.get("tables").json()
    described = {path.name.split(".")[0] for path in DATA.glob("*.datapackage.json")}
    assert {item["name"] for item in listed} == described
    assert "build_info" not in described


def test_a_table_is_told_with_rows_columns_and_key(api: TestClient, database: duckdb.DuckDBPyConnection) -> None:
    told = api.get("table/recognitions").json()
    assert told in api.get("tables").json()
    (rows,) = database.execute("select count(*) from recognitions").fetchone() or (0,)
    columns = [name for name, *_ in database.execute("describe recognitions").fetchall()]
    assert told["rows"] == rows == sum(told["evidence"].values())
    assert [column["name"] for column in told["columns"]] == columns
    assert all(column["description"] and column["type"] for column in told["columns"])
    assert set(told["key"]) <= set(columns)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_rows_are_those_built_with_additions_and_corrections(form: str, api: TestClient) -> None:
    whole = read_whole("recognitions")
    answer = api.get(f"table/recognitions.{form}")
    assert answer.text == {"csv": to_csv, "json": to_json}[form](whole.table)
    assert answer.headers["cordon-data-version"] == data_version()
    assert answer.headers["cordon-as-of"] == f"{whole.as_of}"
    assert answer.headers["cordon-total-rows"] == str(whole.table.num_rows)
    added = (DATA / "additions" / "recognitions.csv").read_text(encoding="utf-8").splitlines()[1]
    assert added.split(",")[0] in answer.text


def test_the_largest_table_is_whole(api: TestClient, database: duckdb.DuckDBPyConnection) -> None:
    (rows,) = database.execute(f"select count(*) from {LARGEST}").fetchone() or (0,)
    assert rows > 900_000
    answer = api.get(f"table/{LARGEST}.csv")
    lines = answer.text.splitlines()
    assert len(lines) == rows + 1
    assert "link" in answer.headers and 'rel="next"' not in answer.headers["link"]
    table = pq.read_table(io.BytesIO(api.get(f"table/{LARGEST}.parquet").content))
    assert table.num_rows == rows
    for line, row in ((lines[1], table.slice(0, 1)), (lines[-1], table.slice(rows - 1))):
        assert to_csv(row).splitlines()[1] == line


def test_json_is_paged_and_pages_join(api: TestClient) -> None:
    one = api.get(f"table/{LARGEST}.json?limit=2&offset=3").json()
    assert one == api.get(f"table/{LARGEST}.json?limit=5").json()[3:]
    unasked = api.get(f"table/{LARGEST}.json")
    assert len(unasked.json()) == 50_000
    assert "limit=50000&offset=50000" in unasked.headers["link"]
    assert '<ga_votes>; rel="describedby"' in unasked.headers["link"]
    few = list(csv.reader(io.StringIO(api.get(f"table/{LARGEST}.csv?limit=4").text)))
    assert len(few) == 5


def test_many_who_read_a_table_hold_its_rows_once(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    api.get("table/ties.csv")
    monkeypatch.setattr(tables, "read_whole", lambda *_, **__: pytest.fail("it was read again"))
    assert len(api.get("table/ties.csv?limit=7").text.splitlines()) == 8
    assert len(api.get("table/ties.json?offset=3&limit=2").json()) == 2
    assert api.get("table/ties.json?offset=1000000").json() == []


def test_parts_of_parquet_join_to_the_whole(api: TestClient) -> None:
    address = "table/ties.parquet"
    whole = api.get(address).content
    assert int(api.head(address).headers["content-length"]) == len(whole)
    parts = [api.get(address, headers={"Range": f"bytes={span}"}) for span in ("0-99", "100-")]
    assert [part.status_code for part in parts] == [206, 206]
    assert b"".join(part.content for part in parts) == whole
    assert api.get("table/ties.parquet?limit=3").content != whole
    earlier = {"Range": "bytes=100-", "If-Range": 'W/"of-another-version"'}
    assert api.get(address, headers=earlier).content == whole


def test_head_of_csv_tells_without_rows(api: TestClient) -> None:
    head = api.head("table/ties.csv")
    assert (head.status_code, head.content) == (200, b"")
    assert "content-length" not in head.headers
    assert head.headers["cordon-total-rows"] == api.get("table/ties.csv").headers["cordon-total-rows"]


def test_facts_that_nobody_checked_are_left_out_where_told(api: TestClient) -> None:
    answer = api.get("table/ties.csv?evidence=checked")
    grades = {row["evidence"] for row in csv.DictReader(io.StringIO(answer.text))}
    assert "D" not in grades
    assert int(answer.headers["cordon-total-rows"]) < int(api.get("table/ties.csv").headers["cordon-total-rows"])
    assert api.get("table/ties.parquet?evidence=checked").content != api.get("table/ties.parquet").content


def test_an_answer_is_kept_until_the_data_change(api: TestClient) -> None:
    for address in ("tables", "table/ties", "table/ties.csv", "table/ties.parquet"):
        first = api.get(address)
        again = api.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "immutable" in api.get(address, params={PIN: data_version()}).headers["cache-control"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("table/recognition.csv", 404, "Nearest: recognitions"),
        ("table/recognition", 404, "Nearest: recognitions"),
        ("table/build_info.csv", 404, "unknown table"),
        ("table/ties.xml", 404, "csv, json, parquet"),
        ("table/ties.csv?state=PRK", 400, "no parameter 'state'. It takes: limit, offset, evidence, data"),
        ("table/ties.csv?limit=0", 400, "limit"),
        ("table/ties.json?limit=60000", 400, "limit"),
        ("table/ties.csv?evidence=sure", 400, "Choose: all, checked"),
        ("table/ties.csv?limit=1&limit=2", 400, "more than once"),
        ("table/ties.csv?data=2020.01.01%2B00000000", 409, "pinned to data version"),
    ],
)
def test_a_fault_is_a_problem_document(address: str, status: int, words: str, api: TestClient) -> None:
    answer = api.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_documentation_names_every_table_and_column(api: TestClient) -> None:
    page = api.get("docs").text
    for table in api.get("tables").json():
        assert f'id="table-{table["name"]}"' in page
        assert f'href="table/{table["name"]}.parquet"' in page
        assert all(f"<code>{column['name']}</code>" in page for column in table["columns"])
    names = api.get("openapi.json").json()["paths"]["/table/{name}.{form}"]["get"]["parameters"][0]["schema"]["enum"]
    assert names == [table["name"] for table in api.get("tables").json()]
