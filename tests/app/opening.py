"""Pages opened as Streamlit's own test runner does, with values in the URL."""

from streamlit.testing.v1 import AppTest

from analytics.paths import ROOT

PAGES = ROOT / "analytics" / "dashboard" / "pages"


def open_page(name: str, **query: str) -> AppTest:
    """Open a page by its file's name; `from_` stands for the parameter `from`."""
    app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key.removesuffix("_")] = value
    return app.run()


def headings(app: AppTest) -> list[str]:
    """Return the headings of the page's figures."""
    return [item.value for item in (*app.header, *app.subheader)]
