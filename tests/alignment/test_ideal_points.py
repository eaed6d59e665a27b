"""Ideal points: true ones are found again, in our votes the sides are known, and published ones agree."""

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from analytics.measures.ideal_points import estimate_ideal_points
from analytics.measures.ordinal_probit import differentiate
from analytics.measures.random_walk import smooth_walks
from tests.unit.ideal_point_worlds import World, simulate


@pytest.fixture(scope="module", params=[1, 2, 3])
def world(request: pytest.FixtureRequest) -> World:
    return simulate(request.param)


def test_true_positions_are_found_and_intervals_hold_them(world: World) -> None:
    found = estimate_ideal_points(world.votes, anchor=0)
    truth, mean, error = world.truth[world.seen], found.mean[world.seen], found.error[world.seen]
    assert np.corrcoef(truth, mean)[0, 1] > 0.97
    held = np.abs(truth - mean) < norm.ppf(0.95) * error
    assert 0.75 < held.mean() <= 1


def test_the_anchor_is_on_the_positive_side_and_another_only_turns_the_sign(world: World) -> None:
    low = int(world.truth.mean(axis=1).argmin())
    found, turned = estimate_ideal_points(world.votes, 0), estimate_ideal_points(world.votes, low)
    assert found.mean[0].mean() > 0
    assert np.corrcoef(found.mean.ravel(), -turned.mean.ravel())[0, 1] > 0.999


def test_the_same_votes_give_the_same_points(world: World) -> None:
    first, again = estimate_ideal_points(world.votes, 0), estimate_ideal_points(world.votes, 0)
    assert (first.mean == again.mean).all()
    assert first.mean[world.seen].mean() == pytest.approx(0, abs=1e-9)
    assert first.mean[world.seen].std() == pytest.approx(1)


@given(
    level=st.sampled_from([0, 1, 2]),
    position=st.floats(-6, 6),
    low=st.floats(-4, 4),
    gap=st.floats(0.05, 4),
)
@settings(max_examples=200, deadline=None)
def test_derivatives_are_those_of_the_likelihood(level: int, position: float, low: float, gap: float) -> None:
    lower, upper = [(-np.inf, low), (low, low + gap), (low + gap, np.inf)][level]

    def log_chance(at: float) -> float:
        below, above = norm.cdf(upper - at) - norm.cdf(lower - at), norm.sf(lower - at) - norm.sf(upper - at)
        return float(np.log(max(below, above, 1e-300)))

    found = differentiate(np.array([level]), np.array([position]), np.array([low]), np.array([low + gap]))
    step = 1e-5
    if log_chance(position) < -18:
        return
    slope = (log_chance(position + step) - log_chance(position - step)) / (2 * step)
    assert found.score[0] == pytest.approx(slope, rel=1e-3, abs=1e-4)
    assert found.information[0] > -1e-9


def test_one_reading_is_weighed_against_the_start() -> None:
    mean, variance = smooth_walks(
        np.array([[1.0, 0.0]]), np.array([[2.0, 0.0]]), np.array([0]), start_variance=1.0, step_variance=0.25
    )
    assert mean[0] == pytest.approx([1.0, 1.0])
    assert variance[0] == pytest.approx([0.5, 0.75])


def test_published_estimates_agree(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute("select session, correlation, roll_calls from ideal_points_beside_published()").fetchall()
    sessions = {session: (correlation, calls) for session, correlation, calls in rows if session is not None}
    assert len(sessions) > 70
    assert min(found for session, (found, _) in sessions.items() if session >= 46) >= 0.95
    assert min(found for session, (found, calls) in sessions.items() if session < 46 and calls >= 20) >= 0.90
    told = "select scope, correlation from ideal_points_beside_published() where session is null"
    whole = dict(database.execute(told).fetchall())
    # Where whole sessions lie is settled by priors more than by votes, and differently by the two.
    assert whole["all, session means aligned"] >= 0.98 > whole["all"] > 0.95


def test_every_member_that_voted_has_a_point_within_its_interval(database: duckdb.DuckDBPyConnection) -> None:
    lacking = database.execute(
        """
        select count(*)
        from (
            select distinct p.session, s.series
            from ga_votes as v
            join states as s using (state)
            join derived.roll_call_places as p using (roll_call_id)
            where v.vote <> 'absent' and not p.unanimous and p.session <> 19
        ) as voted
        left join ideal_points as i on i.session = voted.session and i.state = voted.series
        where i.state is null
        """
    ).fetchone()
    assert lacking == (0,)


def test_the_cold_war_and_its_end_are_seen(database: duckdb.DuckDBPyConnection) -> None:
    found = dict(
        database.execute("select session, ideal_point from ideal_point_series('RUS') order by session").fetchall()
    )
    states = dict(database.execute("select state, ideal_point from ideal_points(35)").fetchall())
    assert states["USA"] > states["GBR"] > 0 > states["RUS"]
    assert found[48] > found[40] + 1
