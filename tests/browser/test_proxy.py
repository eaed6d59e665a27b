"""Behind nginx under a path, as docs/hosting/nginx.conf serves it: dashboard, WebSocket, API, chart alone, card."""

import re
from collections.abc import Iterator

import httpx2
import pytest
from playwright.sync_api import Page, expect

from analytics.paths import ROOT
from tests.browser.browsing import free_port, open_page
from tests.browser.proxy import NGINX, run_nginx

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx here (scripts/install_nginx.sh)")


@pytest.fixture(scope="module")
def proxied(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the dashboard: our file, with ports of this machine."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    ours = (ROOT / "docs" / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    local = ours.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("http://127.0.0.1:8501", address)
    assert local.count(str(port)) == local.count(address) == 1
    site = f"http://127.0.0.1:{port}/cordon"
    with run_nginx(local, folder, f"{site}/api/v1/health"):
        yield site


def test_the_dashboard_works_under_its_path(page: Page, proxied: str) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    open_page(page, proxied, "recognition?entity=XKX&on=2010-01-01")
    expect(page.get_by_role("heading", name=re.compile("Kosovo: recognised by"))).to_be_visible()
    expect(page.locator(".choroplethlayer path").first).to_be_attached()
    assert sockets == [f"{proxied.replace('http', 'ws')}/_stcore/stream"]
    page.get_by_role("link", name="Missiles").first.click()
    expect(page).to_have_url(re.compile(rf"{proxied}/missiles"))


def test_links_passed_on_bear_the_path(page: Page, proxied: str) -> None:
    open_page(page, proxied, "recognition?entity=XKX&on=2010-01-01")
    page.get_by_text("Cite and share").first.click()
    expect(
        page.get_by_test_id("stCode").filter(has_text=f'<iframe src="{proxied}/embed/recognition-map')
    ).to_be_visible()
    expect(
        page.get_by_test_id("stCode").filter(has_text=f"{proxied}/api/v1/query/recognition_status.csv")
    ).to_be_visible()


def test_a_chart_alone_is_drawn_and_leads_home(page: Page, proxied: str) -> None:
    page.goto(f"{proxied}/embed/recognition-map?entity=XKX&on=2022-07-14")
    expect(page.locator(".choroplethlayer path").first).to_be_attached()
    page.get_by_role("link", name="Open in Cordon").evaluate("link => link.target = ''")
    page.get_by_role("link", name="Open in Cordon").click()
    expect(page).to_have_url(f"{proxied}/recognition?entity=XKX&on=2022-07-14")


def test_the_api_and_the_card_answer_under_the_path(proxied: str) -> None:
    rows = httpx2.get(f"{proxied}/api/v1/query/launches_to_date.csv", params={"on": "2022-07-14"})
    assert rows.status_code == httpx2.codes.OK
    assert rows.headers["etag"]
    assert f'content="{proxied}/ties"' in httpx2.get(f"{proxied}/ties").text
    assert httpx2.get(proxied).headers["location"].endswith("/cordon/")
