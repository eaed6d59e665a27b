"""What fails is named and the rest is delivered; nothing mixes, and nothing is left lying about."""

import io
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from analytics.briefing import pictures
from analytics.briefing.write import write_briefing
from analytics.exports import renderer
from analytics.paths import ROOT
from tests.briefing.making import make, quiet, write
from tests.running import run_here

# Two chapters: a chart that a slide draws itself, and a map that it takes as a picture.
TWO_CHAPTERS = ("--state", "PRK", "--on", "2022-07-14", "--section", "missiles", "--section", "ties")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    command = [sys.executable, "-m", "analytics", "brief", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | environment)


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


@pytest.mark.parametrize("form", ["pptx", "pdf", "html"])
def test_without_chromium_the_rest_is_delivered_and_the_package_named(form: str, tmp_path: Path) -> None:
    out = tmp_path / f"brief.{form}"
    done = run(*TWO_CHAPTERS, "--out", str(out), CORDON_CHROMIUM="/nowhere/chromium")
    assert done.returncode == 0, done.stderr
    assert re.search(r"\d findings? from", done.stdout)
    assert ("apt-get install chromium" in done.stderr) == (form != "html")
    assert done.stderr.count("warning:") == (form != "html")
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    if form == "pdf":
        said = pdf_text(out.read_bytes())
        assert "The picture of this chart could not be made" in said and "apt-get install chromium" in said
        assert "North Korea had launched 31 missiles" in said
    if form == "pptx":
        slides = list(Presentation(io.BytesIO(out.read_bytes())).slides)
        said = " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
        assert any(shape.has_chart for slide in slides for shape in slide.shapes)
        assert "The picture of this chart could not be made" in said and "apt-get install chromium" in said


def test_one_picture_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    draw, seen = pictures.to_svg, []

    def fail_once(picture: pictures.Picture) -> bytes:
        seen.append(picture)
        if len(seen) == 1:
            raise RuntimeError("the drawing tab went away")
        return draw(picture)

    monkeypatch.setattr(pictures, "to_svg", fail_once)
    content, faults = write_briefing(make("PRK"), "pdf", quiet)
    assert len(faults) == 1 and "the drawing tab went away" in faults[0].why
    assert pdf_text(content).count("The picture of this chart could not be made") == 1


def test_a_killed_browser_costs_no_document_and_the_next_has_its_pictures() -> None:
    write_briefing(make("TUV"), "pdf", quiet)
    browser = renderer.shared_renderer()._browser
    assert browser is not None
    browser.subprocess.kill()
    content, _ = write_briefing(make("TUV"), "pdf", quiet)
    assert "Tuvalu scored" in pdf_text(content)
    after, faults = write_briefing(make("TUV"), "pdf", quiet)
    assert faults == () and "Samoa" in pdf_text(after)


def test_two_at_once_do_not_mix() -> None:
    alone = {state: write(state, None, "pdf") for state in ("XKX", "TUV")}
    jobs = ["XKX", "TUV"] * 2
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda state: write_briefing(make(state), "pdf", quiet)[0], jobs))
    for state, content in zip(jobs, made, strict=True):
        assert pdf_text(content) == pdf_text(alone[state])
        assert len(content) == pytest.approx(len(alone[state]), rel=0.01)


def test_temporary_files_are_gone(tmp_path: Path) -> None:
    # Not in `tmp_path`, which is too deep for Chromium's socket.
    with tempfile.TemporaryDirectory() as room:
        out = tmp_path / "brief.pdf"
        done = run(*TWO_CHAPTERS, "--out", str(out), TMPDIR=room)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        assert list(Path(room).iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--state", "Atlantis", "--out", "x.pdf"), "unknown state or contested entity 'Atlantis'"),
        (("--state", "RUS", "--section", "vote", "--out", "x.pdf"), "Nearest: votes"),
        (("--state", "RUS", "--out", "x.ppt"), "Nearest: pptx"),
        (("--state", "RUS", "--out", "x.docx"), "Formats: pptx, pdf, html"),
        (("--chart", "recognition-map?entity", "--out", "x.pdf"), "is not ID?NAME=VALUE"),
        (("--chart", "council-vetoes", "--out", "x.pdf"), "Example: 'council-vetoes?from=1946-01-01&to="),
        (("--chart", "recognition-mop?entity=XKX", "--out", "x.pdf"), "Nearest: recognition-map"),
        (("--state", "RUS", "--section", "missiles", "--out", "x.html"), "The data hold launches of India"),
        (("--state", "TUV", "--section", "ties", "--out", f"{__file__}/x.html"), "cannot be written: Not a dir"),
    ],
)
def test_a_fault_of_the_asker_is_one_message_and_exit_1(arguments: tuple[str, ...], said: str) -> None:
    done = run_here("brief", "--on", "2022-07-14", *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_a_basket_of_charts_is_written_by_the_command(tmp_path: Path) -> None:
    out = tmp_path / "charts.pptx"
    charts = ["council-totals?from=1946-01-01&to=2022-07-14", "missiles-to-date?on=2022-07-14&state=Iran"]
    done = run("--on", "2022-07-14", *(word for chart in charts for word in ("--chart", chart)), "--out", str(out))
    assert done.returncode == 0, done.stderr
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(out)).slides]
    assert titles[2].startswith("Of 230 vetoed drafts")
