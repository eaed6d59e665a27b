"""Rows over HTTP: the same as on the command line, kept until the data change, in pages, with clear faults."""

import csv
import io
import json
import re
from urllib.parse import urljoin

import pandas as pd
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from analytics.api.caching import PIN
from analytics.api.parameters import EVIDENCE, PAGING
from analytics.catalog.query import load_catalog
from analytics.catalog.run import run_query
from analytics.database import guard
from analytics.exports.tabular import to_csv, to_json

DAY = {"on": "2022-07-14"}


def test_all_queries_are_listed(api: TestClient) -> None:
    listed = api.get("queries").json()
    assert [item["id"] for item in listed] == list(load_catalog())
    assert "launches_to_date.parquet" in next(item for item in listed if item["id"] == "launches_to_date")["formats"]


def test_a_query_is_described_with_sql_and_tables(api: TestClient) -> None:
    told = api.get("query/launches_to_date").json()
    assert told["sql"] == load_catalog()["launches_to_date"].sql
    assert "missile_launches" in told["tables"]


@pytest.mark.parametrize(("form", "write"), [("csv", to_csv), ("json", to_json)])
def test_rows_are_those_of_the_command_line(form: str, write: object, api: TestClient) -> None:
    result = run_query("launches_to_date", DAY)
    answer = api.get(f"query/launches_to_date.{form}", params=DAY)
    assert answer.text == write(result.table)  # type: ignore[operator]
    assert answer.headers["cordon-data-version"] == result.version
    assert answer.headers["cordon-as-of"] == f"{result.as_of}"
    assert answer.headers["cordon-total-rows"] == str(result.table.num_rows)


def test_facts_that_nobody_checked_are_left_out_where_told(api: TestClient) -> None:
    checked = run_query("ties_broken", DAY, checked=True)
    answer = api.get("query/ties_broken.csv", params=DAY | {"evidence": "checked"})
    assert answer.text == to_csv(checked.table)
    whole = api.get("query/ties_broken.csv", params=DAY | {"evidence": "all"})
    assert whole.text == api.get("query/ties_broken.csv", params=DAY).text != answer.text
    paged = api.get("query/ties_broken.json", params=DAY | {"evidence": "checked", "limit": 1})
    assert "evidence=checked" in paged.headers["link"].split(",")[1]
    assert paged.headers["cordon-total-rows"] == str(checked.table.num_rows)


def test_parquet_is_whole_and_typed(api: TestClient) -> None:
    answer = api.get("query/launches_to_date.parquet", params=DAY)
    table = pq.read_table(io.BytesIO(answer.content))
    assert table.schema.remove_metadata() == run_query("launches_to_date", DAY).table.schema.remove_metadata()
    assert {row["year"]: row["missiles"] for row in table.to_pylist()}[2022] == 31


def test_parts_of_parquet_join_to_the_whole(api: TestClient) -> None:
    address = "query/launches_to_date.parquet?on=2022-07-14"
    whole = api.get(address).content
    head = api.head(address)
    assert head.content == b""
    assert int(head.headers["content-length"]) == len(whole)
    parts = [api.get(address, headers={"Range": f"bytes={span}"}) for span in ("0-99", "100-")]
    assert [part.status_code for part in parts] == [206, 206]
    assert b"".join(part.content for part in parts) == whole
    assert api.get(address, headers={"Range": "bytes=-4"}).content == b"PAR1"
    assert api.get(address, headers={"Range": f"bytes={len(whole)}-"}).status_code == 416


def test_names_stand_for_codes(api: TestClient) -> None:
    named = api.get("query/ties_broken.csv", params=DAY | {"state": "North Korea"})
    assert named.text == api.get("query/ties_broken.csv", params=DAY | {"state": "prk"}).text
    assert "PRK" in named.text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("query/launchs.csv", 404, "Nearest: launches"),
        ("query/launchs", 404, "Nearest: launches"),
        ("query/launches_to_date.xml", 404, "csv, json, parquet"),
        ("nothing/here", 404, "Not Found"),
        ("query/launches_to_date.csv", 400, "needs on"),
        ("query/launches_to_date.csv?on=2022-02-30", 400, "not a day of the calendar"),
        ("query/launches_to_date.csv?on=2022-07-14&day=1", 400, "has no parameter 'day'"),
        ("query/launches_to_date.csv?on=2022-07-14&on=2022-07-15", 400, "more than once"),
        ("query/ties_broken.json?on=2022-07-14&state=ZZZ", 400, "unknown state 'ZZZ'"),
        ("query/launches_to_date.csv?on=2022-07-14&limit=0", 400, "limit"),
        ("query/launches_to_date.csv?on=2022-07-14&offset=-1", 400, "offset"),
        ("query/ties_broken.csv?on=2022-07-14&evidence=sure", 400, "Choose: all, checked"),
        ("query/launches_to_date.csv?on=2022-07-14&data=2020.01.01%2B00000000", 409, "pinned to data version"),
        ("queries?data=%3Cscript%3E", 409, "pinned to data version"),
    ],
)
def test_a_fault_is_a_problem_document(address: str, status: int, words: str, api: TestClient) -> None:
    answer = api.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert words in answer.json()["detail"]


def test_only_reading_is_answered(api: TestClient) -> None:
    answer = api.post("query/launches_to_date.csv")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_answer_is_kept_until_the_data_change(api: TestClient) -> None:
    address = "query/launches_to_date.csv?on=2022-07-14"
    first = api.get(address)
    again = api.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = api.get(f"{address}&limit=5", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_a_pinned_answer_may_be_kept_for_good(api: TestClient) -> None:
    version = api.get("health").json()["data_version"]
    pinned = api.get("query/launches_to_date.csv", params=DAY | {PIN: version})
    assert "immutable" in pinned.headers["cache-control"]
    assert "immutable" not in api.get("query/launches_to_date.csv", params=DAY).headers["cache-control"]


def test_pages_join_to_the_whole(api: TestClient) -> None:
    whole = list(csv.reader(io.StringIO(api.get("query/launches_to_date.csv", params=DAY).text)))
    address: str | None = "query/launches_to_date.csv?on=2022-07-14&limit=10"
    rows: list[list[str]] = []
    pages = 0
    while address is not None:
        answer = api.get(address)
        rows += list(csv.reader(io.StringIO(answer.text)))[1:]
        following = re.search(r'<([^>]*)>; rel="next"', answer.headers["link"])
        address = urljoin(str(answer.url), following[1]) if following else None
        pages += 1
    assert pages == len(whole[1:]) // 10 + 1 > 2
    assert rows == whole[1:]


def test_text_is_compressed_and_parquet_is_not(api: TestClient) -> None:
    asked = DAY | {"state": "PRK"}
    assert api.get("query/ties_broken.csv", params=asked).headers["content-encoding"] == "gzip"
    assert api.get("query/ties_broken.parquet", params=asked).headers["content-encoding"] == "identity"


def test_any_web_page_may_read(api: TestClient) -> None:
    answer = api.get("query/launches_to_date.json", params=DAY, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Link" in answer.headers["access-control-expose-headers"]
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert api.options("queries", headers=asked).status_code == 400


def test_slow_questions_are_stopped(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_: object, **__: object) -> None:
        raise guard.TimeLimitError("This took longer than 10 s and was stopped. Narrow it down.")

    monkeypatch.setattr("analytics.api.queries.run_query", too_slow)
    answer = api.get("query/launches_to_date.csv", params=DAY)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "was stopped" in answer.json()["detail"]


def test_no_query_takes_a_name_that_the_api_needs() -> None:
    for query in load_catalog().values():
        assert not query.params.keys() & {*PAGING, PIN, EVIDENCE}, query.id


def test_documentation_names_every_query_and_parameter(api: TestClient) -> None:
    page = api.get("docs")
    assert page.headers["content-type"].startswith("text/html")
    for query in load_catalog().values():
        assert f'id="{query.id}"' in page.text
        assert all(f"<code>{name}</code>" in page.text for name in query.params)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)


def test_examples_of_the_documentation_are_answered(api: TestClient) -> None:
    examples = re.findall(r'href="(query/[^"]*\.json[^"]*)"', api.get("docs").text)
    assert len(examples) == len(load_catalog())
    for address in examples:
        answer = api.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200, answer.text
        assert isinstance(json.loads(answer.text), list)


def test_pandas_reads_the_answer(api: TestClient) -> None:
    frame = pd.read_csv(io.StringIO(api.get("query/launches_to_date.csv", params=DAY).text))
    assert frame.loc[frame["year"] == 2022, "missiles"].item() == 31
