"""A state that is not yet or no longer there on a day is told so, in a word and in a sentence that agree."""

from datetime import date

import pytest

from analytics.catalog.absence import find_untimely, tell_state


@pytest.mark.parametrize(
    ("state", "day", "untimely", "told"),
    [
        ("DDR", "1990-10-02", "", ""),
        ("DDR", "1990-10-03", "no longer", "East Germany (DDR) is in the tables until 2 October 1990."),
        ("SRB", "2006-06-04", "not yet", "Serbia (SRB) is in the tables from 5 June 2006."),
        ("SRB", "2006-06-05", "", ""),
        ("CHE", "2000-01-01", "", "Switzerland was not a member of the United Nations on 1 January 2000."),
        ("XKX", "1950-01-01", "", ""),
    ],
)
def test_word_and_sentence_agree_on_the_first_and_the_last_day(state: str, day: str, untimely: str, told: str) -> None:
    on = date.fromisoformat(day)
    assert find_untimely(state, on) == untimely
    assert tell_state(state, on, of_members=True) == told
