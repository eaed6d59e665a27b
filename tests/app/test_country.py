"""The page on one state: found by any of its names, right in its numbers, whole for every kind of state."""

from datetime import date

import pytest

from analytics.catalog.names import entity_names, state_names
from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.dashboard.components import standing
from analytics.dashboard.components.names import covered_until
from analytics.errors import CordonError
from tests.app.opening import headings, open_page

DAY = "2022-07-14"


@pytest.mark.parametrize("asked", ["PRK", "prk", "North Korea", "dprk"])
def test_a_state_is_found_by_code_name_or_alias(asked: str) -> None:
    app = open_page("country", state=asked, on=DAY)
    assert not app.exception
    assert app.selectbox(key="state").value == "PRK"
    assert not [note for note in app.info if "not known here" in note.value]


def test_its_numbers_are_those_of_the_queries() -> None:
    app = open_page("country", state="RUS", on=DAY)
    shown = {metric.label: metric.value for metric in app.metric}
    row = run_query("isolation_index", {"on": DAY}).frame.set_index("state").loc["RUS"]
    assert shown["Isolation index"] == f"{row['index']:.0f}"
    interval = run_query("isolation_rank_interval", {"on": DAY}).frame.set_index("state").loc["RUS"]
    said = f"{row['rank']:.0f} ({interval['rank_p05']:.0f} to {interval['rank_p95']:.0f})"
    assert shown["Rank among members"] == said
    senders = run_query("sanctioning_states", {"on": DAY, "target": "RUS"}).table.num_rows
    assert shown["States sanctioning it"] == str(senders)


def test_its_rank_stands_before_the_range_around_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(state: str, on: date) -> None:
        raise CordonError("No range.")

    monkeypatch.setattr(standing, "find_interval", fail)
    app = open_page("country", state="RUS", on=DAY)
    row = run_query("isolation_index", {"on": DAY}).frame.set_index("state").loc["RUS"]
    assert next(metric.value for metric in app.metric if metric.label == standing.RANK) == f"{row['rank']:.0f}"


@pytest.mark.parametrize(
    ("state", "on", "steps", "why"),
    [
        ("YUG", "1993-06-01", "–", "Yugoslavia was no longer a state of its own on 1 June 1993."),
        ("VAT", DAY, "0", "contested states are scored; the Holy See was neither on 14 July 2022."),
        ("XKX", DAY, "0", "Not observed. Votes: Not a member of the United Nations."),
    ],
)
def test_what_is_not_scored_or_counted_is_no_zero_and_has_its_reason(state: str, on: str, steps: str, why: str) -> None:
    app = open_page("country", state=state, on=on)
    assert next(metric.value for metric in app.metric if metric.label == "Steps in force against it") == steps
    assert any(caption.value.endswith(why) for caption in app.caption)


@pytest.mark.parametrize(("day", "session"), [("1970-06-01", "23rd"), (DAY, "75th"), ("1946-06-01", "")])
def test_votes_are_those_of_the_last_session_complete_on_the_day(day: str, session: str) -> None:
    told = [heading for heading in headings(open_page("country", state="RUS", on=day)) if "voted most like" in heading]
    assert [heading.partition(" session: ")[0] for heading in told] == ([session] if session else [])


def test_its_numbers_stand_beside_those_of_a_year_before() -> None:
    app = open_page("country", state="RUS", on=DAY)
    beside = {metric.label: metric.delta for metric in app.metric}
    row = run_query("isolation_index", {"on": "2021-07-14"}).frame.set_index("state").loc["RUS"]
    senders = run_query("sanctioning_states", {"on": "2021-07-14", "target": "RUS"}).table.num_rows
    assert beside["Isolation index"] == f"{row['index']:.0f} a year before"
    assert beside["States sanctioning it"] == f"{senders} a year before"
    moved = run_query("isolation_movers", {"from": "2021-07-14", "to": DAY}).frame.set_index("state").loc["RUS"]
    told = next(item.value for item in app.markdown if "The index " in item.value)
    assert f"{'rose' if moved['change'] > 0 else 'fell'} by {abs(moved['change']):.1f} points" in told
    assert f"ties {moved['ties']:+.1f}" in told
    assert "isolation?since=2021-07-14&on=2022-07-14" in told
    parts = run_query("isolation_components", {"on": DAY, "state": "RUS"}).frame.set_index("dimension")
    assert f"exclusion has its full score from {parts.loc['exclusion', 'upper']:.0f} bodies on" in told


def test_a_body_that_shut_a_state_out_twice_is_one_body() -> None:
    app = open_page("country", state="RUS", on="2026-06-29")
    steps = run_query("exclusions_in_force", {"on": "2026-06-29", "state": "RUS"}).frame
    bodies = steps["organisation"].nunique()
    assert bodies < len(steps)
    assert next(metric.value for metric in app.metric if metric.label == "Shut out of bodies") == str(bodies)
    assert any(f"{bodies} recorded bodies had suspended, expelled or" in heading for heading in headings(app))


def test_the_latest_day_that_all_its_tables_cover_is_one_click_away() -> None:
    app = open_page("country", state="RUS", on=DAY)
    app.button(key="on-latest").click().run()
    assert not app.exception
    ends = covered_until(("recognitions", "ties", "ga_votes", "sanctions", "exclusions"))
    assert app.date_input(key="on").value == ends, "vetoes, listed whatever the day, do not hold it back"
    assert not [button for button in app.button if button.key == "on-latest"]
    assert next(metric.value for metric in app.metric if metric.label == "Isolation index") != "not scored"


@pytest.mark.parametrize("state", ["TWN", "XKX", "PSE", "SUN", "TUV", "VAT", "SSD", "DDR", "ISR", "IND", "XIE"])
def test_every_kind_of_state_has_a_page(state: str) -> None:
    app = open_page("country", state=state, on=DAY)
    assert not app.exception
    assert not app.error
    assert ("Who recognises it" in [item.value for item in app.header]) == (state in entity_names())
    assert any((state_names() | entity_names())[state] in heading for heading in headings(app))


def test_an_unknown_state_gets_a_note() -> None:
    app = open_page("country", state="Atlantis")
    assert any("not known here" in note.value for note in app.info)
    assert not app.exception


@pytest.mark.parametrize("state", ["PRK", "ISR", "RUS"])
def test_who_does_not_recognise_it_is_counted_as_the_index_does(state: str) -> None:
    app = open_page("country", state=state, on=DAY)
    components = run_query("isolation_components", {"on": DAY, "state": state}).frame.set_index("dimension")
    members = run_query("recognition_totals", {"on": DAY}).frame["un_members"].iloc[0]
    count = round(components.loc["recognition", "raw"] * (members - 1))
    said = f"is not recognised by {count} members" if count else "on record as not recognising Russia"
    assert any(said in heading for heading in headings(app))


def test_who_came_and_went_behind_the_counts_of_a_year_is_named() -> None:
    """Between these days a body let Russia in again while the index stood still."""
    days = ("2025-06-30", "2026-06-30")
    lists = [run_query("exclusions_in_force", {"on": day, "state": "RUS"}).frame for day in days]
    then, now = ({*rows["organisation_name"]} for rows in lists)
    assert then - now
    app = open_page("country", state="RUS", on=days[1])
    told = next(item.value for item in app.markdown if "The index " in item.value)
    assert f"No longer shut out by: {', '.join(sorted(then - now))}." in told
    assert not now - then and "newly shut out by" not in told.lower()
    early = open_page("country", state="TUV", on="1985-06-30")
    assert not any("shut out by:" in item.value for item in early.markdown)


def test_positions_are_counted_as_the_briefing_counts_them_and_the_rest_is_told() -> None:
    drawing = draw_chart("country-positions", {"state": "RUS", "on": "2022-07-14"})
    frame = drawing.results[0].frame
    recognised = frame["position"] == "recognised"
    contested = (recognised & frame["contested"]).sum()
    settled = recognised.sum() - contested
    assert f"recognising {contested} contested entities and {settled} entity no longer contested" in drawing.title
    assert drawing.title.endswith(f"also {(~recognised).sum()} other positions")
    nothing = draw_chart("country-positions", {"state": "TUV", "on": "1900-01-01"})
    assert nothing.title == "Tuvalu is on record as recognising no contested entities"


def test_a_state_scored_on_neither_day_is_not_called_incomparable() -> None:
    said = " ".join(item.value for item in open_page("country", state="VAT", on="2022-07-14").markdown)
    assert "The index is not scored on 14 July 2021 or 14 July 2022." in said
    assert "the same dimensions on both days" not in said


def test_the_page_of_a_former_state_tells_of_the_one_that_continues_it() -> None:
    former, own = (open_page("country", state=state, on="2022-06-30") for state in ("SUN", "RUS"))
    assert [metric.value for metric in former.metric] == [metric.value for metric in own.metric]
    said = "The Soviet Union was no longer a state of its own on 30 June 2022; Russia stands for it."
    assert said in [caption.value for caption in former.caption]
    assert not any("stands for it" in caption.value for caption in own.caption)
    assert not any(
        "Soviet Union" in heading.replace("Russia with the Soviet Union", "") for heading in headings(former)
    )


@pytest.mark.parametrize("chart", ["country-positions", "country-unrecognised"])
def test_a_state_that_was_not_there_on_the_day_is_said_not_to_have_been(chart: str) -> None:
    titles = {
        (state, day): draw_chart(chart, {"state": state, "on": day}).title
        for state, day in (("SSD", "1992-06-30"), ("DDR", "2022-06-30"), ("SSD", "2022-06-30"))
    }
    assert titles["SSD", "1992-06-30"] == "South Sudan was not yet a state of its own on 30 June 1992"
    assert titles["DDR", "2022-06-30"] == "East Germany was no longer a state of its own on 30 June 2022"
    assert "state of its own" not in titles["SSD", "2022-06-30"]
