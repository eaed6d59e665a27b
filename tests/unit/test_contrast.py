"""Colours stand out enough for those who see little: text at 4.5 to 1, marks at 3 to 1, on white and near-black."""

import json
import tomllib
from collections.abc import Iterator

import pandas as pd
import pytest

from analytics.charts import style
from analytics.charts.evidence import GRADES, plot_evidence
from analytics.charts.quick import MORE_COLOURS
from analytics.exports.pages import HERE
from analytics.paths import ROOT
from tests.colours import AA, AA_GRAPHICS, contrast
from tests.exports.drawn import CHARTS, drawn

THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
PAPERS = [THEMES[scheme]["backgroundColor"] for scheme in ("light", "dark")]
# What Streamlit makes of the theme: a caption is faint by this much, and a chosen pill is tinted so.
CAPTION, TINT = 0.6, 0.1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_of_a_theme_is_read_on_its_paper(scheme: str) -> None:
    theme = THEMES[scheme]
    paper = theme["backgroundColor"]
    for name in ("textColor", "linkColor", "grayTextColor", "primaryColor"):
        assert contrast(theme[name], paper) >= AA, name
    assert contrast(theme["textColor"], paper, CAPTION) >= AA
    assert contrast(theme["codeTextColor"], theme["codeBackgroundColor"]) >= AA
    tinted = blend(theme["primaryColor"], paper, TINT)
    assert contrast(theme["primaryColor"], tinted) >= AA


def blend(colour: str, paper: str, share: float) -> str:
    pairs = [(int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02x}" for one, other in pairs)


def test_ink_is_one_on_pages_charts_and_files() -> None:
    assert THEMES["light"]["textColor"] == style.INK
    base = (HERE / "base.html").read_text(encoding="utf-8")
    assert f"--ink: light-dark({style.INK}, {THEMES['dark']['textColor']})" in base
    assert f"--muted: light-dark({THEMES['light']['grayTextColor']}, {THEMES['dark']['grayTextColor']})" in base


@pytest.mark.parametrize("paper", PAPERS)
def test_marks_stand_out_on_either_paper(paper: str) -> None:
    marks = {**style.STATE_COLOURS, **style.DIMENSION_COLOURS, "muted": style.MUTED} | {
        colour: colour for colour in (*style.SERIES, *MORE_COLOURS)
    }
    pale = {name: round(contrast(colour, paper), 2) for name, colour in marks.items()}
    assert {name: ratio for name, ratio in pale.items() if ratio < AA_GRAPHICS} == {}


def test_no_dimension_has_the_colour_of_a_state() -> None:
    assert not set(style.DIMENSION_COLOURS.values()) & {*style.STATE_COLOURS.values(), *style.SERIES}


def test_a_stepped_scale_changes_its_colour_at_once() -> None:
    scale = style.stepped(((0, "#111111"), (10, "#222222")), 100)
    assert scale == [(0, "#111111"), (0.1, "#111111"), (0.1, "#222222"), (1, "#222222")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_a_theme_stand_out_on_its_paper(scheme: str) -> None:
    paper = THEMES[scheme]["backgroundColor"]
    assert [c for c in THEMES[scheme]["chartCategoricalColors"] if contrast(c, paper) < AA_GRAPHICS] == []


@pytest.mark.parametrize("chart_id", CHARTS)
def test_text_of_a_chart_has_the_ink_of_its_page(chart_id: str) -> None:
    figure = drawn(chart_id).figure
    told = json.loads(figure.to_json()) if figure is not None else {}
    told.get("layout", {}).pop("template", None)
    assert list(text_colours(told)) == []


def text_colours(part: object) -> Iterator[object]:
    """Every colour that a figure gives to text; no one colour can be read on both papers."""
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in items:
        if name in ("font", "textfont", "tickfont") and isinstance(value, dict) and "color" in value:
            yield value["color"]
        yield from text_colours(value)


def test_text_on_a_bar_is_read_on_the_bar() -> None:
    frame = pd.DataFrame({"table_name": "ties", "evidence": list(GRADES), "share": 0.25, "rows": 1})
    bars = plot_evidence(frame).data
    assert len(bars) == len(GRADES)
    for bar in bars:
        assert contrast(bar.textfont.color, bar.marker.color) >= AA, bar.name
