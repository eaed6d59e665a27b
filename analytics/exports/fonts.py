"""The typeface of pictures and pages: IBM Plex Sans, as the dashboard has it; static files for Typst."""

import base64
from functools import cache
from pathlib import Path

from analytics.paths import ROOT

FAMILY = "IBM Plex Sans"
PRINT_FONTS = Path(__file__).parent / "fonts"
WEB_FONTS = ROOT / "analytics" / "dashboard" / "static" / "fonts"
RANGES = {
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF",
    "latin": (
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,"
        "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
    ),
}


@cache
def font_faces() -> str:
    """Return CSS that carries the fonts themselves."""
    return "".join(font_face(name, letters) for name, letters in RANGES.items())


def font_face(name: str, letters: str) -> str:
    """Return one face, for some letters, all weights."""
    content = base64.b64encode((WEB_FONTS / f"ibm-plex-sans-{name}-wght-normal.woff2").read_bytes()).decode()
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:100 700;unicode-range:{letters};'
        f'src:url(data:font/woff2;base64,{content}) format("woff2")}}'
    )
