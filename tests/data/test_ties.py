"""Known events and counts of ties, missions and embassies in the built database."""

import datetime

import duckdb
import pytest

from analytics.catalog.run import run_query

EVENTS = [
    ("UKR", "RUS", "2022-02-24", "severed"),
    ("UKR", "SYR", "2022-06-30", "severed"),
    ("SYR", "UKR", "2022-07-20", "severed"),
    ("UKR", "PRK", "2022-07-13", "severed"),
    ("UKR", "NIC", "2025-10-02", "severed"),
    ("PRK", "MYS", "2021-03-19", "severed"),
    ("SAU", "IRN", "2016-01-03", "severed"),
    ("SAU", "QAT", "2017-06-05", "severed"),
    ("SUN", "ISR", "1967-06-10", "severed"),
    ("CSK", "ISR", "1967-06-10", "severed"),
    ("YUG", "ISR", "1967-06-13", "severed"),
    ("SCG", "USA", "1999-03-25", "severed"),
    ("USA", "CUB", "1961-01-03", "severed"),
]
EVENTS_ABOVE_D = EVENTS[:8]


def one(database: duckdb.DuckDBPyConnection, sql: str, *values: object) -> object:
    row = database.execute(sql, list(values)).fetchone()
    assert row is not None
    return row[0]


def test_every_source_row_is_there(database: duckdb.DuckDBPyConnection) -> None:
    assert one(database, "select count(*) from ties") >= 589
    assert one(database, "select count(*) from missions") == 185_526
    assert one(database, "select count(*) from embassies") == 8_301
    assert one(database, "select count(*) from dropped where table_name = 'embassies'") == 2


@pytest.mark.parametrize(("initiator", "target", "day", "kind"), EVENTS)
def test_known_events(database: duckdb.DuckDBPyConnection, initiator: str, target: str, day: str, kind: str) -> None:
    sql = "select count(*) from ties where initiator = ? and target = ? and event_date = ?::date and kind = ?"
    assert one(database, sql, initiator, target, day, kind) == 1


@pytest.mark.parametrize(("initiator", "target", "day", "kind"), EVENTS_ABOVE_D)
def test_best_known_events_were_checked(
    database: duckdb.DuckDBPyConnection, initiator: str, target: str, day: str, kind: str
) -> None:
    sql = "select evidence from ties where initiator = ? and target = ? and event_date = ?::date and kind = ?"
    assert one(database, sql, initiator, target, day, kind) in ("A", "B", "C")


def test_ukraine_broke_with_north_korea_the_day_before() -> None:
    frame = run_query("ties_broken", {"on": "2022-07-14", "state": "PRK"}).frame
    ukraine = frame[frame["initiator"] == "UKR"]
    assert ukraine["target"].tolist() == ["PRK"]
    assert str(ukraine["since"].iloc[0])[:10] == "2022-07-13"
    assert bool(ukraine["certain"].iloc[0])
    assert run_query("ties_broken", {"on": "2022-07-12", "state": "PRK"}).frame["initiator"].ne("UKR").all()


def test_three_states_had_broken_with_russia_by_july_2022() -> None:
    frame = run_query("ties_broken", {"on": "2022-07-14", "state": "RUS"}).frame
    assert set(frame["initiator"]) == {"GEO", "UKR", "FSM"}


def test_russia_finds_the_soviet_unions_breaks() -> None:
    frame = run_query("ties_of_state", {"state": "RUS"}).frame
    israel = frame[frame["partner"] == "ISR"]
    assert {str(day)[:10] for day in israel["since"]} == {"1953-02-12", "1967-06-10"}


def test_an_end_nobody_knows_is_never_certain(database: duckdb.DuckDBPyConnection) -> None:
    for day in ("1975-06-30", "1999-12-31", "2022-07-14", "2026-09-30"):
        frame = run_query("ties_broken", {"on": day}).frame
        assert not frame[frame["certain"]]["end_status"].isin(["ongoing_or_unknown", "restored_date_unknown"]).any()
        assert not frame["end_status"].eq("not_tracked").any()


def test_nothing_is_certain_after_the_last_day_covered(database: duckdb.DuckDBPyConnection) -> None:
    last = one(database, "select ends_on from coverage where table_name = 'ties'")
    assert isinstance(last, datetime.date)
    after = run_query("ties_broken", {"on": last + datetime.timedelta(days=1)}).frame
    assert len(after) > 50
    assert not after["certain"].any()


def test_steps_of_every_year_add_up(database: duckdb.DuckDBPyConnection) -> None:
    frame = run_query("ties_per_year", {"from": "1946-01-01", "to": "2026-12-31"}).frame
    assert frame["events"].sum() == one(database, "select count(*) from ties")
    qatar = frame[(frame["year"] == 2017) & (frame["kind"] == "severed")]
    assert qatar["events"].iloc[0] >= 9


def test_1973_saw_more_states_break_with_israel_than_any_year_before_it(
    database: duckdb.DuckDBPyConnection,
) -> None:
    frame = run_query("ties_per_year", {"from": "1946-01-01", "to": "1973-12-31", "state": "ISR"}).frame
    severed = frame[frame["kind"] == "severed"].set_index("year")["events"]
    assert severed.idxmax() == 1973
    assert severed[1973] >= 25


def test_north_korea_keeps_about_fifty_missions_abroad() -> None:
    frame = run_query("missions_per_year", {"state": "PRK"}).frame.set_index("year")
    assert 45 <= frame.loc[2020, "sent"] <= 60
    assert frame.loc[2020, "received"] < frame.loc[2008, "received"]


def test_embassies_and_missions_agree_roughly(database: duckdb.DuckDBPyConnection) -> None:
    both = one(
        database,
        """
        select avg((m.sender is not null)::integer)
        from embassies as e
        left join missions as m on m.sender = e.operator and m.host = e.host and m.year = 2020 and m.level > 0
        """,
    )
    assert isinstance(both, float)
    assert both > 0.8
