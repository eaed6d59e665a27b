"""Votes as the Digital Library writes them: one letter per member."""

import pandas as pd

from analytics.paths import DATA

VOTES = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent"}


def check_letters(votes: pd.DataFrame, file: str) -> None:
    """Raise ValueError for a vote letter or a code that we do not know; `file` is where they stand."""
    letters = set(votes["ms_vote"]) - VOTES.keys()
    codes = set(votes["ms_code"]) - set(pd.read_csv(DATA / "states.csv", keep_default_na=False)["state"])
    if letters or codes:
        raise ValueError(f"{file}: unknown letters {sorted(letters)}, unknown codes {sorted(codes)}")
