"""Nothing runs or loads in a reader's browser but what is ours, whatever stands in the data, a link or a file."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from analytics.database.open import find_database
from analytics.paths import ROOT
from tests.browser.browsing import CHART, CHARTLESS, LIGHT, PAGES, Watch, open_page
from tests.browser.markup import INERT, MARKUP, POISONED, poison, signs_of_life
from tests.faults.server import Server, hosting

KEYS = ("state", "with", "on", "from", "to", "entity", "view", "text", "words", "session", "measure", "table", "query")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, _built: None) -> Iterator[Server]:
    """A server whose data hold markup."""
    folder = tmp_path_factory.mktemp("poisoned") / "build"
    folder.mkdir()
    copy = folder / find_database().name
    copy.write_bytes(find_database().read_bytes())
    assert poison(copy) == sum(map(len, POISONED.values()))
    with hosting(ROOT, folder, log=folder / "server.log") as server:
        yield server


@pytest.mark.parametrize("name", PAGES)
def test_markup_in_the_data_and_in_the_link_is_inert(name: str, page: Page, poisoned: Server) -> None:
    watch = Watch(page, poisoned.address)
    open_page(page, poisoned.address, f"{PAGES[name]}?" + "&".join(f"{key}={quote(MARKUP)}" for key in KEYS))
    # What a link asks for and is not known is left out: the page shows what it shows of itself, with the data's markup.
    assert (page.locator(CHART).count() == 0) == (name in CHARTLESS)
    assert signs_of_life(page) == INERT
    assert watch.elsewhere == []
    assert watch.complaints == []
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_chart_alone_with_markup_in_its_names_is_inert(page: Page, poisoned: Server) -> None:
    watch = Watch(page, poisoned.address)
    page.goto(f"{poisoned.address}/embed/recognition-map?entity=XKX&on=2022-07-14")
    expect(page.locator(".choroplethlayer path").first).to_be_attached()
    assert signs_of_life(page) == INERT
    page.goto(f"{poisoned.address}/embed/recognition-map?entity={quote(MARKUP)}&on=2022-07-14")
    expect(page.locator("h1")).to_have_text("Bad Request")
    assert signs_of_life(page) == INERT
    assert watch.elsewhere == []


def test_what_is_behind_a_figure_keeps_to_the_policy(page: Page, address: str, watch: Watch) -> None:
    open_page(page, address, LIGHT)
    for name in ("Rows", "Method and SQL", "Cite and share", "Download"):
        page.get_by_text(name, exact=True).first.click()
        page.wait_for_timeout(300)
    assert watch.complaints == []


def test_the_policy_keeps_a_strange_script_from_running(page: Page, address: str) -> None:
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text))
    open_page(page, address, "data")
    page.evaluate(
        """() => {
            const box = document.createElement("div");
            box.innerHTML = '<img src="/no-such.png" onerror="window.hit = 1">';
            const script = document.createElement("script");
            script.textContent = "window.hit = 2";
            document.body.append(box, script);
        }"""
    )
    page.wait_for_timeout(500)
    assert page.evaluate("window.hit") is None
    assert len([line for line in told if "Content Security Policy" in line]) >= 2
