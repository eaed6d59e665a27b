"""Without unchecked rows every query runs, and none of its facts is graded D."""

import pytest
from pytest import approx

from analytics.catalog.query import load_catalog
from analytics.catalog.run import open_checked, run_query
from analytics.database.open import find_database, open_database

# Express refusals stay, whatever their grade; evidence_mix counts the grades themselves.
REFUSALS_STAY = ("recognition_status", "recognitions_by", "common_ground", "evidence_mix")


def counted(sql: str) -> int:
    row = open_checked(find_database()).execute(sql).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("query_id", load_catalog())
def test_every_query_runs_without_unchecked_rows(query_id: str) -> None:
    query = load_catalog()[query_id]
    examples = {name: item.example for name, item in query.params.items() if item.required}
    result = run_query(query_id, examples, checked=True)
    assert result.checked
    if "evidence" in result.table.column_names:
        refused = query_id in REFUSALS_STAY
        assert refused or "D" not in result.frame["evidence"].tolist()


def test_metrics_are_computed_anew() -> None:
    day = {"on": "2022-07-14"}
    every, checked = run_query("ties_broken", day).frame, run_query("ties_broken", day, checked=True).frame
    assert len(checked) == (every["evidence"] != "D").sum() < len(every)


def test_a_recognition_does_not_outlive_its_unchecked_withdrawal() -> None:
    day = {"on": "2022-07-14"}
    every = run_query("recognition_totals", day).frame.set_index("entity")["recognisers"]
    checked = run_query("recognition_totals", day, checked=True).frame.set_index("entity")["recognisers"]
    assert (checked <= every[checked.index]).all()
    assert checked["XKX"] < every["XKX"]
    assert checked["XDN"] == every["XDN"] == 3


def test_the_index_of_isolation_rests_on_checked_ties_and_sanctions_and_all_recognitions() -> None:
    whole, fewer = (run_query("isolation_components", {"on": "2022-07-14"}, checked=only) for only in (False, True))
    every, checked = (
        result.frame.pivot(index="state", columns="dimension", values="raw").fillna(0) for result in (whole, fewer)
    )
    firm = open_database(find_database()).execute("from isolation_raw(['2022-07-14'::date], null)").df()
    firm = firm.set_index("state").loc[checked.index, ["ties_share_firm", "sanctions_gdp_firm"]].fillna(0)
    assert checked["ties"].to_numpy() == approx(firm["ties_share_firm"].to_numpy())
    assert checked["sanctions"].to_numpy() == approx(firm["sanctions_gdp_firm"].to_numpy())
    assert (checked["recognition"] == every["recognition"]).all()
    assert checked.loc["SYR", "exclusion"] < every.loc["SYR", "exclusion"]


def test_names_and_memberships_stay_whole() -> None:
    assert counted("select count(*) from un_members_on('2022-07-14')") == 193
    assert counted("select count(*) from ties where evidence = 'D'") == 0
