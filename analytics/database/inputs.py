"""The files a database is made from, and the digest that tells whether they changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from analytics.paths import DATA, SCHEMA

DATA_SUFFIXES = (".csv", ".parquet")
CORRECTION_SUFFIX = ".yml"
# What is recorded of the data's versions stands in data/ too, but is no part of the data.
CHANGES = "data_changes.csv"
ROWS = "versions/rows.parquet"


def find_data_files(table: str, data: Path = DATA) -> list[Path]:
    """Return the files of a table: `data/<table>.csv|parquet`, then its hand-kept additions."""
    places = (data, data / "additions")
    names = [place / f"{table}{suffix}" for place in places for suffix in DATA_SUFFIXES]
    return [path for path in names if path.is_file()]


def find_schema_files(schema: Path = SCHEMA) -> list[Path]:
    """Return the schema files in the order in which they are run."""
    return sorted(schema.glob("*.sql"))


def digest_of(files: Iterable[Path]) -> str:
    """Return the SHA-256 of names and contents of files, whatever their order."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def data_digest(data: Path = DATA) -> str:
    """Return the digest of the facts alone: the part of the data version that follows the date."""
    files = {path for path in data.rglob("*") if path.suffix in (*DATA_SUFFIXES, CORRECTION_SUFFIX)}
    return digest_of(files - {data / CHANGES, data / ROWS})


def input_digest(data: Path, schema: Path, macros: Iterable[str]) -> str:
    """Return the digest of everything the database depends on: facts, their changes, schema, macros, the builder."""
    builder = Path(__file__).parent.glob("*.py")
    changes = digest_of(data.glob(CHANGES))
    parts = [data_digest(data), changes, digest_of(find_schema_files(schema)), digest_of(builder), *macros]
    return hashlib.sha256("".join(parts).encode()).hexdigest()
