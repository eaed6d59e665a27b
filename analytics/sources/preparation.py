"""What a source module hands over: tables in our schema and what it left out."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Dropped:
    """A source row that did not become a row of ours, and why."""

    table: str
    key: str
    reason: str


@dataclass(frozen=True)
class Preparation:
    """Tables by name (columns as in the schema), and the rows dropped on the way."""

    tables: dict[str, pd.DataFrame]
    dropped: list[Dropped] = field(default_factory=list)
