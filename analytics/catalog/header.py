"""The YAML header of a query file, read strictly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from analytics.errors import CordonError
from analytics.paths import shown


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml, where PyYAML has it
    """YAML in which on, off, yes and no are words, as in YAML 1.2: they are parameter names and votes here."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def load_yaml(text: str) -> Any:
    """Return the content of a YAML text."""
    return yaml.load(text, Loader=PlainLoader)


HEADER = re.compile(r"\A\s*/\* ---\n(?P<yaml>.*?)\n--- \*/\n(?P<sql>.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class SourceFile:
    """A query file split into its header and its one statement."""

    path: Path
    header: Mapping[str, Any]
    sql: str


def read_source_file(path: Path, required: set[str], optional: set[str]) -> SourceFile:
    """Split a query file; raises CordonError for a missing header, an unknown key or a missing one."""
    match = HEADER.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise CordonError(f"{shown(path)}:1: no header. A query file begins with /* --- YAML --- */.")
    try:
        header = load_yaml(match["yaml"])
    except yaml.YAMLError as error:
        raise CordonError(f"{shown(path)}: the header is not YAML: {error}") from error
    if not isinstance(header, dict):
        raise CordonError(f"{shown(path)}: the header is not a YAML mapping.")
    missing, unknown = required - header.keys(), header.keys() - required - optional
    if missing or unknown:
        raise CordonError(
            f"{shown(path)}: header keys missing: {sorted(missing) or 'none'}, unknown: {sorted(unknown) or 'none'}."
        )
    return SourceFile(path, header, match["sql"].strip().removesuffix(";"))
