"""Fetch an upstream's files: with a time limit, repeated where the line failed, refused where it is not the file."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import requests

from analytics.errors import CordonError

TIMEOUT = 30.0
DEADLINE = 600.0
ATTEMPTS = 3
WAIT = 1.0
CHUNK = 1 << 16
AGENT = {"User-Agent": "cordon-refresh"}


class NotThere(CordonError):
    """The publisher has no such file."""


@dataclass(frozen=True)
class Fetched:
    """A file as it came, and what identifies it."""

    name: str
    place: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Checksum of the content."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer and for the whole file, in seconds, and how often to ask."""

    timeout: float = TIMEOUT
    deadline: float = DEADLINE
    attempts: int = ATTEMPTS
    wait: float = WAIT


def fetch(name: str, place: str, *, patience: Patience | None = None) -> Fetched:
    """Return a file from an address, or from a folder; raises CordonError where it is not to be had whole."""
    if not place.startswith(("http://", "https://")):
        return Fetched(name, place, check_content(place, read_file(Path(place))))
    patience = patience or Patience()
    return Fetched(name, place, check_content(place, repeat(lambda: download(place, patience), place, patience)))


def read_file(path: Path) -> bytes:
    """Return the content of a file; raises CordonError where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotThere(f"{path} cannot be read: {error.strerror}.") from error
    except OSError as error:
        raise CordonError(f"{path} cannot be read: {error.strerror or error}.") from error


def repeat(ask: Callable[[], bytes], place: str, patience: Patience) -> bytes:
    """Return an answer, asked for again after a failure of the line, longer apart each time.

    Raises CordonError after the last attempt.
    """
    for attempt in range(1, patience.attempts + 1):
        try:
            return ask()
        except requests.RequestException as error:
            if attempt == patience.attempts:
                raise CordonError(f"{place} did not answer in {attempt} attempts: {error}") from error
            time.sleep(patience.wait * 2 ** (attempt - 1))
    raise CordonError(f"{place} was not asked.")


def download(place: str, patience: Patience) -> bytes:
    """Return the whole answer; raises RequestException where the line failed, CordonError for a refusal."""
    started = time.monotonic()
    parts = bytearray()
    with requests.get(place, timeout=patience.timeout, stream=True, headers=AGENT) as answer:
        if answer.status_code == requests.codes.not_found:
            raise NotThere(f"{place} answered {answer.status_code} {answer.reason}. Has the file moved?")
        if 400 <= answer.status_code < 500 and answer.status_code != requests.codes.too_many_requests:
            raise CordonError(f"{place} answered {answer.status_code} {answer.reason}. Has the file moved?")
        answer.raise_for_status()
        for chunk in answer.iter_content(CHUNK):
            parts += chunk
            if time.monotonic() - started > patience.deadline:
                raise requests.Timeout(f"not whole after {patience.deadline:g} seconds")
    return bytes(parts)


def check_content(place: str, content: bytes) -> bytes:
    """Return content that may be a data file; raises CordonError for nothing and for a web page."""
    if not content.strip():
        raise CordonError(f"{place} is empty.")
    if content.lstrip()[:1] == b"<":
        raise CordonError(f"{place} is a web page or XML, not the data file. It may ask for a login, or have moved.")
    return content
