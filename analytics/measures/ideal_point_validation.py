"""Our ideal points beside the published ones of Bailey, Strezhnev & Voeten: correlations, session by session."""

from pathlib import Path

import pandas as pd

from analytics.errors import CordonError

# Where the published file names two states by one code, its number for the state decides.
CODE_OF_NUMBER = {678: "YEM", 680: "YMD"}
# Serbia takes up the seat in session 55; the published series goes on as Yugoslavia.
SERBIA_SINCE = 55
NEEDED = {"ccode", "iso3c", "session", "NVotes", "IdealPoint"}
DECIMALS = 4


def read_published(path: Path) -> pd.DataFrame:
    """Return session, state (our series), their ideal point and votes; raises CordonError for another file."""
    frame = pd.read_csv(path, encoding="latin-1", keep_default_na=False)
    if missing := sorted(NEEDED - set(frame.columns)):
        raise CordonError(f"{path.name} is no file of published ideal points: it lacks {', '.join(missing)}.")
    state = frame["ccode"].map(CODE_OF_NUMBER).fillna(frame["iso3c"])
    state = state.mask((state == "YUG") & (frame["session"] >= SERBIA_SINCE), "SRB")
    return pd.DataFrame(
        {
            "session": frame["session"],
            "state": state,
            "published": frame["IdealPoint"],
            "published_votes": frame["NVotes"],
        }
    )


def compare(ours: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """Return correlations for all sessions together, for the same with session means aligned, and for each session."""
    both = ours.merge(published, on=["session", "state"], validate="one_to_one")
    own = both["ideal_point"] - both.groupby("session")["ideal_point"].transform("mean")
    aligned = both.assign(ideal_point=own + both.groupby("session")["published"].transform("mean"))
    rows = [describe(both, "all", None), describe(aligned, "all, session means aligned", None)]
    rows += [describe(part, f"session {session}", int(str(session))) for session, part in both.groupby("session")]
    frame = pd.DataFrame(rows)
    return frame.assign(session=frame["session"].astype("Int64")).sort_values("scope", ignore_index=True)


def describe(both: pd.DataFrame, scope: str, session: int | None) -> dict[str, object]:
    """Return the correlation over some rows and what they rest on."""
    one = session is not None
    return {
        "scope": scope,
        "session": session,
        "members": len(both),
        "correlation": round(both["ideal_point"].corr(both["published"]), DECIMALS),
        "roll_calls": both["votes"].max() if one else both.groupby("session")["votes"].max().sum(),
        "published_roll_calls": (
            both["published_votes"].max() if one else both.groupby("session")["published_votes"].max().sum()
        ),
    }
