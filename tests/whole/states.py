"""Every state and contested entity, and those that are opened on all pages: the odd ones, and some drawn at random."""

import csv
import os
import random
import re
from collections.abc import Iterable

from analytics.paths import DATA

DAY = "2022-07-14"
# Why each is odd: what makes its pages unlike those of a member that lives on.
ODD = {
    "XCR": "a claim to territory and no state",
    "XA4": "a claim to territory whose name is as long as a sentence",
    "XIE": "a government beside the state it rules",
    "XAR": "ended itself after the day",
    "SUN": "ceased, and another continued its seat",
    "YUG": "ceased, and none continued its seat",
    "DDR": "ceased by joining another",
    "SCG": "ceased, continued under another name",
    "TWN": "once a permanent member, then contested",
    "ESH": "contested, and no code in the field's own list",
    "VAT": "an observer that never votes",
    "SSD": "a member only since 2011",
}
DRAWN, SEED = 4, 2022
# Set, all is tested for all, which takes long; unset, each chart and page takes its share of the states.
ALL = "CORDON_TEST_ALL" in os.environ
SHARES = 5
# What a value that is not there looks like where words should stand.
MISSING = re.compile(r"\b(?:None(?! yet)|nan|NaT|inf)\b|<NA>|[{}]")


def read_names(table: str, code: str) -> dict[str, str]:
    """Return names by code from the files: tests are named after them before there is a database."""
    names: dict[str, str] = {}
    for path in (DATA / f"{table}.csv", DATA / "additions" / f"{table}.csv"):
        if path.exists():
            with path.open(encoding="utf-8") as file:
                names |= {row[code]: row["name"] for row in csv.DictReader(file)}
    return names


STATES, ENTITIES = read_names("states", "state"), read_names("entities", "entity")


def drawn_states() -> list[str]:
    """Return some states without an oddity, the same each time."""
    return random.Random(SEED).sample(sorted(STATES.keys() - ODD.keys()), DRAWN)


def share(codes: Iterable[str], place: int, shares: int = SHARES) -> list[str]:
    """Return the codes that fall to the test at a place: all, or every so many; its neighbours take the rest."""
    return list(codes) if ALL else list(codes)[place % shares :: shares]
