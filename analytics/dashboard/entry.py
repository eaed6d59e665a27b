"""The dashboard: its pages and their addresses."""

import streamlit as st

from analytics.paths import ROOT

PAGES = ROOT / "analytics" / "dashboard" / "pages"
STATIC = ROOT / "analytics" / "dashboard" / "static"
ENTRIES = (
    ("story", "The story", "article", "The claims of July 2022, each with its number and its rows."),
    ("recognition", "Recognition", "flag", "Who recognises which contested state, government or claim, since when."),
    ("ties", "Severed ties", "link_off", "Diplomatic relations broken, suspended or lowered, and who broke them."),
    ("council", "Security Council", "gavel", "Vetoes by member and topic, adoption, and the file on North Korea."),
    ("missiles", "Missiles", "rocket_launch", "North Korean and other launches, one row per missile."),
    (
        "alignment",
        "Alignment",
        "diversity_3",
        "Who votes with whom, by measure and session; blocs, lonely votes, one roll call.",
    ),
    ("sanctions", "Sanctions", "block", "Measures in force, by whom, on what basis; suspensions and expulsions."),
    ("trust", "Trust", "verified", "How fresh and how firm each table is, where sources differ, what was corrected."),
    ("data", "Data and methods", "database", "Every table with source, terms and coverage; every query with its SQL."),
)


def main() -> None:
    """Show the page that the address names."""
    st.set_page_config(page_title="Cordon", page_icon=str(STATIC / "icon.png"), layout="wide")
    st.logo(STATIC / "logo.svg", size="large")
    pages = [
        st.Page(
            PAGES / f"{name}.py",
            title=title,
            icon=f":material/{icon}:",
            url_path="" if number == 0 else name,
            default=number == 0,
            help=told,
        )
        for number, (name, title, icon, told) in enumerate(ENTRIES)
        if (PAGES / f"{name}.py").is_file()
    ]
    page = st.navigation(pages, position="top")
    with st.container(horizontal_alignment="center"), st.container(width=1120):
        page.run()


main()
