"""Tables in schema `derived`, made from others at the end of the build: queries/derived/<order>_<table>.sql."""

from functools import cache

from analytics.paths import DERIVED


@cache
def derived_statements() -> dict[str, str]:
    """Return the statement that fills each derived table, by table."""
    return {path.stem.split("_", 1)[1]: path.read_text(encoding="utf-8") for path in sorted(DERIVED.glob("*.sql"))}


def derived_selects() -> dict[str, str]:
    """Return the query behind each derived table, by table."""
    return {table: text.split(f"insert into derived.{table}\n", 1)[1] for table, text in derived_statements().items()}
