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
    ("low", "high", "told"), [(1, 5, "among the first 5"), (1, 1, "too"), (2, 5, "between 2 and 5")]
)
def test_the_first_may_lie_outside_its_interval(low: int, high: int, told: str) -> None:
    assert tell_ranks(pd.Series({"rank_p05": low, "rank_p95": high})) == told


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


def test_the_course_tells_what_holds_it() -> None:
    told = draw_chart("isolation-series", {"state": "RUS", "to": DAY}).subtitle
    assert "At the ceiling of 100 on 14 July 2022: votes and exclusion" in told
    assert "Votes on 14 July 2022 are those of the session to 30 June 2021" in told
