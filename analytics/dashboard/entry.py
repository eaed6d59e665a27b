"""The dashboard: its pages and their addresses."""

import streamlit as st

from analytics.paths import ROOT

PAGES = ROOT / "analytics" / "dashboard" / "pages"


def main() -> None:
    """Show the page that the address names."""
    st.set_page_config(page_title="Cordon", page_icon=":material/public:", layout="wide")
    navigation = st.navigation(
        [
            st.Page(PAGES / "story.py", title="The story", icon=":material/article:", default=True),
            st.Page(PAGES / "recognition.py", title="Recognition", url_path="recognition", icon=":material/flag:"),
            st.Page(PAGES / "ties.py", title="Severed ties", url_path="ties", icon=":material/link_off:"),
            st.Page(PAGES / "council.py", title="Security Council", url_path="council", icon=":material/gavel:"),
            st.Page(PAGES / "missiles.py", title="Missiles", url_path="missiles", icon=":material/rocket_launch:"),
            st.Page(PAGES / "data.py", title="Data and methods", url_path="data", icon=":material/database:"),
        ]
    )
    navigation.run()


main()
