"""Three replicas behind nginx, as docs/hosting/replicas.conf serves them: one is killed under load."""

import asyncio
import os
import random
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed

from analytics.paths import ROOT
from tests.browser.browsing import free_port, serving_process
from tests.browser.proxy import NGINX, run_nginx
from tests.load.person import Person, enter

PORTS = (8501, 8502, 8503)
PEOPLE, PROGRAMS = 12, 3
ESTABLISHED = "01"
QUESTION = "/api/v1/query/launches_to_date.csv?on=2022-07-14"
pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx here (scripts/install_nginx.sh)")


@dataclass(frozen=True)
class Site:
    """Where nginx serves, and the process of each replica by its port."""

    address: str
    replicas: dict[int, int]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, _built: None) -> Iterator[Site]:
    """Three replicas and nginx before them: our file, with ports of this machine."""
    folder, port = tmp_path_factory.mktemp("replicas"), free_port()
    ours = (ROOT / "docs" / "hosting" / "replicas.conf").read_text(encoding="utf-8")
    replicas: dict[int, int] = {}
    with ExitStack() as running:
        for written in PORTS:
            address, process = running.enter_context(serving_process(folder / f"{written}.log"))
            replicas[int(address.rpartition(":")[2])] = process
            assert f"127.0.0.1:{written} " in ours
            ours = ours.replace(f"http://127.0.0.1:{written}", address).replace(f"127.0.0.1:{written}", address[7:])
        local = ours.replace("listen 80;", f"listen 127.0.0.1:{port};")
        with run_nginx(local, folder, f"http://127.0.0.1:{port}/api/v1/health"):
            yield Site(f"http://127.0.0.1:{port}", replicas)


def test_a_replica_that_dies_takes_no_more_than_its_open_sessions(site: Site) -> None:
    ended = Event()
    with ThreadPoolExecutor(PROGRAMS) as programs:
        asked = [programs.submit(keep_asking, site.address, ended) for _ in range(PROGRAMS)]
        try:
            asyncio.run(live_through(site))
        finally:
            ended.set()
    answers = [status for program in asked for status in program.result()]
    assert len(answers) > PROGRAMS
    assert set(answers) == {httpx2.codes.OK}


async def live_through(site: Site) -> None:
    """Be many people with a page open while a replica is killed."""
    people = {name: await come(site, name) for name in range(PEOPLE)}
    open_at = {port: count_open(port) for port in site.replicas}
    assert sum(open_at.values()) >= PEOPLE
    assert len([count for count in open_at.values() if count]) > 1
    port = max(open_at, key=lambda replica: open_at[replica])
    os.kill(site.replicas[port], signal.SIGKILL)
    lost = [name for name, person in people.items() if not await goes_on(person)]
    assert 0 < len(lost) <= open_at[port]
    for name in lost:
        people[name] = await come(site, name)
    for person in people.values():
        await person.socket.close()


async def come(site: Site, name: int) -> Person:
    """Open a page as a reader whose browser keeps the cookie; it is whole and has its chart."""
    person = await enter(site.address, random.Random(name), cookie=f"cordon_replica=reader{name}")
    seen = await person.open("ties", state="PRK", on="2022-07-14")
    assert seen.chart is not None
    assert seen.faults == ()
    return person


async def goes_on(person: Person) -> bool:
    """Say whether a reader's session still answers, and rightly."""
    try:
        seen = await person.change_day()
    except ConnectionClosed:
        return False
    assert seen.faults == ()
    return True


def count_open(port: int) -> int:
    """Return how many connections a server on this machine has open, as the kernel lists them."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    rows = [line.split() for line in lines]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == ESTABLISHED for row in rows)


def keep_asking(address: str, ended: Event) -> list[int]:
    """Ask the API as a program without a cookie until told to end, and return the answers' status."""
    answers = []
    while not ended.is_set():
        answers.append(httpx2.get(address + QUESTION, timeout=30).status_code)
    return answers
