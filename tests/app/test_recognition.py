"""The Recognition page says what the queries say."""

from tests.app.opening import headings, open_page


def test_the_story_day_shows_three_recognisers() -> None:
    app = open_page("recognition", entity="XDN", on="2022-07-14")
    assert not app.exception
    assert "Donetsk People's Republic: recognised by 3 of 193 UN members and 2 others" in headings(app)


def test_claims_that_one_state_contests_lead_to_one_another() -> None:
    led = next(text.value for text in open_page("recognition", entity="XDN").markdown if "same state" in text.value)
    for code in ("XA4", "XCR", "XLN"):
        assert f"(recognition?entity={code}&on=2022-07-14)" in led
    assert "entity=XDN" not in led and "entity=XKX" not in led


def test_an_entity_not_yet_declared_says_so() -> None:
    app = open_page("recognition", entity="XKX", on="2000-01-01")
    assert not app.exception
    assert "Kosovo: not declared yet, or no longer contested" in headings(app)


def test_an_unknown_entity_in_the_link_is_noted() -> None:
    app = open_page("recognition", entity="<script>")
    assert not app.exception
    assert any("not known here" in note.value for note in app.info)
    assert not any("<script>" in note.value for note in app.info)
