"""Shared fixtures: the built database."""

from functools import cache

import duckdb
import pytest
from streamlit.components.v2 import manifest_scanner

from analytics.catalog.build import build
from analytics.database.open import open_database


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    build()


@pytest.fixture(scope="session", autouse=True)
def _scanned_once() -> None:
    """Let pages opened here share one look for components: each would read every installed package anew."""
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture
def database() -> duckdb.DuckDBPyConnection:
    """A read-only cursor on the database built from data/."""
    return open_database()
