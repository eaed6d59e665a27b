"""A view is its address: filters write it, a link restores it, nonsense in it does no harm."""

import re

from playwright.sync_api import Page, expect

from tests.browser.browsing import Watch, open_page, settle


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a select box by their names on the screen."""
    page.get_by_role("combobox", name=re.compile(label)).click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=False).first.click()
    settle(page)


def test_a_choice_lands_in_the_address_and_a_reload_restores_it(page: Page, address: str) -> None:
    open_page(page, address, "data")
    choose(page, "Table in detail", "missile_launches")
    expect(page).to_have_url(re.compile(r"table=missile_launches"))
    expect(page.get_by_role("heading", name="missile_launches", exact=True)).to_be_visible()
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name="missile_launches", exact=True)).to_be_visible()


def test_the_default_choice_leaves_the_address_clean(page: Page, address: str) -> None:
    open_page(page, address, "data?table=ties")
    expect(page.get_by_role("heading", name="ties", exact=True)).to_be_visible()
    choose(page, "Table in detail", "recognitions")
    expect(page.get_by_role("heading", name="recognitions", exact=True)).to_be_visible()
    expect(page).not_to_have_url(re.compile(r"table="))


def test_a_link_opens_on_its_day(page: Page, address: str) -> None:
    open_page(page, address, "recognition?entity=XKX&on=2010-01-01")
    expect(page.get_by_role("heading", name=re.compile("Kosovo")).first).to_be_visible()
    expect(page.get_by_text("1 January 2010").first).to_be_visible()


def test_back_returns_to_the_view_before(page: Page, address: str) -> None:
    open_page(page, address, "data?table=ties")
    choose(page, "Table in detail", "missile_launches")
    expect(page.get_by_role("heading", name="missile_launches", exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="ties", exact=True)).to_be_visible()


def test_an_unknown_code_gets_a_note(page: Page, address: str, watch: Watch) -> None:
    open_page(page, address, "recognition?entity=%3Cb%3Ezz")
    expect(page.get_by_test_id("stAlert").filter(has_text="not known here")).to_be_visible()
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    assert watch.complaints == []


def test_an_impossible_day_gets_a_note(page: Page, address: str) -> None:
    open_page(page, address, "recognition?on=2022-02-31")
    expect(page.get_by_test_id("stAlert").filter(has_text="not known here")).to_be_visible()
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()


def test_an_empty_answer_says_why(page: Page, address: str) -> None:
    open_page(page, address, "missiles?from=1988-01-01&to=1988-12-31")
    expect(page.get_by_test_id("stAlert").filter(has_text="Nothing is recorded for").first).to_be_visible()


def test_addresses_are_not_shared_between_windows(page: Page, phone: Page, address: str) -> None:
    open_page(page, address, "data?table=ties")
    open_page(phone, address, "data")
    expect(page.get_by_role("heading", name="ties", exact=True)).to_be_visible()
    expect(phone.get_by_role("heading", name="recognitions", exact=True)).to_be_visible()


def test_a_link_keeps_its_day_and_its_place(page: Page, address: str) -> None:
    """Though the day is the one that the page begins with anyway."""
    link = f"{address}/council?from=1946-01-01#council-vetoes"
    open_page(page, address, link.removeprefix(f"{address}/"))
    expect(page).to_have_url(link)


def test_a_link_to_a_figure_opens_there(page: Page, address: str) -> None:
    open_page(page, address, "council?from=1946-01-01#council-totals")
    expect(page.locator("#council-totals")).to_be_in_viewport()


def test_the_tab_says_which_state_is_shown(page: Page, address: str) -> None:
    open_page(page, address, "sanctions?target=BLR")
    expect(page).to_have_title("Belarus · Sanctions · Cordon")
    page.get_by_role("combobox", name="Target").fill("Myanmar")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Myanmar · Sanctions · Cordon")


def test_a_state_goes_along_to_another_page_and_into_its_address(page: Page, address: str) -> None:
    open_page(page, address, "country?state=IRN")
    page.get_by_role("link", name="Severed ties", exact=True).first.click()
    expect(page).to_have_title("Iran · Severed ties · Cordon")
    settle(page)
    expect(page.get_by_role("combobox").first).to_have_value("Iran")
    expect(page).to_have_url(re.compile(r"/ties\?state=IRN$"))


def test_the_menu_leads_to_each_page_as_its_link_does(page: Page, address: str) -> None:
    """The state goes along; what else one page has chosen is another page's no more than its address says."""
    open_page(page, address, "")
    for name in ("Two states", "One state", "Isolation", "One state", "Two states"):
        # Some of the menu is behind a button that says how much more there is.
        if not page.get_by_role("link", name=name, exact=True).first.is_visible():
            page.get_by_text(re.compile(r"^\d+ more$")).click()
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page.locator("h1")).to_contain_text(name)
        expect(page).to_have_title(re.compile(f"(^|· ){name} · Cordon$"))
        settle(page)
        if name != "Isolation":
            expect(page.get_by_role("combobox").first).to_have_value(re.compile("^Russia"))
        expect(page.get_by_role("radio", name="All rows")).to_be_checked()
