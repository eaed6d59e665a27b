"""Facts about members that contradict ours stop the preparation."""

from pathlib import Path

import pandas as pd
import pytest

from analytics.paths import DATA
from analytics.sources.reference import check_members

FACTS = "iso3,name,admission_date,cow\n"


@pytest.fixture
def states() -> pd.DataFrame:
    return pd.read_csv(DATA / "states.csv", dtype=str, keep_default_na=False)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("TUR,Turkey,1945-10-24,640", "official_name 'Turkey' is 'Türkiye'"),
        ("TUR,Türkiye,1945-10-25,640", "TUR 1945-10-25 is not in"),
        ("TUR,Türkiye,1945-10-24,641", "cow_code '641' is '640'"),
        ("TRK,Türkiye,1945-10-24,640", "members.csv:2: unknown member 'TRK'"),
    ],
)
def test_a_contradiction_is_told(tmp_path: Path, states: pd.DataFrame, row: str, told: str) -> None:
    path = tmp_path / "members.csv"
    path.write_text(FACTS + row + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        check_members(path, states)


def test_what_agrees_passes(tmp_path: Path, states: pd.DataFrame) -> None:
    path = tmp_path / "members.csv"
    path.write_text(FACTS + "RUS,Russian Federation,1945-10-24,365\nIDN,Indonesia,1950-09-28,850\n", encoding="utf-8")
    check_members(path, states)
