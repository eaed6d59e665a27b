"""How the Security Council's texts are named and numbered: symbols, titles, kinds, permanent seats, sources."""

import re

import pandas as pd

LIBRARY, SECRETARIAT = "un-digital-library", "un-resolutions-repository"
SEATS = {"SUN": "RUS", "RUS": "RUS", "CHN": "CHN", "TWN": "CHN", "USA": "USA", "GBR": "GBR", "FRA": "FRA"}
TITLE = re.compile(r"^Security Council resolution \d+ \(\d{4}\)\s*\[(?P<title>.*)\]$")
SYMBOL = re.compile(r"S/RES/(\d+)\s*\((\d{4})\)")


def tidy_symbol(symbol: str) -> str:
    """Return a resolution's symbol in our one style; raises ValueError for another form."""
    match = SYMBOL.fullmatch(symbol.strip())
    if match is None:
        raise ValueError(f"unknown form of a symbol: {symbol!r}")
    return f"S/RES/{match[1]} ({match[2]})"


def tidy_title(title: str) -> str:
    """Return the subject of a resolution without the words that every title has."""
    match = TITLE.match(title.strip())
    subject = match["title"] if match else title
    return subject[:1].upper() + subject[1:]


def text_kinds(titles: pd.Series) -> pd.Series:
    """Return admission for recommendations of a new member, else resolution."""
    admission = titles.str.contains(r"admission of|admission to", case=False, regex=True)
    return admission.map({True: "admission", False: "resolution"})
