"""What a chat or a post shows of a link: the page's title, the finding for the values in the link, its picture."""

import re
from html import unescape
from threading import Event

import pytest
from starlette.testclient import TestClient

from analytics.api import unfurl
from analytics.api.work import WORKERS, workers
from analytics.charts.catalogue import find_chart, load_charts
from analytics.charts.draw import draw_chart
from analytics.charts.views import PAGES, Page
from analytics.charts.words import plain
from tests.app.opening import headings, open_page

CHARTED = [page for page in PAGES if page.chart]


def tags(html: str) -> dict[str, str]:
    """Return the Open Graph tags of a page."""
    return {name: unescape(value) for name, value in re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_a_card(page: Page, site: TestClient) -> None:
    answer = site.get(f"/{page.address}")
    assert answer.status_code == 200
    shown = tags(answer.text)
    assert shown["og:title"].endswith(" · Cordon")
    assert shown["og:title"].startswith(page.title) == (page.chart is None)
    assert re.search(f"<title>(.+ · )?{page.title} · Cordon</title>", answer.text)
    assert shown["og:url"] == f"http://cordon.test/{page.address}"
    assert ("og:image" in shown) == (page.chart is not None)
    assert 'id="root"' in answer.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_begins_with_its_charts_take(page: Page) -> None:
    taken = {name for chart in load_charts().values() if chart.topic == page.name for name in chart.parameters}
    shown = set(find_chart(page.chart).parameters) if page.chart else set()
    assert set(page.start) <= taken | shown


@pytest.mark.parametrize("page", CHARTED, ids=lambda page: page.name)
def test_the_finding_is_what_the_page_itself_says(page: Page, site: TestClient) -> None:
    shown = tags(site.get(f"/{page.address}").text)
    assert plain(shown["og:title"].removesuffix(" · Cordon")) in headings(open_page(page.name))
    assert shown["og:description"].startswith(f"{page.title}. ") and not shown["og:description"].endswith("..")


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ("country?state=CIV", "Côte d'Ivoire · One state"),
        ("country?state=XKX&on=2010-01-01", "Kosovo · One state"),
        ("country", "Russia · One state"),
        ("country?state=%3Cb%3E", "One state"),
        ("versus?state=BLR", "Belarus and North Korea · Two states"),
        ("recognition?entity=ESH", "Sahrawi Arab Democratic Republic · Recognition"),
        ("sanctions?target=SYR", "Syria · Sanctions"),
        ("alignment?state=CUB&with=USA", "Cuba and United States · Alignment"),
        ("alignment?view=member&state=CUB", "Cuba · Alignment"),
        ("alignment?view=session&session=40", "Alignment"),
        ("isolation", "Isolation"),
    ],
)
def test_the_title_says_whom_a_link_is_about(link: str, title: str, site: TestClient) -> None:
    served = re.search("<title>(.*?)</title>", site.get(f"/{link}").text)
    assert served and unescape(served[1]) == f"{title} · Cordon"


def test_the_card_of_a_state_names_it(site: TestClient) -> None:
    assert "Belarus" in tags(site.get("/country?state=BLR").text)["og:title"]


def test_the_finding_is_that_of_the_links_values(site: TestClient) -> None:
    shown = tags(site.get("/alignment?view=member&state=CUB&session=40").text)
    drawing = draw_chart("alignment-nearest", {"state": "CUB", "session": "40"})
    assert shown["og:title"] == f"{drawing.title} · Cordon"
    assert shown["og:image"] == "http://cordon.test/cards/alignment.png?view=member&state=CUB&session=40"


@pytest.mark.parametrize(
    "query", ["on=2022-02-31", "state=%3Cscript%3E", "on=2022-07-14%22%3E%3Cb%3E", f"state={'x' * 10_000}", "view=%00"]
)
def test_a_bad_value_shows_what_the_page_begins_with(query: str, site: TestClient) -> None:
    answer = site.get(f"/ties?{query}")
    assert answer.status_code == 200
    assert tags(answer.text)["og:description"] == tags(site.get("/ties").text)["og:description"]
    head = answer.text.split("</title>")[1].split("</head>")[0]
    assert "<b>" not in head
    assert "x" * 1000 not in head


def test_addresses_are_those_that_readers_use(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied = {"x-forwarded-proto": "https", "x-forwarded-host": "data.example", "x-forwarded-prefix": "/cordon"}
    assert tags(site.get("/ties", headers=proxied).text)["og:url"] == "https://data.example/cordon/ties"
    hostile = {"x-forwarded-host": 'a"><script>', "x-forwarded-prefix": '/"onload='}
    assert tags(site.get("/ties", headers=hostile).text)["og:url"] == "http://localhost/ties"
    monkeypatch.setenv("CORDON_URL", "https://cordon.example/")
    assert tags(site.get("/ties", headers=proxied).text)["og:url"] == "https://cordon.example/ties"


def test_a_page_opens_whatever_becomes_of_its_card(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("measure")

    monkeypatch.setattr(unfurl, "draw_card", fail)
    answer = site.get("/alignment?measure=tau")
    assert (answer.status_code, "og:image" in tags(answer.text)) == (200, False)
    assert site.get("/cards/alignment.png?measure=tau").status_code == 404


def test_programs_that_keep_every_thread_busy_keep_nobody_out(site: TestClient) -> None:
    done = Event()
    busy = [workers().submit(done.wait, 60) for _ in range(WORKERS)]
    try:
        assert site.get("/sanctions?target=SYR").status_code == 200
        assert not any(item.done() for item in busy)
    finally:
        done.set()
