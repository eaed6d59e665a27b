"""What passes a view on: its links, a chart's frame, the rows' address, a citation, a pinned link opened later."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from analytics.charts.draw import draw_chart
from analytics.charts.views import page_address
from analytics.dashboard.components import page
from analytics.dashboard.components.figure import SHARE
from analytics.database.open import data_version
from analytics.exports.embedding import chart_height, frame_height
from tests.api.conftest import make_app
from tests.app.opening import headings, open_page

# One chart of each page and view, with values that are nobody's default.
VIEWS: dict[str, dict[str, object]] = {
    "recognition-map": {"entity": "ESH", "on": "2001-02-03"},
    "ties-map": {"state": "QAT", "on": "2018-01-01", "least": "5", "switches": True},
    "council-totals": {"from": "1970-01-01", "to": "1989-12-31"},
    "missiles-period": {"from": "2010-01-01", "to": "2020-12-31", "bucket": "month", "state": "PRK"},
    "sanctions-bodies": {"on": "2015-01-01", "state": "SYR"},
    "alignment-pair": {"state_a": "FRA", "state_b": "GBR", "on": "2010-01-01", "measure": "pi", "absence": "abstain"},
    "alignment-nearest": {"state": "CUB", "session": "40", "measure": "s_sq"},
    "alignment-matrix": {"session": "30"},
    "alignment-rollcall": {"resolution": "A/RES/68/262"},
    "isolation-map": {"on": "2019-05-06", "weights": "sanctions=3,ties=1"},
    "isolation-movers": {"from": "2016-02-03", "to": "2019-05-06"},
    "story-claims": {"on": "2017-11-30"},
}


def open_view(chart_id: str, given: dict[str, object]) -> AppTest:
    """Open the address of a chart's page."""
    page, _, query = page_address(chart_id, given).partition("?")
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    return open_page(page or "story", **asked)


@pytest.mark.parametrize("chart_id", VIEWS)
def test_the_page_of_a_chart_shows_it_for_the_same_values(chart_id: str) -> None:
    drawing = draw_chart(chart_id, VIEWS[chart_id])
    app = open_view(chart_id, VIEWS[chart_id])
    assert not app.exception
    assert not [note.value for note in app.info if "not known here" in note.value]
    assert drawing.title in headings(app)


@pytest.fixture(scope="module")
def shared() -> AppTest:
    """The Recognition page with what passes its first chart on."""
    app = open_page("recognition", entity="XKX", on="2010-01-01")
    app.button_group(key="recognition-map-behind").set_value(SHARE).run()
    return app


def texts(app: AppTest) -> list[str]:
    return [block.value for block in app.code]


def test_links_hold_the_filters_and_the_version(shared: AppTest) -> None:
    live, pinned = texts(shared)[:2]
    assert live.partition("#")[0].endswith("?entity=XKX&on=2010-01-01")
    assert parse_qs(urlsplit(pinned).query)["data"] == [data_version()]
    assert parse_qs(urlsplit(pinned).query)["on"] == ["2010-01-01"]
    assert any("Based on:" in text and pinned in text for text in texts(shared))


def test_links_name_the_days_a_page_begins_with_too() -> None:
    app = open_page("recognition", entity="XKX")
    app.button_group(key="recognition-map-behind").set_value(SHARE).run()
    live, pinned = texts(app)[:2]
    assert all(parse_qs(urlsplit(link).query)["on"] == ["2022-07-14"] for link in (live, pinned))


def test_links_lead_to_the_figure() -> None:
    app = open_page("recognition")
    app.button_group(key="recognition-curve-behind").set_value(SHARE).run()
    assert all(link.endswith("#recognition-curve") for link in texts(app)[:2])


def test_links_to_a_span_name_both_of_its_ends() -> None:
    app = open_page("council")
    app.button_group(key="council-vetoes-behind").set_value(SHARE).run()
    asked = parse_qs(urlsplit(texts(app)[0]).query)
    drawn = draw_chart("council-vetoes", {"from": asked["from"][0], "to": asked["to"][0]})
    assert drawn.title in headings(app)


@pytest.mark.parametrize(("page_name", "chart_id"), [("ties", "ties-timeline"), ("ties", "ties-map")])
def test_a_frame_is_as_high_as_its_chart_and_the_texts(page_name: str, chart_id: str) -> None:
    app = open_page(page_name, state="ISR")
    app.button_group(key=f"{chart_id}-behind").set_value(SHARE).run()
    frame = next(text for text in texts(app) if text.startswith("<iframe"))
    drawing = draw_chart(chart_id, {"state": "ISR", "on": "2022-07-14"})
    assert f'height="{frame_height(drawing)}"' in frame
    assert frame_height(drawing) > chart_height(drawing) + 100


def test_the_frame_and_the_rows_are_served(shared: AppTest) -> None:
    frame = next(text for text in texts(shared) if text.startswith("<iframe"))
    rows = next(text for text in texts(shared) if "/api/v1/query/" in text)
    with TestClient(make_app()) as client:
        framed = client.get("/" + frame.split('src="')[1].split('"')[0].replace("&amp;", "&").lstrip("/"))
        assert framed.status_code == 200
        assert "Kosovo" in framed.text
        answer = client.get("/" + rows.lstrip("/"))
        assert answer.status_code == 200
        assert answer.text.count("\n") > 50


def test_the_rows_of_checked_facts_are_served_as_such() -> None:
    app = open_page("ties", state="PRK", evidence="checked")
    app.button_group(key="ties-map-behind").set_value(SHARE).run()
    addresses = [text for text in texts(app) if "/api/v1/query/" in text]
    assert addresses and all("evidence=checked" in address for address in addresses)


def test_the_caption_holds_finding_day_and_source(shared: AppTest) -> None:
    caption = next(text for text in texts(shared) if text.endswith(" · Cordon"))
    assert caption.startswith("Kosovo: recognised by")
    assert "(1 January 2010). Source: " in caption
    assert "International recognition of Kosovo" in caption


def test_the_citation_names_chart_version_and_source(shared: AppTest) -> None:
    sentence = next(text for text in texts(shared) if "accessed" in text and data_version() in text)
    assert "Kosovo: recognised by" in sentence
    assert any(text.startswith("@misc{") for text in texts(shared))


def test_a_link_pinned_to_other_data_says_so() -> None:
    notes = [note.value for note in open_page("council", data="2020.01.01+<b>0").info]
    assert any("made from data version 2020.01.01+b0" in note and data_version() in note for note in notes)
    assert not [note for note in open_page("council", data=data_version()).info if "made from" in note.value]


def test_a_pinned_link_tells_what_changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked of a changelog in which two versions followed the one of the link."""
    rows = pd.DataFrame(
        {
            "table_name": ["recognitions", "ties", "recognitions"],
            "added": [3, 0, 1],
            "changed": [0, 1200, 2],
            "removed": [0, 0, 0],
        }
    )
    asked = []

    def answer(query_id: str, **parameters: object) -> SimpleNamespace:
        asked.append((query_id, parameters))
        return SimpleNamespace(frame=rows)

    monkeypatch.setattr(page, "ask", answer)
    assert page.changes_since("2026.01.01+aa") == (
        "Rows changed since: recognitions (4 added, 2 changed); ties (1,200 changed)."
    )
    assert asked == [("changes_since", {"since": "2026.01.01+aa"})]


def test_a_pinned_version_that_is_not_recorded_is_said_so() -> None:
    notes = [note.value for note in open_page("council", data="2020.01.01+aa").info]
    assert any("The data changelog does not name that version." in note for note in notes)
