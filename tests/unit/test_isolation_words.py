"""What is said of the isolation index holds at its ceiling, where nobody moved, and within the error of sampling."""

import pandas as pd
import pytest

from analytics.charts.draw import draw_chart
from analytics.charts.isolation_words import tell_highest, tell_leading, tell_movers, tell_ranks

DAY = "2022-07-14"


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        (
            {"alignment": 100, "exclusion": 100, "ties": 99.8},
            "Russia is at the ceiling of 100 on votes and exclusion",
        ),
        ({"alignment": 60.2, "ties": 59.9}, "the highest score of Russia is 60, on ties and votes"),
        ({"alignment": 0, "ties": 0}, "Russia scores 0 in every dimension observed"),
    ],
)
def test_many_stand_at_the_ceiling_and_nobody_above_it(scores: dict[str, float], told: str) -> None:
    observed = pd.DataFrame({"state": "RUS", "dimension": list(scores), "score": list(scores.values())})
    assert tell_highest(observed, "RUS") == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((36.5, 4.0, -31.8), "Russia rose most (+36), Fiji fell most (−32)"),
        ((36.5, 20.0, 4.0), "Russia rose most (+36)"),
        ((0.0, 0.0, 0.0), "no index moved"),
    ],
)
def test_nobody_fell_where_all_rose(changes: tuple[float, ...], told: str) -> None:
    assert tell_movers(pd.DataFrame({"state_name": ["Russia", "Qatar", "Fiji"], "change": changes})) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (1, 5, "among the first 5"),
        (1, 1, "too"),
        (2, 5, "between 2 and 5"),
        (1, 157, "anywhere between 1 and 157 of 159"),
    ],
)
def test_the_first_may_lie_outside_its_interval(low: int, high: int, told: str) -> None:
    assert tell_ranks(pd.Series({"rank_p05": low, "rank_p95": high}), 159) == told


def test_choices_within_the_error_lead_together() -> None:
    shown = pd.DataFrame(
        {
            "choice": ["scaling", "geometric", "left_out"],
            "total": [0.46, 0.39, 0.23],
            "total_error": [0.037, 0.023, 0.022],
        }
    )
    assert tell_leading(shown) == ["how scores are scaled", "whether the mean is geometric"]
    assert tell_leading(shown.assign(total_error=0.01)) == ["how scores are scaled"]


def test_a_state_without_versions_is_not_said_to_be_the_same_in_all() -> None:
    drawing = draw_chart("isolation-sensitivity", {"state": "XSO", "on": DAY})
    assert drawing.title == "No versions of the index of South Ossetia on 14 July 2022: they are made for members alone"


@pytest.mark.parametrize(
    ("state", "on", "told"),
    [
        ("RUS", "1990-06-30", "No state is scored on 30 June 1990: less than two thirds of the weight is observed"),
        ("SSD", "1992-06-30", "South Sudan is not scored on 30 June 1992"),
    ],
)
def test_a_state_without_an_index_has_no_versions_and_no_range_for_that(state: str, on: str, told: str) -> None:
    assert draw_chart("isolation-sensitivity", {"state": state, "on": on}).title == told
    assert " is not scored on " in draw_chart("versus-range", {"state": state, "on": on}).title


@pytest.mark.parametrize(
    ("state", "on", "told"),
    [
        ("TWN", DAY, "Taiwan, not a member on 14 July 2022, is not among these dots"),
        ("TUV", "1992-06-30", "Tuvalu is not scored on 30 June 1992"),
        ("YUG", "1992-06-30", "Yugoslavia is not scored on 30 June 1992"),
    ],
)
def test_a_state_that_is_no_dot_is_told_so(state: str, on: str, told: str) -> None:
    assert draw_chart("isolation-dimensions", {"state": state, "on": on}).title == told
    both = draw_chart("isolation-dimensions", {"state": state, "other": "RUS", "on": on}).title
    assert both.startswith(f"{told}; ") and "Russia" in both


@pytest.mark.parametrize(("on", "drawn"), [(DAY, True), ("1985-06-30", False)])
def test_a_line_is_told_only_where_it_is_drawn(on: str, drawn: bool) -> None:
    drawing = draw_chart("isolation-series", {"state": "RUS", "on": on})
    assert ("upright line" in drawing.subtitle) == bool(drawing.figure.layout.shapes) == drawn


def test_names_of_the_most_isolated_have_their_article() -> None:
    assert "the United Kingdom" in draw_chart("isolation-map", {"on": "1992-06-30"}).title


def test_the_course_tells_what_holds_it() -> None:
    told = draw_chart("isolation-series", {"state": "RUS", "to": DAY}).subtitle
    assert "At the ceiling of 100 on 14 July 2022: votes and exclusion" in told
    assert "Votes on 14 July 2022 are those of the session to 30 June 2021" in told
