"""A statement in a link: as it is where it is short, packed where it is long, never longer than links may be."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import quote

from analytics.database.limits import STATEMENT_LENGTH
from analytics.errors import CordonError

PLAIN_LENGTH = 1_000
LINK_LENGTH = 6_000
PACKED = "~"


def write_link(sql: str) -> str | None:
    """Return a statement as the parameter of a link holds it; None where it is too long for one."""
    if len(quote(sql)) <= PLAIN_LENGTH and not sql.startswith(PACKED):
        return sql
    packed = PACKED + urlsafe_b64encode(zlib.compress(sql.encode("utf-8", "replace"), 9)).decode().rstrip("=")
    return packed if len(packed) <= LINK_LENGTH else None


def read_link(given: str) -> str:
    """Return the statement that the parameter of a link holds; raises CordonError for what is none."""
    if len(given) > LINK_LENGTH:
        raise CordonError(f"it has {len(given):,} characters, and {LINK_LENGTH:,} are the most")
    if not given.startswith(PACKED):
        return given
    body = given.removeprefix(PACKED)
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(urlsafe_b64decode(body + "=" * (-len(body) % 4)), 4 * STATEMENT_LENGTH + 1)
        if not reader.eof or reader.unused_data:
            raise ValueError("cut off or too long")
        return text.decode("utf-8")
    except (ValueError, zlib.error) as error:
        raise CordonError("it cannot be unpacked; perhaps the link was cut off") from error
