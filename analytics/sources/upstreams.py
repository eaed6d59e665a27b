"""The upstreams that publish a file, and what it takes to bring our tables up to date with them."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from analytics.errors import CordonError, nearest
from analytics.paths import DATA
from analytics.sources.council_list import list_years, parse_list
from analytics.sources.difference import Difference, Part, compare
from analytics.sources.fetch import Fetched, NotThere, Patience, fetch
from analytics.sources.library_votes import parse_assembly, parse_council
from analytics.sources.missile_list import parse_missiles
from analytics.sources.sanction_lists import parse_union, parse_united_states
from analytics.sources.veto_list import parse_vetoes
from analytics.sources.world_bank import parse_weights

LIBRARY = "https://digitallibrary.un.org/record"
NAGIX = "https://raw.githubusercontent.com/nagix/nk-missile-tests/master/data"
BANK = "https://api.worldbank.org/v2/country/all/indicator"
HUMDATA = "https://data.humdata.org/dataset/f67cf146-1cda-44e3-b468-2b086d85cb5a/resource"
SECRETARIAT = "https://raw.githubusercontent.com/UNxml/SCresolutions/main/data_extract"
BY_HAND = (
    "the file tells neither since when a programme runs nor what it holds: add one with "
    "python -m analytics add sanction, end one in data/sanctions.csv"
)
MOST_REMOVED = 0.02


@dataclass(frozen=True)
class Upstream:
    """A publisher's files, where they are, how they become parts of our tables, and what these cover then.

    `maybe` are files that need not be there yet, such as that of a year that has just begun. `note` is what a person
    must know or do, where files do not tell all; without `places` it is all that there is.
    """

    id: str
    title: str
    source_id: str
    covers: tuple[tuple[str, str], ...]
    places: Mapping[str, str]
    parse: Callable[[Mapping[str, Fetched], Path], Sequence[Part | Difference]]
    maybe: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Refreshed:
    """What an upstream's files are and what they would change."""

    upstream: Upstream
    files: tuple[Fetched, ...]
    differences: tuple[Difference, ...]
    on: date


UPSTREAMS = (
    Upstream(
        id="general-assembly",
        title="Voting data of the General Assembly, United Nations Digital Library",
        source_id="un-digital-library",
        covers=(("roll_calls", "all"), ("ga_votes", "all")),
        places={"ga_voting.csv": f"{LIBRARY}/4060887/files/2026_02_06_ga_voting.csv"},
        parse=parse_assembly,
    ),
    Upstream(
        id="security-council",
        title="Voting data of the Security Council, United Nations Digital Library",
        source_id="un-digital-library",
        covers=(("council_drafts", "adopted"), ("council_votes", "all")),
        places={"sc_voting.csv": f"{LIBRARY}/4055387/files/2026_02_06_sc_voting.csv"},
        parse=parse_council,
    ),
    Upstream(
        id="council-list",
        title="Machine-readable resolutions of the Security Council, United Nations Secretariat",
        source_id="un-resolutions-repository",
        covers=(("council_drafts", "adopted"), ("council_votes", "all")),
        places={name: f"{SECRETARIAT}/{name}" for name in list_years(date.today())},
        parse=parse_list,
        maybe=frozenset(list_years(date.today())[1:]),
    ),
    Upstream(
        id="vetoes",
        title="Vetoes since 1946, United Nations Peace and Security Data Hub",
        source_id="un-veto-list",
        covers=(("council_drafts", "vetoed"), ("veto_casts", "all")),
        places={"scvetoes.csv": f"{HUMDATA}/12377ab6-e4de-46cb-98b5-7c89ba18115b/download/dppa-scvetoes.csv"},
        parse=parse_vetoes,
    ),
    Upstream(
        id="missiles",
        title="North Korean missile tests, CNS as continued by nagix",
        source_id="nagix-nk-missile-tests",
        covers=(("missile_launches", "PRK"),),
        places={name: f"{NAGIX}/{name}" for name in ("test.en.json", "missile.en.json", "facility.en.json")},
        parse=parse_missiles,
    ),
    Upstream(
        id="weights",
        title="Gross domestic product and population, World Bank",
        source_id="world-bank-wdi",
        covers=(("weights", "all"),),
        places={
            "gdp.json": f"{BANK}/NY.GDP.MKTP.CD?format=json&per_page=30000",
            "population.json": f"{BANK}/SP.POP.TOTL?format=json&per_page=30000",
        },
        parse=parse_weights,
    ),
    Upstream(
        id="eu-sanctions",
        title="Sanctions map of the European Union",
        source_id="",
        covers=(),
        places={"regime.json": "https://www.sanctionsmap.eu/api/v1/regime"},
        parse=parse_union,
        note=BY_HAND,
    ),
    Upstream(
        id="us-sanctions",
        title="Specially Designated Nationals, Office of Foreign Assets Control of the United States",
        source_id="",
        covers=(),
        places={"sdn.csv": "https://www.treasury.gov/ofac/downloads/sdn.csv"},
        parse=parse_united_states,
        note=BY_HAND,
    ),
    Upstream(
        id="un-sanctions",
        title="Sanctions of the United Nations",
        source_id="",
        covers=(),
        places={},
        parse=lambda files, data: (),
        note="the United Nations publish a list of names, but no file of programmes; new ones come with a resolution "
        "(council-list) and are added by hand: python -m analytics add sanction",
    ),
)


def find_upstream(upstream_id: str) -> Upstream:
    """Return an upstream; raises CordonError with the nearest for one that is not known."""
    known = {item.id: item for item in UPSTREAMS}
    if upstream_id not in known:
        raise CordonError(f"unknown source {upstream_id[:60]!r}. {nearest(upstream_id, known)}")
    return known[upstream_id]


def fetch_all(upstream: Upstream, places: Mapping[str, str], patience: Patience | None) -> dict[str, Fetched]:
    """Return an upstream's files by name, those left out that need not be there yet."""
    files = {}
    for name, place in places.items():
        try:
            files[name] = fetch(name, place, patience=patience)
        except NotThere:
            if name not in upstream.maybe:
                raise
    return files


def refresh(
    upstream: Upstream, *, data: Path = DATA, place: str | None = None, patience: Patience | None = None
) -> Refreshed:
    """Fetch an upstream's files and say what they would change; nothing is written.

    `place` is a folder or an address under which the files lie by name, in place of the publisher's. Raises
    CordonError for files that are not whole or hold what we do not know, and where too many rows would go.
    """
    places = {name: f"{place.rstrip('/')}/{name}" if place else there for name, there in upstream.places.items()}
    files = fetch_all(upstream, places, patience)
    try:
        parts = upstream.parse(files, data)
    except (ValueError, LookupError, TypeError, AttributeError, csv.Error) as error:
        raise CordonError(f"{upstream.id}: the files do not have the form expected: {error}") from error
    with TemporaryDirectory(prefix="cordon-") as folder:
        differences = tuple(
            part if isinstance(part, Difference) else compare(part, data, Path(folder)) for part in parts
        )
    for difference in differences:
        if difference.result is not None and difference.removed_share > MOST_REMOVED:
            raise CordonError(
                f"{upstream.id}: {len(difference.removed)} of {difference.before} rows of {difference.table} would go, "
                f"such as {difference.removed[0]}. The file is probably not whole; nothing was changed."
            )
    return Refreshed(upstream, tuple(files.values()), differences, date.today())
