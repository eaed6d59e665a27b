"""Where states are, and how far the data reach, read once per version of the data."""

from functools import lru_cache

import pandas as pd

from analytics.database.open import data_version, open_database


def state_places() -> pd.DataFrame:
    """Return every state: state, series, state_name, region, latitude, longitude. Nobody may change the frame."""
    return read_places(data_version())


@lru_cache(maxsize=4)
def read_places(version: str) -> pd.DataFrame:
    """Return every state with its place, for one version of the data."""
    return (
        open_database()
        .execute("select state, series, name as state_name, region, latitude, longitude from states order by state")
        .df()
    )
