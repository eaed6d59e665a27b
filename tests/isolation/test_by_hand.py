"""The index of three states on one day, worked out again from the tables of facts in plain Python."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

from analytics.catalog.run import run_query

DAY = date(2022, 7, 14)
LAST_COMPLETE_SESSION = 75
SEVERITY = {
    "severed": 6, "suspended": 5, "embassy_closed": 4, "downgraded": 3, "office_closed": 2,
    "ambassador_expelled": 2, "ambassador_recalled": 2, "diplomats_expelled": 1,
}  # fmt: skip
LEVEL = {"yes": 1, "abstain": 2, "no": 3}
NEVER = date(9999, 12, 31)
Row = dict[str, Any]


class Facts:
    """The tables of facts as lists of rows."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self.database = database
        self.series = dict(database.execute("select state, series from states").fetchall())
        spells = self.rows("un_memberships")
        self.members = {
            self.series[row["state"]] for row in spells if row["joined_on"] <= DAY < (row["left_on"] or NEVER)
        }

    def rows(self, table: str) -> list[Row]:
        return self.database.execute(f"select * from {table}").to_arrow_table().to_pylist()


@pytest.fixture
def facts(database: duckdb.DuckDBPyConnection) -> Facts:
    return Facts(database)


def takes_effect(day: date | None, precision: str) -> date | None:
    """Return the end of the period that a coarse date names."""
    if day is None or precision == "none":
        return None
    if precision == "year":
        return date(day.year, 12, 31)
    if precision == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)
    return day


def runs(row: Row) -> bool:
    begun = takes_effect(row["started_on"], row["start_precision"])
    over = takes_effect(row["ended_on"], row["end_precision"])
    return begun is not None and begun <= DAY and (over is None or over >= DAY)


def not_recognising(facts: Facts, state: str) -> set[str]:
    """Return members that do not recognise a state, or recognise a rival government."""
    entities = {row["entity"]: row for row in facts.rows("entities")}
    latest: dict[tuple[str, str], tuple[date, str, str]] = {}
    for row in facts.rows("recognitions"):
        entity = entities[row["entity"]]
        since = takes_effect(row["event_date"], row["date_precision"]) or entity["declared_on"]
        if row["change"] != "voted_against_integrity" and since and since <= DAY:
            key = (facts.series[row["recogniser"]], row["entity"])
            latest[key] = max(latest.get(key, (date.min, "", "")), (since, row["recognition_id"], row["change"]))
    kept = {"recognised", "relations_established", "resumed", "withdrawal_disputed"}
    if state in entities and not entities[state]["otherwise_recognised"]:
        recognising = {who for (who, code), (_, _, change) in latest.items() if code == state and change in kept}
        return facts.members - recognising - {state}
    rivals = {
        code
        for code, row in entities.items()
        if row["kind"] == "government" and row["contested_by"] == state and state not in entities
    }
    found = {who for (who, code), (_, _, change) in latest.items() if code == state and change == "not_recognised"}
    found |= {who for (who, code), (_, _, change) in latest.items() if code in rivals and change in kept}
    return found & facts.members


def severity_against(facts: Facts, state: str) -> float:
    """Return the sum of the gravest step in force of each member, a severance 1."""
    gravest: dict[str, float] = defaultdict(float)
    for row in facts.rows("ties"):
        begun = takes_effect(row["event_date"], row["date_precision"])
        restored = takes_effect(row["restored_on"], row["restored_precision"] or "none")
        over = {"restored": restored, "restored_date_unknown": row["restored_by"]}.get(row["end_status"])
        counts = row["end_status"] != "not_tracked" and row["event_group"] != "Taiwan recognition switches"
        counts = counts and (row["end_status"] != "restored_date_unknown" or bool(row["restored_by"]))
        who = facts.series[row["initiator"]]
        if facts.series[row["target"]] == state and counts and begun and begun <= DAY < (over or NEVER):
            gravest[who] = max(gravest[who], SEVERITY[row["kind"]] / 6)
    return sum(weight for who, weight in gravest.items() if who in facts.members)


def sanctioned_share(facts: Facts, state: str) -> float:
    """Return senders' share of the product of the others, or 1 under a mandate of the Council."""
    union = {
        facts.series[row["state"]]
        for row in facts.rows("organisation_members")
        if row["organisation"] == "EU" and row["joined_on"] <= DAY < (row["bound_until"] or row["left_on"] or NEVER)
    }
    senders: set[str] = set()
    for row in facts.rows("sanctions"):
        scope = row["scope"] or ""
        aimed = facts.series[row["target"]] == state and scope not in ("non-state", "former rulers")
        if not aimed or row["origin"] == "implements_un" or not runs(row):
            continue
        wide = scope.startswith("country-wide") and "then" not in scope
        if row["sender"] == "UN" and wide and (row["trade"] or row["financial"] or row["sectoral"]):
            return 1.0
        senders |= union if row["sender"] == "EU" else set()
        senders |= {facts.series[row["sender"]]} if row["sender_kind"] == "state" else set()
    product: dict[str, tuple[int, float]] = {}
    for row in facts.rows("weights"):
        if row["gdp_usd"] is not None and DAY.year - 5 <= row["year"] <= DAY.year:
            product[row["state"]] = max(product.get(row["state"], (0, 0.0)), (row["year"], row["gdp_usd"]))
    of = {member: product.get(member, (0, 0.0))[1] for member in facts.members if member != state}
    return sum(of.get(sender, 0.0) for sender in senders) / sum(of.values())


def bodies_shut(facts: Facts, state: str) -> float:
    """Return how many bodies, lists left out, have shut a state out against its will."""
    lists = {row["organisation"] for row in facts.rows("organisations") if row["kind"] == "list"}
    return float(
        len(
            {
                row["organisation"]
                for row in facts.rows("exclusions")
                if facts.series[row["state"]] == state
                and row["class"] == "involuntary"
                and row["organisation"] not in lists
                and runs(row)
            }
        )
    )


def distance_in_votes(facts: Facts, state: str) -> float:
    """Return 1 less the mean agreement with every member of ten joint votes, unanimous texts left out."""
    votes: dict[int, dict[str, int]] = defaultdict(dict)
    told = "select roll_call_id, state, vote from ga_votes join roll_calls using (roll_call_id) where session = ?"
    for call, voter, vote in facts.database.execute(told, [LAST_COMPLETE_SESSION]).fetchall():
        if vote in LEVEL:
            votes[call][facts.series[voter]] = LEVEL[vote]
    gaps: dict[str, list[int]] = defaultdict(list)
    for cast in votes.values():
        if len(set(cast.values())) > 1 and state in cast:
            for other, level in cast.items():
                gaps[other].append(abs(level - cast[state]))
    means = [1 - sum(found) / (2 * len(found)) for other, found in gaps.items() if other != state and len(found) >= 10]
    return 1 - sum(means) / len(means)


@pytest.mark.parametrize("state", ["RUS", "PRK", "NIC"])
def test_index_by_hand(facts: Facts, state: str) -> None:
    others = len(facts.members) - 1
    raw = {
        "recognition": len(not_recognising(facts, state)) / others,
        "ties": severity_against(facts, state) / others,
        "alignment": distance_in_votes(facts, state),
        "sanctions": sanctioned_share(facts, state),
        "exclusion": bodies_shut(facts, state),
    }
    posts = {row["dimension"]: (row["lower"], row["upper"]) for row in facts.rows("isolation_measures") if row["base"]}
    score = {
        name: 100 * min(max((value - posts[name][0]) / (posts[name][1] - posts[name][0]), 0), 1)
        for name, value in raw.items()
    }
    found = run_query("isolation_components", {"on": DAY, "state": state}).frame.set_index("dimension")
    assert found["raw"].to_dict() == pytest.approx(raw)
    assert found["score"].to_dict() == pytest.approx(score)
    row = run_query("isolation_index", {"on": DAY}).frame.set_index("state").loc[state]
    assert row["index"] == pytest.approx(sum(score.values()) / 5)
    assert {name: row[name] for name in raw} == pytest.approx({name: value / 5 for name, value in score.items()})
