"""What a briefing is asked for is what it holds: sections in the order named, charts with their own evidence."""

from datetime import date

import pytest

from analytics.briefing.compose import GRADED, compose_briefing
from analytics.briefing.model import Briefing
from analytics.charts.draw import draw_chart
from analytics.errors import CordonError

DAY = date(2022, 7, 14)
TIES = {"state": "PRK", "on": "2022-07-14"}
ROOT = "https://cordon.example/below"


def compose(**asked: object) -> Briefing:
    return compose_briefing(**({"state": None, "on": DAY, "report": lambda _: None} | asked))  # type: ignore[arg-type]


def test_sections_stand_in_the_order_named() -> None:
    briefing = compose(state="PRK", sections=["ties", "exclusions", "ties"])
    assert [chapter.id for chapter in briefing.chapters] == ["ties", "exclusions"]


def test_a_chart_of_checked_rows_stands_beside_one_of_all_rows() -> None:
    every, checked = compose(charts=[("ties-map", TIES), ("ties-map", TIES | {"evidence": "checked"})]).parts
    assert every.headline.text == draw_chart("ties-map", TIES).title
    assert checked.headline.text == draw_chart("ties-map", TIES, checked=True).title
    assert every.headline.text != checked.headline.text
    assert GRADED in [claim.text for claim in checked.claims]
    assert GRADED not in [claim.text for claim in every.claims]


def test_links_lead_to_the_dashboard_that_was_asked_and_to_the_same_rows() -> None:
    part = compose(charts=[("ties-map", TIES | {"evidence": "checked"})], root=ROOT).parts[0]
    assert part.link == f"{ROOT}/ties?state=PRK&on=2022-07-14&evidence=checked"
    assert compose(charts=[("ties-map", TIES)], checked=True, root=ROOT).parts[0].link == part.link


def test_evidence_of_no_known_kind_is_told() -> None:
    with pytest.raises(CordonError, match="unknown evidence 'some'"):
        compose(charts=[("ties-map", TIES | {"evidence": "some"})])
