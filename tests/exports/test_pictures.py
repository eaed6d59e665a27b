"""Every chart as a picture: it says what it shows and whence, in our type and colours, with nothing cut off."""

import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageFont

from analytics.charts.draw import draw_chart
from analytics.charts.style import EDGE, INK
from analytics.charts.ties_timeline import OPEN
from analytics.exports import renderer
from analytics.exports.chart_files import MEDIA_TYPES, write_chart
from analytics.exports.fonts import PRINT_FONTS, WEB_FONTS
from analytics.exports.footer import plain_footer
from analytics.exports.frame import FOOTER, SUBTITLE, TITLE, Face, make_frame
from analytics.exports.lanes import keep_lanes
from analytics.exports.picture import SIZES, frame_picture, picture_footer
from analytics.paths import ROOT
from tests.exports.drawn import CHARTS, drawn, link_of
from tests.running import run_here

# What the catalogue shows as rows alone.
TABLES = {
    "story-claims",
    "method-goalposts",
    "method-cases",
    "country-positions",
    "country-vetoes",
    "country-unrecognised",
    "alignment-lonely-list",
    "alignment-rollcall-list",
    "recognition-list",
    "ties-list",
    "council-list",
    "sanctions-list",
    "sanctions-bodies",
}
DRAWN = [chart_id for chart_id in CHARTS if chart_id not in TABLES]
# Plotly's ten default colours, and the ones its template gives to texts and grounds.
PLOTLYS = {"636efa", "ef553b", "00cc96", "ab63fa", "ffa15a", "19d3f3", "ff6692", "b6e880", "ff97ff", "fecb52"} | {
    "2a3f5f",
    "e5ecf6",
}
NUMBERS = re.compile(r"rgba?\(([^)]*)\)|#([0-9a-f]{6})\b", re.IGNORECASE)
SVG = "{http://www.w3.org/2000/svg}"
# Letters are smoothed, so that their edges lie between ink and paper; nothing lies below the ink.
DARKEST = min(int(INK[place : place + 2], 16) for place in (1, 3, 5)) - 4
# At which letters of 12 pixels are still read.
LEAST_SCALE = 0.75


@cache
def svg_of(chart_id: str) -> ElementTree.Element:
    """Return a chart as SVG, parsed."""
    return ElementTree.fromstring(write_chart(drawn(chart_id), "svg", link=link_of(chart_id)))


def told(root: ElementTree.Element) -> str:
    """Return the texts of the frame around a chart, its lines joined."""
    frame = next(node for node in root.iter(f"{SVG}g") if node.get("class") == "frame")
    return " ".join(str(line.text) for line in frame)


def styles(root: ElementTree.Element) -> list[str]:
    """Return what every element says of its look."""
    named = ("style", "fill", "stroke", "font-family")
    return [f"{name}:{node.get(name)}" for node in root.iter() for name in named if node.get(name)]


def colours(root: ElementTree.Element) -> set[str]:
    """Return every colour of a picture, as six hexadecimal digits."""
    found = chain.from_iterable(NUMBERS.findall(style) for style in styles(root))
    return {
        (digits or "".join(f"{int(float(part)):02x}" for part in parts.split(",")[:3])).lower()
        for parts, digits in found
    }


@pytest.mark.parametrize("chart_id", CHARTS)
def test_all_but_the_tables_are_drawn(chart_id: str) -> None:
    assert (drawn(chart_id).figure is None) == (chart_id in TABLES)


@pytest.mark.parametrize("chart_id", DRAWN)
def test_a_picture_says_what_it_shows_and_whence(chart_id: str) -> None:
    drawing, root = drawn(chart_id), svg_of(chart_id)
    texts = told(root)
    for part in (drawing.title, drawing.subtitle, plain_footer(drawing.results), link_of(chart_id)):
        assert " ".join(part.split()) in texts
    assert "Source: " in texts
    assert "data until " in texts or not any(result.as_of for result in drawing.results)
    assert f"version {drawing.results[0].version}" in texts
    assert root.findtext(f"{SVG}title") == drawing.title
    assert root.findtext(f"{SVG}desc") == drawing.alt


@pytest.mark.parametrize("local", ["http://localhost:8501/versus", "http://127.0.0.1:8501/", ""])
def test_a_picture_bears_no_address_of_the_machine_it_was_made_on(local: str) -> None:
    results = drawn(DRAWN[0]).results
    assert picture_footer(results, local) == plain_footer(results)
    assert picture_footer(results, "https://cordon.test/versus").endswith(" · https://cordon.test/versus")


@pytest.mark.parametrize("chart_id", DRAWN)
def test_a_picture_has_our_type_and_our_colours(chart_id: str) -> None:
    root = svg_of(chart_id)
    families = {family for style in styles(root) for family in re.findall(r"font-family: ?([^;]+)", style)}
    assert families == {"'IBM Plex Sans', sans-serif"}
    assert 'font-family:"IBM Plex Sans"' in str(root.findtext(f"{SVG}style"))
    assert "url(data:font/woff2;base64," in str(root.findtext(f"{SVG}style"))
    assert not colours(root) & PLOTLYS


@pytest.mark.parametrize("chart_id", DRAWN)
def test_nothing_in_a_picture_is_black(chart_id: str) -> None:
    picture = Image.open(io.BytesIO(write_chart(drawn(chart_id), "png", link=link_of(chart_id), size="1x")))
    brightest = [max(colour[:3]) for _, colour in picture.convert("RGB").getcolors(picture.width * picture.height)]  # type: ignore[union-attr,index]
    assert min(brightest) >= DARKEST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chart_id", DRAWN)
def test_the_lines_of_a_frame_end_before_the_edge(chart_id: str, size: str) -> None:
    drawing, width = drawn(chart_id), SIZES[size].layout_width
    frame = make_frame(
        title=drawing.title,
        subtitle=drawing.subtitle,
        footer=f"{plain_footer(drawing.results)} · {link_of(chart_id)}",
        width=width,
    )
    for lines, face in ((frame.title, TITLE), (frame.subtitle, SUBTITLE), (frame.footer, FOOTER)):
        assert max(measure(line, face) for line in lines) <= width - 2 * EDGE


@pytest.mark.parametrize("size", ["social", "slide"])
def test_a_picture_of_fixed_proportion_shows_the_lanes_that_can_be_read_in_it(size: str) -> None:
    whole = draw_chart("ties-timeline", {"state": "ISR", "on": "2022-07-14"})
    record, most = whole.results[0].frame, SIZES[size].lanes
    assert most and record["partner"].nunique() > most
    short = keep_lanes(whole, most)
    assert whole.figure is not None and short.figure is not None
    # A second axis of years has a trace without a lane.
    spells = [trace for trace in short.figure.data if trace.customdata is not None]
    shown = {lane for trace in spells for lane in trace.y}
    assert len(shown) == most
    # A partner is left out while relations with it may be broken only where all that are shown may be, too.
    still = set(record.loc[record["end_status"].isin(OPEN), "partner_name"])
    assert still <= shown or shown <= still
    assert f"{most} of {record['partner'].nunique()} lanes shown" in short.subtitle
    assert all(len(trace.x) == len(trace.y) == len(trace.customdata) for trace in spells)
    assert frame_picture(whole, link="", size=size).scale > LEAST_SCALE
    assert keep_lanes(short, most) is short


def measure(line: str, face: Face) -> float:
    """Return the width of a line in pixels, by the letters of the font itself."""
    name = "Bold" if face.weight > 400 else "Regular"
    return ImageFont.truetype(PRINT_FONTS / f"IBMPlexSans-{name}.ttf", face.size).getlength(line)


def test_screen_and_picture_have_one_font_with_its_licence() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    faces = {path.name for path in WEB_FONTS.glob("*.woff2")}
    assert {name for name in faces if f"app/static/fonts/{name}" in config} == {
        f"ibm-plex-sans-{letters}-wght-normal.woff2" for letters in ("latin", "latin-ext")
    }
    for folder in (PRINT_FONTS, WEB_FONTS):
        licence = next(path for path in folder.iterdir() if path.suffix == ".txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_exports_at_the_same_time_do_not_mix() -> None:
    wanted = DRAWN[:4] * 3
    with ThreadPoolExecutor(len(wanted)) as workers:
        pictures = list(workers.map(lambda name: write_chart(drawn(name), "svg", link=link_of(name)), wanted))
    for chart_id, picture in zip(wanted, pictures, strict=True):
        assert list(ElementTree.fromstring(picture).itertext()) == list(svg_of(chart_id).itertext())


@pytest.mark.parametrize("form", ["png", "pdf", "zip"])
def test_no_file_is_left_behind(form: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analytics", "chart", "missiles-gaps", "--out", str(tmp_path / f"gaps.{form}")]
    # Chromium puts a socket there, whose path may be no longer than about a hundred letters.
    with TemporaryDirectory() as temporary:
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | {"TMPDIR": temporary}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert list(Path(temporary).rglob("*")) == []
    assert [path.name for path in tmp_path.iterdir()] == [f"gaps.{form}"]


def test_without_chromium_the_command_names_the_package_and_writes_what_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORDON_CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(renderer, "shared_renderer", renderer.Renderer)
    for form in MEDIA_TYPES:
        out = tmp_path / f"gaps.{form}"
        done = run_here("chart", "missiles-gaps", "--out", str(out))
        if form in ("png", "svg", "pdf"):
            assert done.returncode == 1
            assert "Install the package chromium" in done.stderr
            assert not out.exists()
        else:
            assert done.returncode == 0, done.stderr
            assert out.stat().st_size > 0
