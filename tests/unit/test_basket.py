"""Charts in a link: written and read back unchanged, bounded, and harmless where the text is not ours."""

from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.charts.basket import (
    MOST_CHARTS,
    MOST_LETTERS,
    MOST_TOLD,
    Item,
    escape,
    make_item,
    read_basket,
    unescape,
    write_basket,
)
from tests.exports.drawn import CHARTS, examples

KOSOVO = Item("recognition-map", {"entity": "XKX", "on": "2022-07-14"})
TIES = Item("ties-map", {"state": "PRK", "on": "2022-07-14", "switches": "true"}, checked=True)
VOTE = Item("alignment-rollcall", {"resolution": "A/RES/ES-11/1"})
LINK = (
    "recognition-map~entity.XKX~on.2022-07-14"
    "~~ties-map~state.PRK~on.2022-07-14~switches.true~evidence.checked"
    "~~alignment-rollcall~resolution.A_2fRES_2fES-11_2f1"
)


def test_a_link_spells_charts_so_that_people_can_read_them() -> None:
    assert write_basket([KOSOVO, TIES, VOTE]) == LINK
    assert quote_plus(LINK) == LINK
    assert read_basket(LINK) == ((KOSOVO, TIES, VOTE), ())


@pytest.mark.parametrize("chart_id", CHARTS)
def test_every_chart_comes_back_as_it_was_put_in(chart_id: str) -> None:
    item = make_item(chart_id, examples(chart_id), checked=False)
    assert read_basket(write_basket([item])) == ((item,), ())


def test_names_and_values_are_those_of_a_link() -> None:
    item = make_item("council-list", {"from_": "2022-01-01", "to": "2022-12-31", "member": None}, checked=True)
    assert item == Item("council-list", {"from": "2022-01-01", "to": "2022-12-31"}, checked=True)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_value_survives_an_address(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    assert unescape(escape(text)) == text
    assert quote_plus(escape(text)) == escape(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="recognition-mapties~._XKX2022<>&%'\"\x00/\u202e", max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    items, dropped = read_basket(text)
    assert all(isinstance(item, Item) for item in items)
    assert not set("<>&\"'\x00/\u202e~") & set("".join(dropped).replace("“", "").replace("”", ""))


@pytest.mark.parametrize(
    "part",
    [
        "no-such-chart",
        "recognition-map~entity.QQQ~on.2022-07-14",
        "recognition-map~entity.XKX~on.2022-02-31",
        "recognition-map~entity.XKX",
        "recognition-map~entity.XKX~on.2022-07-14~since.1990",
        "recognition-map~entity.XKX~on.2022-07-14~evidence.none",
        "recognition-map~entity._ff~on.2022-07-14",
        "<script>alert(1)</script>",
        "recognition-map' or 1=1",
    ],
)
def test_what_is_not_understood_is_dropped_and_told_and_the_rest_kept(part: str) -> None:
    items, dropped = read_basket(f"{write_basket([KOSOVO])}~~{part}~~{write_basket([TIES])}")
    assert items == (KOSOVO, TIES)
    assert len(dropped) == 1
    assert "<" not in dropped[0]


def test_a_chart_is_kept_once_and_a_link_has_an_end() -> None:
    assert read_basket(write_basket([KOSOVO, KOSOVO]))[0] == (KOSOVO,)
    assert read_basket("a" * (MOST_LETTERS + 1)) == ((), (f"its list of charts is longer than {MOST_LETTERS} letters",))
    assert len(read_basket("~~".join(f"no-{number}" for number in range(300)))[1]) == MOST_TOLD + 1
    many = [Item("missiles-period", {"from": f"{1990 + number}-01-01", "to": "2024-12-31"}) for number in range(25)]
    items, dropped = read_basket(write_basket(many))
    assert items == tuple(many[:MOST_CHARTS])
    assert dropped == (f"only the first {MOST_CHARTS} charts are kept",)
