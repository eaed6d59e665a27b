"""Many people at once: each opens pages, changes days, reads for a while, and goes on."""

import asyncio
import random
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.person import Person, Seen, enter

# Pages with what a link to them holds; weights are how often people choose them.
STATES = (
    "RUS",
    "PRK",
    "IRN",
    "USA",
    "CHN",
    "UKR",
    "ISR",
    "SYR",
    "CUB",
    "VEN",
    "BLR",
    "DEU",
    "FRA",
    "GBR",
    "IND",
    "ZAF",
)
ENTITIES = ("XKX", "PSE", "TWN", "XAB", "XDN", "ESH", "XNC", "ISR")
PAGES = {
    "": 4, "isolation": 3, "country": 4, "recognition": 3, "ties": 2, "council": 2, "missiles": 3,
    "alignment": 3, "sanctions": 2, "versus": 2, "method": 1, "trust": 1, "data": 1,
}  # fmt: skip
CHANGES = 0.5
# Most people ask about the same days: the ends of months of late, and that of a story. Some ask about any day.
DAYS = ("2022/07/14", *(f"{year}/{month:02}/01" for year in (2023, 2024, 2025) for month in range(1, 13)))
ANY_DAY = 0.1


@dataclass
class Log:
    """What a crowd saw: actions with what was seen of them, and what went wrong."""

    seen: list[tuple[str, Seen]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def charts(self) -> list[float]:
        """Return seconds from an action to its first new chart."""
        return [seen.chart for _, seen in self.seen if seen.chart is not None]

    def faults(self) -> list[str]:
        """Return what pages said was wrong."""
        return [f"/{page}: {fault}" for page, seen in self.seen for fault in seen.faults]


async def act(person: Person, chance: random.Random) -> Seen:
    """Do the next thing: another day on this page, or another page."""
    if person.days and chance.random() < CHANGES:
        return await person.change_day(None if chance.random() < ANY_DAY else chance.choice(DAYS))
    page = chance.choices(list(PAGES), weights=list(PAGES.values()))[0]
    links = {"country": {"state": chance.choice(STATES)}, "recognition": {"entity": chance.choice(ENTITIES)}}
    links |= {name: {"state": chance.choice(STATES)} for name in ("ties", "versus", "alignment")}
    return await person.open(page, **links.get(page, {}))


async def visit(address: str, seed: int, until: float, reading_s: float, log: Log) -> None:
    """Be one person until the time is up; the first action comes at any moment of the first reading time."""
    chance = random.Random(seed)
    try:
        person = await enter(address, chance)
        await asyncio.sleep(chance.random() * reading_s)
        while time.monotonic() < until:
            seen = await act(person, chance)
            log.seen.append((person.page, seen))
            await asyncio.sleep(chance.expovariate(1 / reading_s))
        await person.socket.close()
    except Exception as error:  # whatever it was, it is counted and named
        log.lost.append(f"{type(error).__name__}: {error}")


async def gather_crowd(address: str, people: int, *, seconds: float, reading_s: float, first_seed: int = 0) -> Log:
    """Let so many people use a dashboard for so long."""
    log, until = Log(), time.monotonic() + seconds
    await asyncio.gather(
        *(visit(address, seed, until, reading_s, log) for seed in range(first_seed, first_seed + people))
    )
    return log


async def come_and_go(address: str, sessions: int, *, at_once: int, first_seed: int) -> Log:
    """Let people come, act twice and leave, so many of them at once."""
    log, door = Log(), asyncio.Semaphore(at_once)

    async def stay(seed: int) -> None:
        async with door:
            chance = random.Random(seed)
            person = await enter(address, chance)
            for _ in range(2):
                log.seen.append((person.page, await act(person, chance)))
            await person.socket.close()

    await asyncio.gather(*(stay(first_seed + number) for number in range(sessions)))
    return log


def quantiles_ms(times: Iterable[float]) -> dict[str, float]:
    """Return median, 95th and 99th percentile of some times, in ms."""
    cuts = statistics.quantiles(times, n=100)
    return {name: round(1000 * cuts[cut - 1], 1) for name, cut in (("p50", 50), ("p95", 95), ("p99", 99))}


def resident_mb(pid: int) -> float:
    """Return the memory that a process holds, with its children, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
    return own / 1024 + sum(resident_mb(int(child)) for child in children)
