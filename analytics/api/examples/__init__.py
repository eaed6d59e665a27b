"""Examples for analysts, as files that run; the page shows them under the address that the reader uses."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from analytics.api.html import render
from analytics.api.unfurl import public_root

HERE = Path(__file__).parent
LOCAL = "http://localhost:8501"
FILES = {
    "Python with pandas": "pandas_csv.py",
    "Python with DuckDB": "duckdb_parquet.py",
    "R": "agreement.R",
    "Excel and Power BI": "ties.pq",
    "Shell": "shell.sh",
}


async def examples(request: Request) -> Response:
    """Return the page of examples."""
    root = public_root(request)
    shown = {title: read_example(name).replace(LOCAL, root) for title, name in FILES.items()}
    return render("examples.html", headers={}, examples=shown)


def read_example(name: str) -> str:
    """Return the text of an example."""
    return (HERE / name).read_text(encoding="utf-8")
