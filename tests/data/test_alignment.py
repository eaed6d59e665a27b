"""Agreement computed from packed votes against the plainest way to compute it."""

import duckdb
import pytest

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query

PLAIN = """
with votes as (
    select v.roll_call_id, s.series as state, case v.vote when 'yes' then 1 when 'abstain' then 2 else 3 end as level
    from ga_votes as v
    join states as s on s.state = v.state
    join roll_calls as r on r.roll_call_id = v.roll_call_id
    where r.session = $session and v.vote <> 'absent' and greatest(r.yes, r.abstain, r.no) < r.yes + r.abstain + r.no
)

select a.state as state_a, b.state as state_b, count(*) as n, 1 - sum(abs(a.level - b.level)) / (2 * count(*)) as agree
from votes as a
join votes as b on b.roll_call_id = a.roll_call_id and a.state < b.state
group by a.state, b.state
"""


@pytest.mark.parametrize("session", [1, 29, 46, 76, 80])
def test_packed_votes_agree_with_a_self_join(database: duckdb.DuckDBPyConnection, session: int) -> None:
    differing = database.execute(
        f"select count(*), count(*) filter (p.n is distinct from d.roll_calls or abs(p.agree - d.agree) > 1e-12) "
        f"from ({PLAIN}) as p "
        "full join (from dyads(null, null) where session = $session) as d using (state_a, state_b)",
        {"session": session},
    ).fetchone()
    assert differing is not None
    assert differing[0] > 1000
    assert differing[1] == 0


@pytest.mark.parametrize("pair", [("SUN", "USA"), ("PRK", "RUS"), ("DDR", "DEU"), ("SCG", "SRB"), ("CHN", "CHN")])
@pytest.mark.parametrize("absence", ["pairwise", "abstain"])
@pytest.mark.parametrize("universe", ["all", "resolutions", "nuclear"])
def test_a_pair_counted_vote_by_vote_is_that_of_packed_votes(
    database: duckdb.DuckDBPyConnection, pair: tuple[str, str], absence: str, universe: str
) -> None:
    asked = {"state_a": pair[0], "state_b": pair[1], "absence": absence, "universe": universe, "to": "2025-12-31"}
    plain, packed = (
        database.execute(query.sql, bind_parameters(query, asked, database)).to_arrow_table().to_pylist()
        for query in (find_query("agreement"), find_query("dyads"))
    )
    packed = sorted(packed, key=lambda row: row["session"])
    assert [pytest.approx(row) for row in plain] == [{name: row[name] for name in plain[0]} for row in packed]
    assert bool(plain) == (pair not in {("SCG", "SRB"), ("CHN", "CHN")})
