"""Every control reached with Tab alone, in the order of the page, seen where one stands, and left again."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import CHART, PAGES, open_page

MOST_STOPS = 250
# Not controls: the page's own scroll box, and a table that draws its marked cell itself, as a picture.
UNMARKED = {"MAIN", "CANVAS"}
STILL = "* { transition: none !important; animation: none !important; }"
PREPARE = """() => {
    const looks = node => {
        const found = [];
        for (let at = node, up = 0; at && up < 5; at = at.parentElement ?? at.getRootNode().host, up++) {
            const {outline, boxShadow, border, backgroundColor, color} = getComputedStyle(at);
            found.push([outline, boxShadow, border, backgroundColor, color].join());
        }
        return found.join('|');
    };
    const inner = node => node?.shadowRoot?.activeElement ? inner(node.shadowRoot.activeElement) : node;
    const all = root => [...root.querySelectorAll('*')].flatMap(node =>
        [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
    const name = node => (node.ariaLabel || node.innerText || node.value || node.tagName).slice(0, 60);
    const can = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';
    const PRECEDING = Node.DOCUMENT_POSITION_PRECEDING;
    // Tab stops once in a row of choices; arrows move inside it.
    const group = node => node.closest('[data-testid="stButtonGroup"]');
    let last = null;
    window.walk = {
        seen: [],
        stop() {
            const here = inner(document.activeElement);
            const left = last && {marked: looks(last.node) !== last.looks};
            last = here === document.body ? null : {node: here, looks: looks(here)};
            const before = this.seen.at(-1);
            if (last) this.seen.push(here);
            return {
                left: left?.marked ?? true, over: !last, tag: here.tagName, name: name(here),
                zone: here.closest('header') ? 'header' : here.closest(arguments[0]) ? 'chart' : 'page',
                // A control within another tree is ordered by the box that holds the tree.
                follows: !before || !last || !(outer(before).compareDocumentPosition(outer(here)) & PRECEDING),
            };
        },
        missed() {
            return all(document).filter(node => node.matches(can) && node.tabIndex >= 0 && !node.disabled &&
                node.checkVisibility({visibilityProperty: true}) && !node.closest('[inert]') &&
                !this.seen.some(seen => seen === node || group(seen) && group(seen) === group(node))).map(name);
        },
    };
    const outer = node => node.getRootNode() === document ? node : node.getRootNode().host;
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus came to rest."""

    tag: str
    name: str
    zone: str
    follows: bool
    marked: bool


def walk(page: Page) -> list[Stop]:
    """Press Tab from the top of a page until the focus has left it, and return every stop."""
    page.add_style_tag(content=STILL)
    page.evaluate(PREPARE)
    told = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        told.append(page.evaluate("chart => window.walk.stop(chart)", CHART))
        if told[-1]["over"]:
            break
    else:
        raise AssertionError(f"the focus never left the page; it was last at {told[-5:]}")
    # Whether a stop was marked is known once it has been left.
    pairs = pairwise(told)
    return [Stop(here["tag"], here["name"], here["zone"], here["follows"], after["left"]) for here, after in pairs]


@pytest.mark.parametrize("name", ["isolation", "workbench"])
def test_tab_reaches_every_control_in_order(name: str, page: Page, address: str) -> None:
    open_page(page, address, PAGES[name])
    stops = walk(page)
    assert page.evaluate("window.walk.missed()") == []
    assert [stop.name for stop in stops if not stop.follows] == []
    assert [stop.name for stop in stops if not stop.marked and stop.tag not in UNMARKED] == []
    if name == "isolation":
        assert_pages_then_filters_then_figures(page, stops)


def assert_pages_then_filters_then_figures(page: Page, stops: list[Stop]) -> None:
    """Assert that the way leads from the pages over the filters to every figure."""
    assert stops[0].name == "Skip to main content"
    zones = [stop.zone for stop in stops]
    names = [stop.name for stop in stops]
    last_page = max(place for place, zone in enumerate(zones) if zone == "header")
    assert last_page < names.index("Highlight") < zones.index("chart")
    assert zones.count("chart") >= page.locator(CHART).count()


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("isolation", "All rows", "Without unchecked rows"),
        ("briefing", "How isolated", "Recognition"),
    ],
)
def test_arrows_move_in_a_row_of_choices(path: str, first: str, second: str, page: Page, address: str) -> None:
    open_page(page, address, path)
    chips = page.get_by_test_id("stButtonGroup").get_by_text(first, exact=True)
    chips.locator("xpath=ancestor::button").focus()
    page.keyboard.press("ArrowRight")
    assert second in page.evaluate("document.activeElement.innerText")


def test_the_editor_is_left_with_tab(page: Page, address: str) -> None:
    open_page(page, address, PAGES["workbench"])
    editor, run = page.get_by_label("SQL statement"), page.get_by_role("button", name="Run", exact=True)
    editor.fill("")
    page.keyboard.type("sel")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(run).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(editor).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(editor).not_to_be_focused()
