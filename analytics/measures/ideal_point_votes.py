"""Recorded votes of the General Assembly as the ideal point model reads them."""

import duckdb
import numpy as np
import pandas as pd

from analytics.measures.ideal_points import Estimate, Votes

# Session 19 avoided votes over the arrears on peacekeeping: the one it took cannot place a session.
LEAST_ROLL_CALLS = 2
# The United States stand on the positive side, as in the published series.
ANCHOR = "USA"
NORMAL_975 = 1.959963984540054
DECIMALS = 3
LEVELS = {"yes": 0, "abstain": 1, "no": 2}


def read_votes(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return session, state (series), roll call and level of every vote on texts that divided the members.

    Absence is missing, not a position; unanimous roll calls tell nothing of positions.
    """
    frame = connection.execute(
        """
        select p.session, s.series as state, p.roll_call_id, v.vote::varchar as vote
        from ga_votes as v
        join states as s on s.state = v.state
        join derived.roll_call_places as p on p.roll_call_id = v.roll_call_id
        where
            v.vote <> 'absent'
            and not p.unanimous
            and p.session in (
                select session from derived.roll_call_places
                where not unanimous group by session having count(*) >= $least
            )
        order by s.series, p.session, p.roll_call_id
        """,
        {"least": LEAST_ROLL_CALLS},
    ).df()
    return frame.assign(level=frame["vote"].map(LEVELS)).drop(columns="vote")


def index_votes(frame: pd.DataFrame) -> tuple[Votes, list[str], list[int]]:
    """Return votes as indices, and the states and sessions that the indices stand for."""
    states, state = np.unique(frame["state"].to_numpy(dtype=str), return_inverse=True)
    sessions, session = np.unique(frame["session"].to_numpy(), return_inverse=True)
    items, item = np.unique(frame["roll_call_id"].to_numpy(), return_inverse=True)
    level = frame["level"].to_numpy(dtype=np.intp)
    votes = Votes(state, session, item, level, len(states), len(sessions), len(items))
    return votes, states.tolist(), sessions.tolist()


def to_frame(estimate: Estimate, states: list[str], sessions: list[int]) -> pd.DataFrame:
    """Return one row per session and member that voted in it, bounds of the 95% interval beside the ideal point."""
    state, session = np.nonzero(estimate.votes)
    mean, error = estimate.mean[state, session], estimate.error[state, session]
    frame = pd.DataFrame(
        {
            "session": np.array(sessions, dtype=np.int32)[session],
            "state": np.array(states, dtype=object)[state],
            "ideal_point": mean.round(DECIMALS),
            "low95": (mean - NORMAL_975 * error).round(DECIMALS),
            "high95": (mean + NORMAL_975 * error).round(DECIMALS),
            "votes": estimate.votes[state, session].astype(np.int32),
        }
    )
    return frame.sort_values(["session", "state"], ignore_index=True)
