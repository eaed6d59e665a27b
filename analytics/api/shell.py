"""The page that starts Streamlit in a browser, as its package ships it."""

import base64
import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Opened at /missiles, Streamlit would look for its server below /missiles/ first, and only then at the root.
AT_ROOT = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href}</script>"


def static_files() -> Path:
    """Return the folder of what Streamlit's package ships to browsers."""
    found = find_spec("streamlit")
    assert found and found.origin
    return Path(found.origin).parent / "static"


@cache
def read_shell() -> str:
    """Return the page, told where its server is, and asking at once for the module that draws charts.

    Streamlit by itself asks for that module, its largest by far, only after the first chart has come.
    """
    page = (static_files() / "index.html").read_text(encoding="utf-8")
    modules = sorted((static_files() / "static" / "js").glob("PlotlyChart.*.js"))
    links = "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{module.name}" />' for module in modules)
    return page.replace("<head>", f"<head>{AT_ROOT}", 1).replace("</head>", f"{links}</head>", 1)


def inline_scripts() -> list[str]:
    """Return the scripts that stand in the page itself, as a content security policy names them: by their digest."""
    digests = [hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(read_shell())]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
