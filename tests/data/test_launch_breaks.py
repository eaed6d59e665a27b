"""The stored estimates of a break are those of the launches and Council texts held now."""

import duckdb
import pandas as pd

from analytics.catalog.rules import load_checks
from analytics.catalog.run import run_query
from analytics.database.checks import run_check
from analytics.measures.launch_breaks import estimate_launch_breaks
from tests.queries.cases import fill, open_empty


def test_stored_estimates_are_made_again(database: duckdb.DuckDBPyConnection) -> None:
    stored = database.sql("select * exclude (source_id, evidence) from launch_breaks order by outcome, break_on").df()
    again = estimate_launch_breaks(database)
    again = again.assign(**{name: pd.to_datetime(again[name]) for name in ("break_on", "starts_on", "ends_on")})
    pd.testing.assert_frame_equal(stored, again, check_dtype=False, atol=1e-5)


def test_the_break_asked_for_by_default_is_the_first_vetoed_draft(database: duckdb.DuckDBPyConnection) -> None:
    (veto,) = database.sql("select min(voted_on) from council_drafts where draft = 'S/2022/431'").fetchone() or (None,)
    series = run_query("launch_break_series").frame
    assert set(series["broke_on"].dt.date) == {veto}
    effects = run_query("launch_breaks", {"effect": "level"}).frame
    assert set(effects.loc[effects["at_veto"], "break_on"]) == set(series["break_on"])


def test_fitted_counts_add_up_to_those_counted() -> None:
    """The score equations of a Poisson regression with a constant and a step: sums agree on both sides."""
    series = run_query("launch_break_series").frame
    sums = series.groupby(["outcome", series["trend_continued"].notna()])[["counted", "fitted"]].sum()
    assert ((sums["counted"] - sums["fitted"]).abs() < 0.01).all()


def test_a_launch_added_later_is_noticed() -> None:
    (check,) = [check for check in load_checks() if check.table == "launch_breaks"]
    connection = open_empty()
    launch = {"state": "PRK", "date_precision": "day", "class": "SRBM"}
    estimate = {"break_on": "2018-01-01", "starts_on": "2006-11-01", "ends_on": "2019-03-31", "autocorrelation": 0.0}
    text = {"kind": "resolution", "purpose": "sanctions", "dprk_specific": True}
    window = {"part": "PRK", "starts_on": "1984-04-09", "ends_on": "2019-04-19", "completeness": "census"}
    tables = {
        "coverage": [{"table_name": "missile_launches"} | window],
        "council_products": [
            {"symbol": day, "product_date": day} | text for day in ("2006-10-14", "2013-03-07", "2017-12-22")
        ],
        "missile_launches": [{"launch_id": "a", "date_utc": "2012-04-01", "launch_day": "2012-04-01"} | launch],
        "launch_breaks": [{"outcome": "missiles", "count_before": 1, "count_after": 0} | estimate],
    }
    fill(connection, tables)
    assert run_check(check, connection).bad_rows == 0
    fill(
        connection,
        {"missile_launches": [{"launch_id": "b", "date_utc": "2019-02-01", "launch_day": "2019-02-01"} | launch]},
    )
    assert run_check(check, connection).bad_rows == 1
