"""Sanctions, exclusions and memberships against what is published."""

import duckdb
import pytest


def test_un_regimes_in_force_in_july_2022(database: duckdb.DuckDBPyConnection) -> None:
    """Targets of the United Nations regimes then in force, those without a state as target left out."""
    rows = database.execute(
        "select distinct target from sanctions_in_force('2022-07-14') where sender = 'UN' and certain"
    ).fetchall()
    targets = {row[0] for row in rows}
    assert {"PRK", "LBY", "SOM", "COD", "SDN", "SSD", "CAF", "YEM", "MLI", "GNB", "IRQ", "LBN", "AFG"} <= targets
    assert not targets & {"RUS", "SYR", "BLR", "MMR", "CUB", "VEN", "ZWE"}


@pytest.mark.parametrize(
    ("day", "members"),
    [("1958-01-01", 6), ("2015-01-01", 28), ("2020-01-31", 28), ("2020-02-01", 27), ("2026-01-01", 27)],
)
def test_members_of_the_european_union(database: duckdb.DuckDBPyConnection, day: str, members: int) -> None:
    row = database.execute(
        "select count(*) from organisation_members where organisation = 'EU' and joined_on <= ?::date "
        "and (left_on is null or left_on > ?::date)",
        [day, day],
    ).fetchone()
    assert row == (members,)


def test_more_than_forty_states_sanction_russia(database: duckdb.DuckDBPyConnection) -> None:
    row = database.execute(
        "select senders, eu_measures, un_measures from sanction_senders('2022-07-14') where target = 'RUS'"
    ).fetchone()
    assert row is not None
    assert row[0] >= 27 + 10
    assert row[1:] == (True, False)


def test_no_measure_counts_twice_for_one_programme(database: duckdb.DuckDBPyConnection) -> None:
    """The careful base and the second compilation overlap in no UN, EU, US, UK, Swiss or Canadian row."""
    rows = database.execute(
        "select a.sanction_id, b.sanction_id from sanctions as a join sanctions as b "
        "on a.sender = b.sender and a.target = b.target and a.source_record_id not like 'more-%' "
        "and b.source_record_id like 'more-%' and a.started_on <= coalesce(b.ended_on, '9999-12-31') "
        "and b.started_on <= coalesce(a.ended_on, '9999-12-31') "
        "where a.sender in ('UN', 'EU', 'USA', 'GBR', 'CHE', 'CAN')"
    ).fetchall()
    assert rows == []


def test_russia_left_the_council_of_europe(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select kind, since::varchar from exclusions_in_force('2022-07-14', 'RUS') "
        "where organisation = 'COUNCIL-OF-EUROPE'"
    ).fetchall()
    assert rows == [("expulsion", "2022-03-16")]


def test_a_body_that_is_no_more_shuts_nobody_out(database: duckdb.DuckDBPyConnection) -> None:
    gone = "('LEAGUE-OF-NATIONS', 'COMECON-COMINFORM', 'WARSAW-PACT')"
    lasting = f"from derived.isolation_spells where dimension = 'exclusion' and partner in {gone}"
    assert database.execute(lasting).fetchall() == []
    listed = f"from exclusions_in_force(p_on := '2022-07-14', p_state := 'RUS') where organisation in {gone}"
    assert database.execute(listed).fetchall() == []
