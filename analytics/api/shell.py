"""The page that starts Streamlit in a browser, as its package ships it."""

import base64
import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def read_shell() -> str:
    """Return the page."""
    found = find_spec("streamlit")
    assert found and found.origin
    return (Path(found.origin).parent / "static" / "index.html").read_text(encoding="utf-8")


def inline_scripts() -> list[str]:
    """Return the scripts that stand in the page itself, as a content security policy names them: by their digest."""
    digests = [hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(read_shell())]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
