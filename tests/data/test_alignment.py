"""Agreement computed from packed votes against the plainest way to compute it."""

import duckdb
import pytest

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
