"""The clock of the machine is wrong: no page breaks, and nothing is claimed beyond the data."""

from datetime import date

import pytest

from analytics.catalog.run import run_query
from analytics.charts.views import PAGES
from analytics.dashboard.components import page as head
from tests.app.opening import open_page

WRONG = [date(1970, 1, 1), date(1, 1, 1), date(2199, 12, 31), date(9999, 12, 31)]


class Clock(date):
    """A day whose today is wrong."""

    now = date(1970, 1, 1)

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return cls.now


@pytest.mark.parametrize("today", WRONG, ids=str)
def test_freshness_is_late_or_not_and_never_less(today: date) -> None:
    frame = run_query("freshness", {"on": today}).frame
    paced = frame[frame["cadence_days"].notna()]
    assert (paced["days_behind"] >= 0).all()
    assert set(paced["pace"]) == ({"behind"} if today.year > 2100 else {"current"})


@pytest.mark.parametrize("today", [WRONG[0], WRONG[2]], ids=str)
def test_a_page_opens_and_says_until_when_the_data_run(today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clock, "now", today)
    monkeypatch.setattr(head, "date", Clock)
    opened = open_page("missiles")
    assert not opened.exception
    assert not opened.error
    said = " ".join(item.value for item in opened.caption)
    assert str(today.year) not in said
    assert "(-" not in said


def test_no_page_begins_with_a_day_that_the_data_do_not_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = run_query("freshness", {"on": "2022-07-14"}).frame["ends_on"].max().date()
    for page in PAGES:
        assert all(value <= ends for value in page.start.values() if isinstance(value, date)), page.name
