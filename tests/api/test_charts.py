"""Charts as files over HTTP and on the command line: opened again, they hold what the query says."""

import csv
import io
import json
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.database.open import data_version
from analytics.errors import CordonError
from analytics.exports import renderer
from analytics.exports.chart_files import MEDIA_TYPES, write_chart
from tests.running import run_here

MAP = "charts/recognition-map.{}?entity=XKX&on=2022-07-14"


def size_of(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])  # type: ignore[return-value]


@pytest.mark.parametrize(("size", "expected"), [("slide", (1920, 1080)), ("social", (1200, 630))])
def test_pictures_have_the_size_asked_for(size: str, expected: tuple[int, int], api: TestClient) -> None:
    answer = api.get(MAP.format("png") + f"&size={size}")
    assert answer.headers["content-type"] == "image/png"
    assert size_of(answer.content) == expected


def test_a_picture_is_the_same_twice_and_twice_as_large_at_2x(api: TestClient) -> None:
    once, again = (api.get("charts/council-totals.png?from=1946-01-01&to=2022-07-14&size=1x").content for _ in range(2))
    large = api.get("charts/council-totals.png?from=1946-01-01&to=2022-07-14&size=2x").content
    assert once == again
    assert size_of(large) == tuple(2 * side for side in size_of(once))


def test_svg_and_pdf_hold_title_source_version_and_link(api: TestClient) -> None:
    svg = api.get(MAP.format("svg")).text
    told = " ".join(
        " ".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")
    )
    pdf = PdfReader(io.BytesIO(api.get(MAP.format("pdf")).content))
    assert len(pdf.pages) == 1
    assert pdf.metadata and pdf.metadata.title
    assert pdf.metadata.title.startswith("Kosovo: recognised by")
    for text in (told, pdf.pages[0].extract_text().replace("\n", " ")):
        assert "Kosovo: recognised by" in text
        assert data_version() in text
        assert "cordon.test/recognition" in text


def test_the_page_needs_nothing_from_elsewhere(api: TestClient) -> None:
    answer = api.get(MAP.format("html"))
    head = answer.text.split("<body>")[0]
    assert "src=" not in answer.text.split("Plotly")[0] or "<script src" not in answer.text
    assert "url(data:font/woff2" in head
    assert '"features"' in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]


def test_rows_are_those_of_the_query(api: TestClient) -> None:
    rows = run_query("recognition_status", {"entity": "XKX", "on": "2022-07-14"}).table
    listed = list(csv.DictReader(io.StringIO(api.get(MAP.format("csv")).text)))
    assert [row["state"] for row in listed] == rows.column("state").to_pylist()
    assert pq.read_table(io.BytesIO(api.get(MAP.format("parquet")).content)).num_rows == rows.num_rows
    sheet = openpyxl.load_workbook(io.BytesIO(api.get(MAP.format("xlsx")).content))["recognition_status"]
    head, *cells = sheet.iter_rows(values_only=True)
    assert list(head) == rows.column_names
    since = rows.column_names.index("since")
    assert [cell[since].date() if cell[since] else None for cell in cells] == rows.column("since").to_pylist()


def test_the_zip_holds_all_that_is_needed_to_check_it(api: TestClient) -> None:
    archive = zipfile.ZipFile(io.BytesIO(api.get(MAP.format("zip")).content))
    names = archive.namelist()
    assert {"README.txt", "citation.txt", "citation.bib", "citation.json"} < set(names)
    assert {name.rpartition(".")[2] for name in names} >= {"csv", "sql"}
    assert json.loads(archive.read("citation.json"))[0]["version"] == data_version()
    assert (
        "https://" in archive.read("README.txt").decode()
        or "http://cordon.test/recognition" in archive.read("README.txt").decode()
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("charts/nothing.png", 404),
        ("charts/recognition-map.gif?entity=XKX&on=2022-07-14", 404),
        ("charts/recognition-map.png?entity=XKX&on=2022-07-14&size=huge", 400),
        ("charts/recognition-map.png?entity=QQQ&on=2022-07-14", 400),
        ("charts/sanctions-list.png?on=2022-07-14", 400),
    ],
)
def test_nonsense_is_a_problem(path: str, status: int, api: TestClient) -> None:
    answer = api.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_bears_the_address_of_the_site_is_kept_for_that_address_alone(site: TestClient) -> None:
    address, elsewhere = "/api/v1/charts/recognition-totals.html?on=2022-07-14", {"X-Forwarded-Host": "other.test"}
    assert "http://other.test/" in site.get(address, headers=elsewhere).text
    for answer in (site.get(address), site.get("/cards/recognition.png?entity=XKX&on=2022-07-14")):
        assert "X-Forwarded-Host" in answer.headers["vary"]


def test_cards_are_drawn_for_the_links_values(site: TestClient) -> None:
    one, other = (site.get(f"/cards/recognition.png?entity={entity}&on=2022-07-14") for entity in ("XKX", "PSE"))
    assert size_of(one.content) == size_of(other.content) == (1200, 630)
    assert one.content != other.content
    assert site.get("/cards/data.png").status_code == 404


def test_without_chromium_what_needs_none_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDON_CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(renderer, "shared_renderer", renderer.Renderer)
    drawing = draw_chart("council-totals", {"from": "1946-01-01", "to": "2022-07-14"})
    for form in set(MEDIA_TYPES) - {"png", "svg", "pdf"}:
        assert write_chart(drawing, form, link="")
    with pytest.raises(CordonError, match="chromium"):
        write_chart(drawing, "png", link="")


def test_the_command_writes_a_file_and_says_what_it_shows(tmp_path: Path) -> None:
    out = tmp_path / "totals.XLSX"
    command = ["chart", "council-totals", "-p", "from=1946-01-01", "-p", "to=2022-07-14"]
    done = run_here(*command, "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert openpyxl.load_workbook(out).sheetnames[0] == "About"
    done = run_here(*command, "--out", str(tmp_path / "x.gif"))
    assert done.returncode == 1
    assert "Formats: png" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["totals.XLSX"]
