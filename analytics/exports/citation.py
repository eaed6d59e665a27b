"""How to cite Cordon, or one chart of it: a sentence, BibTeX and CSL-JSON, with data version and access date."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from analytics.catalog.header import load_yaml
from analytics.catalog.run import Result
from analytics.charts.departures import tell_departures
from analytics.paths import ROOT

LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces even behind a backslash.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}


@dataclass(frozen=True)
class Citation:
    """What is cited: a chart by its title, or the whole where `title` is empty.

    `version` is that of the data, such as `2026.09.24+1a2b3c4d`; `sources` are the titles of those behind the numbers.
    `departures` tell where these are not those published, since a title does not.
    """

    version: str
    accessed: date
    title: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()


def cite_results(results: Sequence[Result], *, title: str, accessed: date, url: str = "") -> Citation:
    """Return the citation of a chart drawn from some results."""
    sources = dict.fromkeys(name for result in results for name in result.sources["title"])
    return Citation(results[0].version, accessed, title, url, tuple(sources), tell_departures(results))


def to_sentence(work: Citation) -> str:
    """Return the citation as a sentence for a footnote."""
    whole = f"{authors()} ({year_of(work)}). "
    named = f"“{work.title}.” In: {name()}" if work.title else name()
    based = f" Based on: {'; '.join(work.sources)}." if work.sources else ""
    where = f" {work.url}" if work.url else ""
    apart = "".join(f"; {part}" for part in work.departures)
    return f"{whole}{named}, data version {work.version}{apart}.{based}{where} (accessed {work.accessed:%-d %B %Y})."


def to_bibtex(work: Citation) -> str:
    """Return the citation as a BibTeX entry."""
    fields = {
        "author": "{" + latex(authors()) + "}",
        "title": "{" + latex(work.title or name()) + "}",
        "year": year_of(work),
        "howpublished": latex(name()) if work.title else "",
        "version": work.version,
        "note": latex(notes(work)),
        "url": work.url,
        "urldate": work.accessed.isoformat(),
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    return f"@misc{{{key_of(work)},\n" + ",\n".join(lines) + "\n}"


def to_csl_json(work: Citation) -> str:
    """Return the citation as CSL-JSON, which Zotero and its like read."""
    item: dict[str, Any] = {
        "id": key_of(work),
        "type": "graphic" if work.title else "dataset",
        "title": work.title or name(),
        "container-title": name() if work.title else "",
        "author": [{"literal": authors()}],
        "issued": {"date-parts": [[int(year_of(work))]]},
        "accessed": {"date-parts": [[work.accessed.year, work.accessed.month, work.accessed.day]]},
        "version": work.version,
        "note": notes(work),
        "URL": work.url,
    }
    return json.dumps([{field: value for field, value in item.items() if value}], ensure_ascii=False, indent=2)


def notes(work: Citation) -> str:
    """Return data version, departures and sources, for formats without a place for them."""
    based = (f"based on: {'; '.join(work.sources)}",) if work.sources else ()
    return "; ".join([f"Data version {work.version}", *work.departures, *based])


def year_of(work: Citation) -> str:
    """Return the year of the data version, or of access where the version does not begin with one."""
    year = work.version[:4]
    return year if year.isdecimal() else str(work.accessed.year)


def key_of(work: Citation) -> str:
    """Return the entry's key, made of the words of the title."""
    words = re.findall(r"[a-z0-9]+", work.title.lower())[:4]
    return "-".join(["cordon", *words, work.version.replace("+", "-")])


def latex(text: str) -> str:
    """Return a text in which LaTeX takes every letter as it stands."""
    return "".join(LATEX.get(letter, letter) for letter in text if letter.isprintable())


def name() -> str:
    """Return the full name of Cordon."""
    return str(about()["title"])


def authors() -> str:
    """Return the authors as one name."""
    return ", ".join(author["name"] for author in about()["authors"])


@cache
def about() -> dict[str, Any]:
    """Return what CITATION.cff says of the whole."""
    found: dict[str, Any] = load_yaml((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return found
