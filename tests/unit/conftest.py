"""Shared fixtures: a publisher on this machine."""

from collections.abc import Iterator

import pytest

from tests.unit.upstream import Publisher, publishing


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher without files, for one test."""
    with publishing() as server:
        yield server
