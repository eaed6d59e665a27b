"""Charts put aside for a briefing, and how a link spells them: recognition-map~entity.XKX~on.2022-07-14~~ties-map~…

Only letters that an address leaves as they are stand in it, so that the link stays readable wherever it is pasted.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import ascii_letters, digits

from analytics.catalog.parameters import as_named
from analytics.charts.catalogue import find_chart
from analytics.charts.draw import bind_chart
from analytics.charts.views import spell_plain
from analytics.errors import CordonError

MOST_CHARTS = 20
MOST_LETTERS = 3000
MOST_TOLD = 3
BETWEEN_CHARTS, BETWEEN_VALUES, AFTER_NAME = "~~", "~", "."
EVIDENCE, ALL, CHECKED = "evidence", "all", "checked"
SPELT = {letter: letter for letter in f"{ascii_letters}{digits}.-"} | {"_": "__"}
ESCAPED = re.compile(r"(?:_[0-9a-f]{2})+|__")
SHOWN_LETTERS = 40


@dataclass(frozen=True)
class Item:
    """A chart with its values as text, of checked rows only where `checked`."""

    chart_id: str
    given: Mapping[str, str] = field(default_factory=dict)
    checked: bool = False


def make_item(chart_id: str, parameters: Mapping[str, object], *, checked: bool) -> Item:
    """Return a chart as the dashboard shows it; values left out are the chart's own."""
    given = {name: spell_plain(value) for name, value in as_named(parameters).items() if value is not None}
    return Item(chart_id, given, checked)


def write_basket(items: Iterable[Item]) -> str:
    """Return charts as a link spells them."""
    return BETWEEN_CHARTS.join(write_item(item) for item in items)


def write_item(item: Item) -> str:
    """Return one chart as a link spells it."""
    values = dict(item.given) | ({EVIDENCE: CHECKED} if item.checked else {})
    pairs = [f"{name}{AFTER_NAME}{escape(value)}" for name, value in values.items()]
    return BETWEEN_VALUES.join([item.chart_id, *pairs])


def read_basket(text: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the charts that a link spells, each once, and why any of its parts were left out.

    Nothing in a link raises: what is not understood is dropped and told.
    """
    if len(text) > MOST_LETTERS:
        return (), (f"its list of charts is longer than {MOST_LETTERS} letters",)
    items: dict[str, Item] = {}
    dropped: list[str] = []
    for part in filter(None, text.split(BETWEEN_CHARTS)):
        try:
            item = read_item(part)
        except (CordonError, ValueError):
            dropped.append(f"“{shown(part)}” is no chart with values known here")
            continue
        items.setdefault(write_item(item), item)
    if len(dropped) > MOST_TOLD:
        dropped = [*dropped[:MOST_TOLD], f"{len(dropped) - MOST_TOLD} more are no charts known here"]
    if len(items) > MOST_CHARTS:
        dropped.append(f"only the first {MOST_CHARTS} charts are kept")
    return tuple(items.values())[:MOST_CHARTS], tuple(dropped)


def read_item(text: str) -> Item:
    """Return the chart that a part of a link spells; raises CordonError or ValueError for one not understood."""
    chart_id, *pairs = text.split(BETWEEN_VALUES)
    split = [pair.partition(AFTER_NAME) for pair in pairs]
    values = {name: unescape(value) for name, _, value in split}
    evidence = values.pop(EVIDENCE, None)
    if evidence not in (None, CHECKED):
        raise ValueError(f"unknown evidence {shown(evidence or '')}")
    bind_chart(find_chart(chart_id), values)
    return Item(chart_id, values, evidence == CHECKED)


def escape(value: str) -> str:
    """Return a value in letters, digits, points and hyphens; any other letter as `_` and two digits a byte."""
    return "".join(SPELT.get(letter) or spell_bytes(letter) for letter in value)


def spell_bytes(letter: str) -> str:
    """Return a letter as its bytes."""
    return "".join(f"_{byte:02x}" for byte in letter.encode())


def unescape(text: str) -> str:
    """Return a value as it was before `escape`; raises ValueError for bytes that are no letters."""
    return ESCAPED.sub(lambda found: "_" if found[0] == "__" else read_bytes(found[0]), text)


def read_bytes(text: str) -> str:
    """Return the letters that escaped bytes stand for."""
    return bytes.fromhex(text.replace("_", "")).decode()


def shown(text: str) -> str:
    """Return the beginning of a text from elsewhere, without anything a page could take for markup."""
    return "".join(letter for letter in text[:SHOWN_LETTERS] if letter.isalnum() or letter in "-. ")
