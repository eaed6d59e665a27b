"""A database of one's own to break, in a folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from analytics.catalog import run, service
from analytics.database.open import connections, find_database
from tests.api.conftest import make_app
from tests.browser.browsing import WIDE
from tests.browser.conftest import browser

# Known here and not in a module, so that Chromium is closed after these tests.
__all__ = ["browser"]

DAY = {"on": "2022-07-14"}


def forget_all() -> None:
    """Make this process as it is at its start."""
    connections().forget()
    run.answers().clear()
    run.checked_connections().clear()
    service.start.cache_clear()


@pytest.fixture
def broken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _built: None) -> Iterator[Path]:
    """A copy of the database in a build folder of its own, which the process has begun to read."""
    folder = tmp_path / "build"
    folder.mkdir()
    ours = find_database()
    copy = folder / ours.name
    # Space is shared with the first until one of the two is written to, where the file system can do that.
    os.system(f"cp --reflink=auto '{ours}' '{copy}'")
    monkeypatch.setenv("CORDON_BUILD", str(folder))
    forget_all()
    assert service.start().fault is None
    yield copy
    forget_all()


@pytest.fixture(scope="session")
def api() -> Iterator[TestClient]:
    """A client of the API, which shows what a person would get of a fault that nobody foresaw."""
    with TestClient(make_app(), base_url="http://cordon.test/api/v1/", raise_server_exceptions=True) as client:
        yield client


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of an ordinary size, for a server of the test's own."""
    context = browser.new_context(**WIDE)
    yield context.new_page()
    context.close()
