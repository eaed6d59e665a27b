"""The routes without the dashboard, behind the same compression."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

from analytics.api.headers import SafeHeaders
from analytics.api.routes import ROUTES


def make_app() -> Starlette:
    """Return the routes as an application of their own."""
    return Starlette(routes=ROUTES, middleware=[Middleware(SafeHeaders), Middleware(GZipMiddleware)])


@pytest.fixture(scope="session")
def api() -> Iterator[TestClient]:
    """A client of the API."""
    with TestClient(make_app(), base_url="http://cordon.test/api/v1/", raise_server_exceptions=True) as client:
        yield client


@pytest.fixture(scope="session")
def site() -> Iterator[TestClient]:
    """A client of everything beside the dashboard."""
    with TestClient(make_app(), base_url="http://cordon.test", raise_server_exceptions=True) as client:
        yield client
