"""The isolation index on our data: contributions, bounds, weights, intervals, coverage, known cases, paired draws."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query
from analytics.catalog.run import run_query
from analytics.database.open import find_database, open_database
from analytics.errors import CordonError
from analytics.measures.isolation_draws import CHOICES, draw_choices

DIMENSIONS = ["recognition", "ties", "alignment", "sanctions", "exclusion"]
DAYS = st.dates(date(1991, 12, 31), date(2025, 12, 31))
WEIGHTS = st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(any)


def index_on(day: date, weights: list[int] | None = None) -> pd.DataFrame:
    """Return the index of all on a day, by state."""
    written = (
        ",".join(f"{name}={weight}" for name, weight in zip(DIMENSIONS, weights, strict=True)) if weights else None
    )
    return run_query("isolation_index", {"on": day, "weights": written}).frame.set_index("state")


@given(day=DAYS, weights=WEIGHTS)
@settings(max_examples=15, deadline=None)
def test_contributions_add_up_within_bounds_whatever_the_weights(day: date, weights: list[int]) -> None:
    frame = index_on(day, weights)
    scored = frame[frame["index"].notna()]
    assert (scored[DIMENSIONS].sum(axis=1) - scored["index"]).abs().max() < 1e-9
    assert scored["index"].between(0, 100).all()
    assert scored["geometric"].between(-1e-9, 100).all()
    assert (frame["weight_observed"] < 2 / 3 - 1e-9).equals(frame["index"].isna())
    assert scored[scored["un_member"]]["rank"].min() == 1


@given(day=DAYS, factor=st.integers(2, 50))
@settings(max_examples=5, deadline=None)
def test_only_the_proportions_of_weights_count(day: date, factor: int) -> None:
    once, many = index_on(day, [1, 2, 3, 1, 1]), index_on(day, [factor * weight for weight in (1, 2, 3, 1, 1)])
    pd.testing.assert_series_equal(once["index"].sort_index(), many["index"].sort_index())


@given(day=DAYS)
@settings(max_examples=5, deadline=None)
def test_every_member_of_the_day_is_there_once(day: date) -> None:
    told = (
        "select count(*) from un_memberships where joined_on <= $day and coalesce(left_on > $day, true) "
        "and (state <> 'YUG' or $day < '1992-04-27'::date)"
    )
    frame = index_on(day).reset_index()
    assert not frame["state"].duplicated().any()
    assert (frame["un_member"].sum(),) == open_database().execute(told, {"day": day}).fetchone()


def test_the_last_binary_digit_of_a_share_moves_no_interval(tmp_path: Path) -> None:
    """Sums differ in it from build to build, and shares that are equal must stay equal."""
    copied = tmp_path / "nudged.duckdb"
    shutil.copy(find_database(), copied)
    query = find_query("isolation_rank_interval")
    with duckdb.connect(str(copied)) as nudged:
        bound = bind_parameters(query, {"on": "1999-12-31"}, open_database())
        before = nudged.execute(query.sql, bound).df()
        nudged.execute(
            "update derived.isolation_votes set agree_abstain = agree_abstain + (hash(state) % 3)::double * 1e-16, "
            "agree_pairwise = agree_pairwise + (hash(state) % 3)::double * 1e-16"
        )
        after = nudged.execute(query.sql, bound).df()
    pd.testing.assert_frame_equal(before, after)


def test_the_mean_of_a_dimension_alone_is_its_score() -> None:
    alone = index_on(date(2022, 7, 14), [0, 0, 0, 1, 0])
    components = run_query("isolation_components", {"on": date(2022, 7, 14)}).frame
    sanctions = components[components["dimension"] == "sanctions"].set_index("state")["score"]
    assert (alone["index"] - sanctions).abs().max() < 1e-9


def test_after_its_end_a_table_says_nothing(database: duckdb.DuckDBPyConnection) -> None:
    (end,) = database.execute("select max(ends_on) from coverage where table_name = 'exclusions'").fetchone() or ()
    frame = run_query("isolation_components", {"on": end + timedelta(days=1)}).frame
    late = frame[frame["dimension"] == "exclusion"]
    assert late["raw"].isna().all()
    assert late["score"].isna().all()
    assert late["missing_reason"].str.startswith("Covered until").all()


def test_known_cases_rise_and_fall_or_are_explained() -> None:
    frame = run_query("isolation_cases").frame
    silent = frame[frame["holds"].isna() | ~frame["holds"].fillna(False).astype(bool)]
    assert silent["explained"].notna().all(), silent["case_id"].tolist()
    assert len(frame) - len(silent) >= 12


@pytest.mark.parametrize(
    "weights",
    ["recognition", "friends=1", "ties=-1", "ties=a", "ties=1,ties=2", "=", ",", "ties=0", "ties=inf", "x" * 150],
)
def test_weights_that_cannot_be_read_are_refused(weights: str) -> None:
    with pytest.raises(CordonError):
        run_query("isolation_index", {"on": date(2022, 7, 14), "weights": weights})


def test_draws_are_those_of_the_seed(database: duckdb.DuckDBPyConnection) -> None:
    stored = database.execute("from isolation_draws order by draw").df()
    drawn = draw_choices()
    assert len(stored) == 1000
    for name in drawn.columns:
        assert stored[name].where(stored[name].notna(), None).tolist() == drawn[name].tolist(), name


def test_intervals_hold_the_median_and_ranks_run_from_one() -> None:
    frame = run_query("isolation_rank_interval", {"on": date(2025, 6, 30)}).frame
    assert (frame["rank_p05"] <= frame["rank_p50"]).all()
    assert (frame["rank_p50"] <= frame["rank_p95"]).all()
    assert frame["rank_p05"].min() == 1
    assert frame["rank_p95"].max() <= len(frame)


def test_a_lead_turned_round_is_the_other_ones() -> None:
    asked = {"on": date(2022, 7, 14), "state_a": "RUS", "state_b": "PRK"}
    one = run_query("isolation_lead", asked).frame.iloc[0]
    turned = run_query("isolation_lead", asked | {"state_a": "PRK", "state_b": "RUS"}).frame.iloc[0]
    assert one["share_a"] == turned["share_b"]
    assert one["gap_p05"] == pytest.approx(-turned["gap_p95"])
    assert one["share_a"] + one["share_b"] <= 1


def test_voting_alone_is_told_apart() -> None:
    """In session 73 the two members furthest from the rest were the United States and Israel."""
    components = run_query("isolation_components", {"on": date(2019, 12, 31)}).frame
    votes = components[components["dimension"] == "alignment"].nlargest(2, "raw")
    assert set(votes["state"]) == {"USA", "ISR"}
    ranked = index_on(date(2019, 12, 31))
    assert ranked.loc["PRK", "index"] > ranked.loc["USA", "index"] + 20


@pytest.mark.parametrize("day", ["1991-12-31", "2000-12-31", "2010-12-31", "2022-07-14", "2025-12-31"])
def test_intervals_contain_the_point_in_all_but_rare_cases(day: str) -> None:
    frame = run_query("isolation_rank_interval", {"on": day}).frame
    assert len(frame) > 150
    index = frame["index"].between(frame["index_p05"] - 1e-9, frame["index_p95"] + 1e-9)
    rank = frame["rank"].between(frame["rank_p05"], frame["rank_p95"])
    assert index.mean() >= 0.99
    assert rank.mean() >= 0.85
    assert rank[frame["rank"] <= 25].mean() >= 0.8


@pytest.mark.parametrize("day", ["1991-12-31", "2003-03-19", "2022-07-14", "2026-06-30"])
def test_intervals_stand_beside_the_index_as_published(day: str) -> None:
    beside = run_query("isolation_rank_interval", {"on": day}).frame.set_index("state")
    published = index_on(date.fromisoformat(day)).query("un_member and index.notna()")
    assert set(beside.index) == set(published.index)
    published = published.loc[beside.index]
    assert (beside["index"] - published["index"]).abs().max() < 1e-9
    assert (beside["rank"] == published["rank"]).all()
    assert (beside["state_name"] == published["state_name"]).all()


@pytest.mark.parametrize("year", [1991, 1998, 2006, 2014, 2022, 2025])
def test_every_member_is_scored_since_1991(year: int) -> None:
    frame = run_query("isolation_index", {"on": date(year, 1, 1)}).frame
    assert frame.loc[frame["un_member"], "index"].notna().all()


def test_a_name_plate_without_a_state_is_not_scored() -> None:
    """Sanctions on the Federal Republic of Yugoslavia stand under SRB; YUG would look as if there were none."""
    assert "YUG" in index_on(date(1992, 4, 26)).index
    assert not {"YUG", "SRB"} & set(index_on(date(1999, 6, 30)).index)
    assert "SRB" in index_on(date(2001, 6, 30)).index


def test_relations_restored_nobody_knows_when_weigh_on_nobody(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select x.series, i.series, effective_date(t.event_date, t.date_precision) from ties as t "
        "join states as i on i.state = t.initiator join states as x on x.state = t.target "
        "where t.end_status = 'restored_date_unknown' and t.restored_by is null"
    ).fetchall()
    assert rows
    held = (
        "select count(*) from derived.isolation_spells "
        "where dimension = 'ties' and state = ? and partner = ? and starts_on = ?"
    )
    assert [row for row in rows if database.execute(held, row).fetchone() != (0,)] == []


def test_before_1991_nothing_is_claimed() -> None:
    frame = run_query("isolation_components", {"on": date(1990, 12, 31)}).frame
    assert frame["raw"].isna().all()
    assert (frame["missing_reason"].str.startswith("Covered from ")).all()


def test_two_states_or_one_are_drawn_as_all_are() -> None:
    asked = {"on": date(2022, 7, 14)}
    all_of_them = run_query("isolation_rank_interval", asked).frame.set_index("state")
    bands = run_query("isolation_bands", {"state": "RUS", "from": "2022-07-01", "to": "2022-07-14"}).frame.iloc[-1]
    assert bands["index_p50"] == pytest.approx(all_of_them.loc["RUS", "index_p50"])
    lead = run_query("isolation_lead", asked | {"state_a": "RUS", "state_b": "PRK"}).frame.iloc[0]
    assert lead["draws"] == 1000
    published = run_query("isolation_index", asked).frame.set_index("state")["index"]
    assert [lead["index_a"], lead["index_b"]] == pytest.approx([published["RUS"], published["PRK"]])


def test_the_limit_on_what_is_ranked_leaves_nothing_out() -> None:
    (limit,) = re.findall(r"limit (\d+)\)", find_query("isolation_rank_interval").sql)
    drawn = "select count(*), count(*) filter (draw = 1) from isolation_drawn([$on::date], null, false)"
    every, members = open_database().execute(drawn, {"on": "2025-06-30"}).fetchall()[0]
    assert members == 193
    assert int(limit) > 2 * every


@pytest.mark.parametrize(
    "who", [{"state": "RUS"}, {"state": "RUS", "other": "PRK"}, {"state": "IRN"}, {"state": "TUV"}]
)
def test_shares_of_variance_are_shares(who: dict[str, str]) -> None:
    frame = run_query("isolation_sensitivity", {**who, "on": date(2022, 7, 14)}).frame
    assert set(frame["choice"]) == {*DIMENSIONS, *CHOICES}
    assert frame["first_order"].between(-0.1, 1).all()
    # But for the error of an estimate from 500 pairs of draws, no choice moves more alone than with the others.
    assert (frame["total"] >= frame["first_order"] - 0.03).all()
    assert frame["first_order"].sum() <= 1


@pytest.mark.parametrize("on", [date(2025, 12, 17), date(2026, 6, 30)])
def test_being_recognised_makes_no_exclusion(on: date) -> None:
    """Israel recognised Somaliland on 26 December 2025: what bodies do to it did not change."""
    components = run_query("isolation_components", {"on": on, "state": "XSL"}).frame.set_index("dimension")
    assert components.loc["exclusion", "raw"] == 0
