"""Shared fixtures: the built database."""

import duckdb
import pytest

from analytics.catalog.build import build
from analytics.database.open import open_database


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    build()


@pytest.fixture
def database() -> duckdb.DuckDBPyConnection:
    """A read-only cursor on the database built from data/."""
    return open_database()
