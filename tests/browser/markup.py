"""A world in which names, titles and notes hold markup of every kind that something on the way might read.

Tags do not come in with data (the build refuses them); here they are, since what shows them must not rely on that.
"""

from pathlib import Path

import duckdb
from playwright.sync_api import Page

MARKUP = (
    '<img src=x onerror="window.hit=1"><script>window.hit=1</script>![p](http://evil.test/p.png)'
    "[l](http://evil.test/l) www.evil.test m@evil.test $x^2$:material/home::red[r]`c`**s**"
)
POISONED = {
    "states": ["name", "region"],
    "entities": ["name", "note"],
    "sources": ["title", "publisher", "terms", "citation"],
    "coverage": ["note"],
    "organisations": ["name"],
    "council_drafts": ["topic"],
    "roll_calls": ["title"],
    "ties": ["reason", "citation"],
    "sanctions": ["legal_basis", "citation"],
    "corrections": ["reason"],
    "published_totals": ["title", "topic"],
    "missile_launches": ["site"],
}
# What would tell that a piece of it was read as markup; a heading's own letters and our own grey do not count.
ALIVE = """() => [
    window.hit,
    document.querySelectorAll('img[src*=evil], img[src$="/x"], img[onerror]').length,
    [...document.querySelectorAll('a')].map(a => a.href.baseVal || a.href)
        .filter(href => /^(https?:\\/\\/|mailto:\\w+@)(www\\.)?evil\\.test/.test(href)).length,
    [...document.querySelectorAll('.katex annotation')].filter(sum => sum.textContent == 'x^2').length,
    [...document.querySelectorAll('[data-testid=stIconMaterial]')].filter(icon => icon.textContent == 'home').length,
    [...document.querySelectorAll('[class*=stMarkdownColoredText]')].filter(part => part.textContent == 'r').length,
]"""
INERT = [None, 0, 0, 0, 0, 0]


def poison(path: Path) -> int:
    """Add markup to every text of a database that people read, and return how many columns took it."""
    taken = 0
    with duckdb.connect(str(path)) as connection:
        for table, columns in POISONED.items():
            for column in columns:
                try:
                    connection.execute(f'update "{table}" set "{column}" = "{column}" || $markup', {"markup": MARKUP})
                except duckdb.Error as error:
                    print(f"{table}.{column}: {str(error).splitlines()[0]}")
                else:
                    taken += 1
    return taken


def signs_of_life(page: Page) -> list[object]:
    """Return what became of the markup in a page."""
    return list(page.evaluate(ALIVE))
