"""A state in a list is named as people write it, and whatever it is called finds it."""

import pytest

from analytics.catalog.names import state_labels, written
from analytics.database.open import open_database


@pytest.mark.parametrize(
    ("alias", "shown"),
    [
        ("uk", "UK"),
        ("u.k.", "U.K."),
        ("siam", "Siam"),
        ("fyrom", "FYROM"),
        ("lao pdr", "Lao PDR"),
        ("cote d'ivoire", "Cote d'Ivoire"),
        ("the holy see", "The Holy See"),
        ("congo (kinshasa)", "Congo (Kinshasa)"),
        ("sao tome and principe", "Sao Tome and Principe"),
        ("nagorno-karabakh", "Nagorno-Karabakh"),
        ("people's republic of china", "People's Republic of China"),
    ],
)
def test_an_alias_is_written_as_people_write_it(alias: str, shown: str) -> None:
    assert written(alias) == shown


def test_every_alias_finds_its_state_by_the_letters_typed() -> None:
    labels = {code: label.casefold() for code, label in state_labels().items()}
    for alias, state in open_database().execute("select alias, state from state_aliases").fetchall():
        assert all(part.strip() in labels[state] for part in alias.rstrip(")").split("(")), alias


def test_a_label_holds_no_name_twice() -> None:
    labels = state_labels()
    assert labels["CIV"] == "Côte d'Ivoire · CIV · Ivory Coast · Cote d'Ivoire"
    assert labels["XAR"] == "Nagorno-Karabakh (Artsakh) · XAR"
    assert labels["SUN"] == "Soviet Union · SUN · USSR"
