"""Sanctions programmes that the European Union and the United States have in force, held against ours.

Neither tells since when a programme runs, nor what it holds in our terms: what is missing is shown to a person.
"""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analytics.errors import CordonError
from analytics.sources.difference import Difference
from analytics.sources.fetch import Fetched
from analytics.sources.strict_files import read_json

PROGRAMMES = Path(__file__).parent / "us_programmes.csv"
SDN_FIELDS, SDN_PROGRAMME = 12, 3
END_OF_FILE = b"\x1a"
# The Union's map names countries by two letters; those of its regimes.
COUNTRIES = {
    "AF": "AFG", "BA": "BIH", "BI": "BDI", "BY": "BLR", "CD": "COD", "CF": "CAF", "CN": "CHN", "GN": "GIN",
    "GT": "GTM", "GW": "GNB", "HT": "HTI", "IQ": "IRQ", "IR": "IRN", "KP": "PRK", "LB": "LBN", "LY": "LBY",
    "MD": "MDA", "ME": "MNE", "ML": "MLI", "MM": "MMR", "NE": "NER", "NI": "NIC", "RS": "SRB", "RU": "RUS",
    "SD": "SDN", "SO": "SOM", "SS": "SSD", "SY": "SYR", "TN": "TUN", "TR": "TUR", "UA": "UKR", "US": "USA",
    "VE": "VEN", "YE": "YEM", "ZW": "ZWE",
}  # fmt: skip
# Regimes of the map that guard the Union's own traders and courts are no sanctions on a country.
GUARDS = re.compile(r"(prohibiting the satisfying of certain claims|measures protecting against)", re.IGNORECASE)


def parse_union(files: Mapping[str, Fetched], data: Path) -> list[Difference]:
    """Return the countries that a regime of the Union is aimed at, with what we lack and what it no longer names.

    Raises CordonError for an answer of another form.
    """
    file = files["regime.json"]
    answer = read_json(file)
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list) or not answer["data"]:
        raise CordonError(f"{file.place}: not the list of regimes of the sanctions map: {str(answer)[:120]}")
    named: dict[str, str] = {}
    for number, regime in enumerate(answer["data"], start=1):
        target = read_regime(regime, f"{file.place}: regime {number}")
        if target:
            named.setdefault(target, str(regime["specification"]))
    ours = in_force("EU", data)
    added = tuple(f"EU {target}: {named[target]}" for target in sorted(named.keys() - ours))
    return [for_a_person(added, tuple(f"EU {target}" for target in sorted(ours - named.keys())), len(ours))]


def read_regime(regime: Mapping[str, object], place: str) -> str:
    """Return the country that a regime is aimed at, empty for a thematic one; raises CordonError if it is unknown."""
    country = regime["country"]
    code = (country.get("data") or {}).get("code") if isinstance(country, dict) else None
    if not code or GUARDS.match(str(regime["specification"]).strip()):
        return ""
    if code not in COUNTRIES:
        raise CordonError(f"{place}: country code {code!r} ({regime['specification']}) is not known.")
    return COUNTRIES[code]


def parse_united_states(files: Mapping[str, Fetched], data: Path) -> list[Difference]:
    """Return the countries under whose programmes somebody is listed, of which we lack a programme in force.

    What is not on the list may be in force still: an embargo lists nobody. Raises CordonError for an
    unknown programme.
    """
    file = files["sdn.csv"]
    known = csv.DictReader(PROGRAMMES.read_text(encoding="utf-8").splitlines())
    targets = {row["programme"]: row["target"] for row in known}
    named: dict[str, str] = {}
    for line, programme in read_programmes(file):
        if programme not in targets:
            raise CordonError(
                f"{file.place}:{line}: programme {programme!r} is not known. Add it with its target, empty for a "
                f"thematic one, to analytics/sources/{PROGRAMMES.name}."
            )
        if targets[programme]:
            named.setdefault(targets[programme], programme)
    ours = in_force("USA", data)
    added = tuple(f"USA {target}: {named[target]}" for target in sorted(named.keys() - ours))
    return [for_a_person(added, (), len(ours))]


def read_programmes(file: Fetched) -> list[tuple[int, str]]:
    """Return line and code of each programme on the list; raises CordonError for a line that is not whole."""
    reader = csv.reader(io.StringIO(file.content.rstrip(END_OF_FILE).decode("latin-1"), newline=""))
    found = []
    for row in reader:
        if len(row) != SDN_FIELDS:
            raise CordonError(f"{file.place}:{reader.line_num}: {len(row)} fields where the list has {SDN_FIELDS}.")
        found += [(reader.line_num, code.strip("[] ")) for code in row[SDN_PROGRAMME].split("] [")]
    return found


def in_force(sender: str, data: Path) -> set[str]:
    """Return the targets of a sender's programmes that we hold as in force, additions by hand among them."""
    paths = [path for path in (data / "sanctions.csv", data / "additions" / "sanctions.csv") if path.is_file()]
    rows = pd.concat([pd.read_csv(path, dtype=str, keep_default_na=False) for path in paths])
    return set(rows.loc[(rows["sender"] == sender) & (rows["end_status"] == "in_force"), "target"])


def for_a_person(added: tuple[str, ...], removed: tuple[str, ...], before: int) -> Difference:
    """Return a difference that no file can settle."""
    return Difference("sanctions", added, removed, (), before, "", None)
