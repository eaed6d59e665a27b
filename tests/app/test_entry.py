"""How the dashboard begins: for how long a page lets the browser draw its first chart before it gives it the rest."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.turns import FIRST_REST_S, REST_S, Turns
from analytics.paths import ROOT

ENTRY = ROOT / "analytics" / "dashboard" / "entry.py"


def test_the_first_page_of_a_visit_rests_longer_than_when_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    page = Turns.page

    def noted(turns: Turns, rest_s: float) -> object:
        rests.append(rest_s)
        return page(turns, 0)

    monkeypatch.setattr(Turns, "page", noted)
    app = AppTest.from_file(str(ENTRY), default_timeout=60).run()
    assert not app.run().exception
    assert rests == [FIRST_REST_S, REST_S]
    assert FIRST_REST_S > REST_S
