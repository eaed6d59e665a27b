"""What callers rely on: query ids, parameters with their defaults, and the leading columns of each answer."""

import pytest

from analytics.catalog.query import find_query

DIMENSIONS = "recognition ties alignment sanctions exclusion"
# id: parameters (all that a caller names; defaults after an equals sign), leading columns.
CONTRACT = {
    "recognition_status": ("entity on", "state state_name position since date_precision certain evidence source"),
    "recognition_totals": (
        "on",
        "entity entity_name recognisers other_recognisers un_members share population_share gdp_share undated",
    ),
    "recognition_timeline": ("entity", "date state change cumulative"),
    "recognition_agreement": ("on", "state_a state_b entities_compared same_position_share jaccard"),
    "ties_broken": ("on state=null", "initiator target since kind reason certain evidence source"),
    "ties_per_year": ("from to", "year kind events"),
    "vetoes": ("from to member=null", "date draft topic region cast_by casts record"),
    "veto_totals": ("from to", "member drafts_vetoed lone joint"),
    "council_paralysis": ("from to", "year adopted unanimous vetoed failed_otherwise veto_share"),
    "council_response": (
        "from to",
        "launch_day missiles top_class next_product next_product_type days_to_product",
    ),
    "launches": (
        "from to",
        "launch_id date_utc date_local missile class site apogee_km distance_km outcome",
    ),
    "launches_per_period": ("from to bucket", "period class missiles launch_days"),
    "launches_to_date": ("on", "year missiles launch_days"),
    "launch_gaps": ("class", "launch_day missile previous_day gap_days"),
    "launch_outcomes": ("from to", "class missiles success failure unknown success_share low95 high95"),
    "roll_call": ("resolution", "state state_name vote"),
    "agreement": (
        "state_a state_b from to unanimous=drop absence=pairwise",
        "session year roll_calls same_share agree s_abs s_sq kappa pi a_abs",
    ),
    "nearest": ("state session measure=agree", "rank state value roll_calls"),
    "alignment_matrix": ("session measure", "state_a state_b value roll_calls"),
    "lonely_votes": ("state from to minority=0.05", "date resolution title vote sided_with sided_share"),
    "ideal_points": ("session", "state ideal_point low95 high95"),
    "sanctions_in_force": ("on target=null", "target sender measure since legal_basis evidence source"),
    "exclusions_in_force": ("on state=null", "organisation state kind since evidence source"),
    "isolation_components": ("on", "state dimension raw unit score as_of missing_reason"),
    "isolation_index": ("on weights", f"state state_name index rank dimensions_observed {DIMENSIONS}"),
    "isolation_series": ("state from to", f"on index {DIMENSIONS}"),
    "isolation_gap": ("state_a state_b from to", "on index_a index_b gap"),
    "isolation_rank_interval": ("on", "state rank rank_p05 rank_p50 rank_p95"),
    "claims": ("on=null", "claim question value unit verdict as_of query"),
}


@pytest.mark.parametrize("query_id", CONTRACT)
def test_leading_columns(query_id: str) -> None:
    columns = CONTRACT[query_id][1].split()
    assert list(find_query(query_id).columns)[: len(columns)] == columns


@pytest.mark.parametrize("query_id", CONTRACT)
def test_parameters_and_their_defaults(query_id: str) -> None:
    params = find_query(query_id).params
    promised = dict(item.partition("=")[::2] for item in CONTRACT[query_id][0].split())
    assert set(promised) <= set(params)
    for name, default in promised.items():
        if default:
            assert not params[name].required
            assert params[name].default == {"null": None, "0.05": 0.05}.get(default, default)
    # Whoever names the promised ones alone gets an answer.
    assert {name for name, item in params.items() if item.required} <= set(promised)
