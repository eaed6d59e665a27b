"""SQL workbench under a person's hands: completion by keyboard and finger, running, the statement in the link."""

import re
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from tests.browser.browsing import Watch, open_page, settle


def editor(page: Page) -> Locator:
    """Return the editor's text."""
    return page.get_by_label("SQL statement")


def write(page: Page, text: str) -> None:
    """Write a statement in place of what the editor holds."""
    editor(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def marked(page: Page) -> Locator:
    """Return the suggestion that would be taken."""
    return page.get_by_role("option", selected=True)


def test_names_of_tables_columns_queries_and_words_are_completed(page: Page, address: str, watch: Watch) -> None:
    open_page(page, address, "workbench")
    write(page, "selec")
    expect(marked(page)).to_contain_text("select")
    page.keyboard.press("Tab")
    page.keyboard.type(" t.initiator from tie")
    expect(marked(page)).to_contain_text("ties")
    page.keyboard.press("Tab")
    page.keyboard.type(" as t where t.ev")
    expect(page.get_by_role("option", name=re.compile("^event_date"))).to_be_visible()
    page.keyboard.press("Escape")
    write(page, "from launches_to_d")
    page.keyboard.press("Tab")
    expect(editor(page)).to_have_value(re.compile(r"^from launches_to_date\('\d{4}-\d\d-\d\d'\)$"))
    page.keyboard.press("Control+Z")
    expect(editor(page)).to_have_value("from launches_to_d")
    assert watch.complaints == []


def test_nothing_is_suggested_inside_text_and_comments(page: Page, address: str) -> None:
    open_page(page, address, "workbench")
    for text in ("select 'stat", "-- stat", "/* stat"):
        write(page, text)
        expect(page.get_by_role("listbox")).to_have_count(0)
    write(page, "select stat")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_arrows_choose_escape_closes_and_tab_leaves(page: Page, address: str) -> None:
    open_page(page, address, "workbench")
    write(page, "from stat")
    first = marked(page).text_content()
    page.keyboard.press("ArrowDown")
    assert marked(page).text_content() != first
    assert editor(page).get_attribute("aria-activedescendant") == "item-1"
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(editor(page)).to_be_focused()
    expect(editor(page)).to_have_value("from stat")


def test_a_line_can_be_ended_while_the_list_is_open(page: Page, address: str) -> None:
    open_page(page, address, "workbench")
    write(page, "from stat")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    expect(editor(page)).to_have_value("from stat\n")


def test_a_statement_runs_lands_in_the_link_and_opens_from_it(page: Page, phone: Page, address: str) -> None:
    open_page(page, address, "workbench")
    write(page, "select 'RUS' as who, 42 as answer")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("1 rows, 2 columns")).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=select"))
    expect(page.get_by_role("heading", name="Answer by who")).to_be_visible()
    phone.goto(page.url)
    settle(phone)
    expect(editor(phone)).to_have_value("select 'RUS' as who, 42 as answer")
    expect(phone.get_by_role("heading", name="Answer by who")).to_be_visible()


def test_back_returns_to_the_statement_before(page: Page, address: str) -> None:
    open_page(page, address, "workbench?" + urlencode({"q": "select 1 as one, 'x' as a"}))
    write(page, "select 2 as two, 'x' as a")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_role("heading", name="two by a")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="one by a")).to_be_visible()
    expect(editor(page)).to_have_value("select 1 as one, 'x' as a")


def test_a_draft_outlives_other_choices_on_the_page(page: Page, address: str) -> None:
    open_page(page, address, "workbench")
    write(page, "select 1 -- a draft")
    page.get_by_role("radio", name="Points").or_(page.get_by_role("button", name="Points")).first.click()
    expect(page).to_have_url(re.compile("kind=points"))
    settle(page)
    expect(editor(page)).to_have_value("select 1 -- a draft")


def test_a_fault_is_shown_with_its_place_and_mended(page: Page, address: str) -> None:
    open_page(page, address, "workbench")
    write(page, "select nothing from states")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("stCode").filter(has_text="LINE 1: select nothing")).to_be_visible()
    write(page, "select count(*) as n, 'all' as which from states")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="n by which")).to_be_visible()
    expect(page.get_by_test_id("stCode").filter(has_text="LINE 1")).to_have_count(0)


def test_a_hostile_link_is_plain_text(page: Page, address: str, watch: Watch) -> None:
    hostile = 'select "![x](https://example.org/x.png)<img src=x onerror=alert(1)>" from states'
    page.once("dialog", lambda dialog: (watch.complaints.append(dialog.message), dialog.dismiss()))
    open_page(page, address, "workbench?" + urlencode({"q": hostile}))
    expect(page.get_by_test_id("stAlert").filter(has_text="was not run")).to_be_visible()
    image = "<img src=x onerror=alert(1)>"
    marked_up = f"""select '{image}<a href="https://example.org">x</a>' as "![x](https://example.org/y.png)", 1 as n"""
    open_page(page, address, "workbench?" + urlencode({"q": marked_up}))
    expect(page.get_by_test_id("stPlotlyChart")).to_be_visible()
    open_page(page, address, "workbench?q=~broken")
    expect(page.get_by_test_id("stAlert").filter(has_text="not known here")).to_be_visible()
    assert watch.elsewhere == []
    assert watch.complaints == []


def test_rows_and_chart_are_files(page: Page, address: str) -> None:
    open_page(page, address, "workbench?" + urlencode({"q": "select 'RUS' as who, 42 as answer"}))
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert saved.value.path().read_text(encoding="utf-8") == "who,answer\nRUS,42\n"
    for label, begins in (("Parquet", b"PAR1"), ("Excel", b"PK"), ("JSON", b"[")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=label, exact=True).first.click()
        assert saved.value.path().read_bytes().startswith(begins)
    page.get_by_text("Download", exact=True).first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="SVG", exact=True).click()
    assert b"Answer by who" in saved.value.path().read_bytes()


def test_suggestions_are_taken_by_finger(phone: Page, address: str) -> None:
    open_page(phone, address, "workbench")
    editor(phone).tap()
    editor(phone).fill("from recognitio")
    phone.get_by_role("option", name=re.compile("^recognitions ")).or_(
        phone.get_by_role("option", name=re.compile("^recognitionsOne"))
    ).first.tap()
    expect(editor(phone)).to_have_value("from recognitions")
