"""Publishers' files are read strictly: what is not known stops with file, line, column and value."""

import pytest

from analytics.errors import CordonError
from analytics.paths import DATA
from tests.unit.publications import GA_HEADER, ask, launch, publish_launches, publish_weights, vote
from tests.unit.upstream import Publisher

VETOES = (
    "id,draft_res#,date,record,agenda,#_of_pms,url_for_res#,china,france,russian_federation_ussr,united_kingdom,"
    "united_states"
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"countryiso3code": "RUS"', '"countryiso3code": "RSU"', r"countryiso3code 'RSU' is not in data/states\.csv"),
        ('"id": "NY.GDP.MKTP.CD"', '"id": "NY.GDP.MKTP.KD"', "indicator 'NY.GDP.MKTP.KD' is not NY.GDP.MKTP.CD"),
        ('"date": "2021"', '"date": "2021Q1"', "'2021Q1'.* is no year with a positive number"),
        ('"countryiso3code"', '"iso3"', "do not have the form expected: 'countryiso3code'"),
        ('"pages": 1', '"pages": 2', "ask for more rows a page"),
        ("}]]", "", "not a whole JSON file"),
    ],
)
def test_what_is_not_known_stops_with_its_place(publisher: Publisher, old: str, new: str, said: str) -> None:
    publish_weights(publisher, DATA, {})
    text = publisher.files["gdp.json"].decode()
    assert old in text
    publisher.files["gdp.json"] = text.replace(old, new, 1).encode()
    with pytest.raises(CordonError, match=said):
        ask(publisher, "weights", DATA)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([GA_HEADER, vote("FRA", "Q")], r"ga_voting\.csv:2: ms_vote 'Q' is not one of Y, A, N, X"),
        ([GA_HEADER, vote("FRA", "Y"), vote("FRX", "Y")], r"ga_voting\.csv:3: ms_code 'FRX' is not a state"),
        ([GA_HEADER, vote("FRA", "Y", "02/03/2026")], r"ga_voting\.csv:2: date '02/03/2026' is not a day"),
        ([GA_HEADER, vote("FRA", "Y")[:-60]], r"ga_voting\.csv:2: 16 fields where the header has 20"),
        (
            [GA_HEADER.replace("ms_vote", "vote"), vote("FRA", "Y")],
            r"ga_voting\.csv:1: columns \['ms_vote'\] are missing",
        ),
        ([GA_HEADER, vote("FRA", "Y") + ",more,fields"], r"ga_voting\.csv:2: 22 fields where the header has 20"),
    ],
)
def test_a_voting_file_is_read_strictly(publisher: Publisher, lines: list[str], said: str) -> None:
    publisher.files["ga_voting.csv"] = "\n".join(lines).encode()
    with pytest.raises(CordonError, match=said):
        ask(publisher, "general-assembly", DATA)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"outcome": "partial"}, r"test\.en\.json: launch 1: outcome 'partial' is not known. Known: "),
        ({"missile": "kn-99"}, "launch 1: missile 'kn-99' is not known"),
        ({"landing": "moon"}, "launch 1: landing 'moon' is not known"),
        ({"date": "2 November"}, "launch 1: date '2 November' is neither a day nor a month"),
        ({"apogee": "80 km"}, "launch 1: apogee '80 km' is not a number"),
        ({"kind": "hypersonic"}, "launch 1: type 'hypersonic' is not known"),
    ],
)
def test_the_missile_list_is_read_strictly(publisher: Publisher, changed: dict[str, str], said: str) -> None:
    kind = changed.pop("kind", "SRBM")
    publish_launches(publisher, launch(**changed), kind=kind)
    with pytest.raises(CordonError, match=said):
        ask(publisher, "missiles", DATA)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,date\n1,2026-10-05", r"scvetoes\.csv:1: columns \['draft_res#'.*\] are missing"),
        (f"{VETOES}\n1,S/1,5 Oct 2026,1,A,1,,1,0,0,0,0", r"scvetoes\.csv:2: date '5 Oct 2026' is not a day"),
        (f"{VETOES}\n1,S/1,2026-10-05,1,A,2,,1,0,0,0,0", r"scvetoes\.csv:2: #_of_pms '2' is not the number of seats"),
        (f"{VETOES}\n1,S/1,2026-10-05,1,A,1,,yes,0,0,0,0", r"scvetoes\.csv:2: china 'yes' is not 0 or 1"),
    ],
)
def test_the_veto_list_is_read_strictly(publisher: Publisher, text: str, said: str) -> None:
    publisher.files["scvetoes.csv"] = text.encode()
    with pytest.raises(CordonError, match=said):
        ask(publisher, "vetoes", DATA)
