"""Names behind codes, read once per version of the data."""

import re
from collections.abc import Sequence
from functools import lru_cache

from analytics.database.open import data_version, open_database

# An alias of so few letters is made of initials, save a name as short; so are these words of longer ones.
SHORT, SHORT_NAMES = 4, {"siam"}
INITIALS = {"dprk", "fyrom", "gdr", "pdr", "ssr", "ussr"}
LINKING = {"and", "of", "the"}
WORD = re.compile(r"[^\s(-]+")


def state_names() -> dict[str, str]:
    """Return every state's name by code, in the order of names."""
    return read_names("state", "states", data_version())


def entity_names() -> dict[str, str]:
    """Return every contested entity's name by code, in the order of names."""
    return read_names("entity", "entities", data_version())


def state_labels() -> dict[str, str]:
    """Return by code what a state is found by: name, code and short aliases."""
    return read_labels(data_version())


def subject_labels() -> dict[str, str]:
    """Return by code what every state, and every contested entity that is held as none, is found by."""
    others = {code: f"{name} · {code}" for code, name in entity_names().items() if code not in state_names()}
    return state_labels() | others


def contested_beside(entity: str) -> dict[str, str]:
    """Return by code the other entities that the same state contests, in the order of names."""
    return {code: entity_names()[code] for code in read_contested(data_version()).get(entity, ()) if code != entity}


@lru_cache(maxsize=2)
def read_contested(version: str) -> dict[str, list[str]]:
    """Return by entity all that the same state contests, itself among them, for one version of the data."""
    rows = open_database().execute(
        "select e.entity, list(o.entity order by o.name) from entities as e "
        "join entities as o on o.contested_by = e.contested_by group by e.entity"
    )
    return dict(rows.fetchall())


@lru_cache(maxsize=2)
def read_labels(version: str) -> dict[str, str]:
    """Return the labels of all states, in the order of names, for one version of the data."""
    rows = open_database().execute(
        "select s.state, s.name, list(a.alias order by a.alias) filter (a.alias is not null) "
        "from states as s left join state_aliases as a on a.state = s.state group by all order by s.name"
    )
    return {code: label_of(name, code, aliases or []) for code, name, aliases in rows.fetchall()}


def label_of(name: str, code: str, aliases: Sequence[str]) -> str:
    """Return name, code and the aliases that find no state otherwise, the shortest first: a narrow box cuts the end.

    A list is searched for the letters typed as they are, so a spelling without accents stays.
    """
    kept: list[str] = []
    for alias in sorted(aliases, key=lambda alias: ("(" in alias, -len(alias), alias)):
        found = " · ".join([name, code, *kept]).casefold()
        if not all(part.strip() in found for part in alias.rstrip(")").split("(")):
            kept.append(alias)
    return " · ".join([name, code, *map(written, sorted(kept, key=lambda alias: (len(alias), alias)))])


def written(alias: str) -> str:
    """Return an alias as people write it: initials and names in capitals, the words between them not."""
    if len(alias) <= SHORT and alias not in SHORT_NAMES:
        return alias.upper()
    told = WORD.sub(lambda word: written_word(word[0]), alias)
    return told[:1].upper() + told[1:]


def written_word(word: str) -> str:
    """Return a word of an alias as people write it."""
    if word in LINKING:
        return word
    if word.rstrip(")") in INITIALS:
        return word.upper()
    return f"d'{word[2:].capitalize()}" if word.startswith("d'") else word.capitalize()


@lru_cache(maxsize=4)
def read_names(code: str, table: str, version: str) -> dict[str, str]:
    """Return names by code of one table, for one version of the data."""
    return dict(open_database().execute(f'select "{code}", name from "{table}" order by name').fetchall())
