"""axe-core in a page of the browser, the contrast of what it cannot read, and what is Streamlit's own."""

import re
from typing import Any

from playwright.sync_api import BrowserContext, Page

from analytics.paths import ROOT
from tests.colours import AA, contrast

SCRIPT = ROOT / "build" / "axe" / "axe-core-4.14.1" / "axe.min.js"
# To axe a heading's level that is left out or a page without landmarks is moderate; who listens is lost there.
STRUCTURE = ("heading-order", "landmark-one-main", "page-has-heading-one", "html-has-lang", "frame-title")
# What Streamlit renders and offers no way to change: rule, where, why.
EXCUSED = (
    (
        "scrollable-region-focusable",
        "[data-testid='stTable'] *",
        "A table wider than a phone scrolls inside Streamlit's own box; Chromium and Firefox let the keyboard in.",
    ),
)
FIND = """async ([rules, structure, excused]) => {
    const found = await axe.run({exclude: [['.main-svg']]}, {
        resultTypes: ['violations'],
        elementRef: true,
        ...(rules ? {runOnly: {type: 'rule', values: rules}} : {}),
    });
    const grave = rule => ['serious', 'critical'].includes(rule.impact) || structure.includes(rule.id);
    const ours = (rule, node) => !excused.some(([id, where]) => id === rule.id && node.element?.matches(where));
    return found.violations.filter(grave).flatMap(rule => rule.nodes.filter(node => ours(rule, node)).map(
        node => `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary.replaceAll('\\n', ' ')}`));
}"""
# Text inside a mark stands on the mark's colour, which a test of the palette looks at.
CHART_TEXT = """() => [...document.querySelectorAll('.js-plotly-plot .main-svg text')]
    .filter(text => text.textContent.trim() && !text.matches('.bartext-inside, .heatmap-label text'))
    .map(text => [getComputedStyle(text).fill, getComputedStyle(text).fillOpacity, text.textContent.slice(0, 40)])"""
PATIENCE = 40
DARK = "rgb(20, 24, 29)"
PAPER = "() => getComputedStyle(document.querySelector('[data-testid=stApp]') ?? document.body).backgroundColor"


def with_axe(context: BrowserContext) -> BrowserContext:
    """Have axe in every page that a window opens."""
    if not SCRIPT.is_file():
        raise RuntimeError("Accessibility tests need axe-core. Run: sh scripts/install_axe.sh")
    context.add_init_script(path=SCRIPT)
    return context


def violations(page: Page, *rules: str) -> list[str]:
    """Return what a reader would stumble over, by all rules or only by those named."""
    found: list[str] = page.evaluate(FIND, [rules or None, STRUCTURE, [[rule, where] for rule, where, _ in EXCUSED]])
    return found


def turn_dark(page: Page) -> None:
    """Let the reader's system turn dark, and wait until the page has followed."""
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"dark => ({PAPER})() === dark", arg=DARK)
    page.wait_for_timeout(300)


def pale_chart_text(page: Page) -> list[tuple[str, float]]:
    """Return the texts of a page's charts that stand out too little, with their contrast; axe reads no SVG.

    Charts are drawn anew for another theme; they are given a while for it.
    """
    for _ in range(PATIENCE):
        if not (pale := pale_now(page)):
            break
        page.wait_for_timeout(200)
    return pale


def pale_now(page: Page) -> list[tuple[str, float]]:
    """Return the texts of charts that stand out too little at this moment."""
    paper = channels(page.evaluate(PAPER))
    told: list[list[Any]] = page.evaluate(CHART_TEXT)
    found = {text: contrast(channels(fill), paper, float(opacity)) for fill, opacity, text in told}
    return [(text, round(ratio, 2)) for text, ratio in found.items() if ratio < AA]


def channels(colour: str) -> str:
    """Return a colour that the browser writes as rgb(…) in hexadecimal."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])
