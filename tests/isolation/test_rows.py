"""The rows behind the index on our data: those listed are those that count, and what changes is what others did."""

from datetime import date

import pytest

from analytics.catalog.run import run_query


@pytest.mark.parametrize("state", ["RUS", "PRK", "ISR", "IRN", "SLE", "CHN", "XKX"])
@pytest.mark.parametrize("day", [date(1997, 11, 1), date(2022, 7, 14), date(2026, 6, 30)])
def test_the_rows_listed_are_those_that_count(state: str, day: date) -> None:
    listed = run_query("isolation_rows", {"on": day, "state": state}).frame
    values = run_query("isolation_components", {"on": day, "state": state}).frame
    if values.empty:
        return
    counted = listed[listed["counts"].astype(bool)]
    raw = values.set_index("dimension")["raw"]
    members = len(run_query("isolation_index", {"on": day}).frame.query("un_member"))
    others = members - bool(values["un_member"].iloc[0])
    assert counted.loc[counted["dimension"] == "exclusion", "partner"].nunique() == raw["exclusion"]
    ties = counted[counted["dimension"] == "ties"].drop_duplicates("partner")
    assert ties["severity"].sum() / others == pytest.approx(raw["ties"])
    sanctions = counted[counted["dimension"] == "sanctions"]
    assert (raw["sanctions"] == 1) == (sanctions["effect"] == "mandate").any()
    assert (raw["sanctions"] > 0) == (len(sanctions) > 0)


def test_an_embargo_of_five_months_is_a_mandate_for_five_months() -> None:
    held = [
        run_query("isolation_components", {"on": day, "state": "SLE"}).frame.set_index("dimension")["raw"]["sanctions"]
        for day in (date(1997, 10, 7), date(1997, 10, 8), date(1998, 3, 16), date(1998, 3, 17))
    ]
    assert held[1:3] == [1.0, 1.0] and held[0] < 1 and held[3] < 1


def test_a_dimension_that_comes_into_view_is_no_change() -> None:
    before, after = date(2025, 6, 29), date(2026, 6, 29)
    dimensions = ["recognition", "ties", "alignment", "sanctions", "exclusion"]
    seen = [
        run_query("isolation_index", {"on": day}).frame.set_index("state").loc["STP", dimensions].notna().tolist()
        for day in (before, after)
    ]
    assert seen[0] != seen[1]
    moved = run_query("isolation_movers", {"from": before, "to": after}).frame["state"].tolist()
    assert "STP" not in moved and "RUS" in moved
