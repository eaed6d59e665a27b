"""How far to trust it: how fresh and firm each table is, where others differ, corrections, what versions changed."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.charts.evidence import GRADES, plot_evidence
from analytics.charts.words import first, plain, say_column, say_table
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.catalogue import published, read, show_frame, show_words
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_option
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.page import open_page
from analytics.database.open import data_version

LEDE = (
    "Facts in this field are contested and age by the day. This page tells how fresh each table is, what its rows rest "
    "on, how our figures compare with those that others publish, where sources differ, what we corrected, and what "
    "each version of the data changed."
)
MOSTLY = 0.5
SAID = ("column_name", "topic")
SINCE = {"all": "All rows", "2014-01-01": "Since 2014"}
CORRECTIONS = (
    "select table_name, column_name, old_value, new_value, reason, s.title as source, row_key "
    "from corrections join sources as s using (source_id) order by correction_id"
)
DISAGREEMENTS = (
    "select table_name, topic, value_used, value_other, u.title as we_follow, o.title as differs, note, row_key "
    "from disagreements as d join sources as u on u.source_id = d.source_used "
    "join sources as o on o.source_id = d.source_other order by disagreement_id"
)
DROPPED = (
    "select table_name, reason, count(*) as rows, min(row_key) as example from dropped "
    "group by table_name, reason order by rows desc, table_name, reason"
)


def show_freshness() -> None:
    show_section("How fresh", anchor="freshness")
    result = ask("freshness", on=date.today())
    paces = result.frame["pace"].value_counts()
    show_figure(
        None,
        result,
        key="freshness",
        title=f"{paces.get('behind', 0)} of {len(result.frame)} parts are behind the pace their sources keep",
        subtitle="Days behind are those since the end of coverage, beyond one expected interval, as of today.",
        alt="Tables with their last event, end of coverage and days behind",
    )


def show_evidence() -> None:
    show_section("How firm", anchor="evidence")
    st.markdown("The grade of a row says what stands behind it, not how likely it is.")
    st.markdown("\n".join(f"- **{grade}** {meaning}" for grade, meaning in GRADES.items()))
    since = choose_option("rows", "Rows", SINCE, "all")
    result = ask("evidence_mix", from_=None if since == "all" else since)
    frame = result.frame
    unchecked = frame[frame["evidence"] == "D"]
    mostly = " and ".join(map(say_table, unchecked.loc[unchecked["share"] > MOSTLY, "table_name"]))
    show_figure(
        plot_evidence(frame),
        result,
        key="evidence",
        title=f"{unchecked['rows'].sum():,} rows are not yet checked against a document"
        + (f": more than half of {mostly}" if mostly else ""),
        subtitle=f"Share of each table's rows by evidence grade. {SINCE[since]}.",
        alt="Shares of evidence grades by table",
    )


def show_totals(version: str) -> None:
    frame = published(version)
    show_section("Our figures beside published ones", anchor="totals")
    differing = frame[frame["difference"] != 0]
    st.markdown(
        f"{len(frame)} published figures, each asked of the query that gives ours: **{len(frame) - len(differing)} "
        f"agree, {len(differing)} differ**, each with the reason, or with what is still open about it."
    )
    st.markdown("**Where they differ**")
    for subject, figures in differing.groupby("topic"):
        with st.expander(f"{plain(str(subject))}: {len(figures)}"):
            show_words(figures[["figure", "ours", "published", "why", "citation"]], f"{subject}: figures that differ")
    topic = choose_option("topic", "All figures of a topic", topics(frame), "all")
    st.markdown("**All of them**")
    show_frame(frame if topic == "all" else frame[frame["topic"] == topic], "totals", "Published figures and ours")


def topics(frame: pd.DataFrame) -> dict[str, str]:
    return {"all": "All"} | {topic: topic for topic in sorted(frame["topic"].unique())}


def show_differences(version: str) -> None:
    for anchor, heading, said, statement in (
        ("disagreements", "Where sources differ", "Both values, the one we follow, and why.", DISAGREEMENTS),
        ("corrections", "What we corrected", "Each is applied only while the source still has the value.", CORRECTIONS),
        ("dropped", "What we left out", "Source rows that did not become rows of ours.", DROPPED),
    ):
        frame = in_words(read(statement, version))
        show_section(heading, anchor=anchor)
        st.markdown(f"{len(frame)} rows. {said}")
        show_frame(frame, anchor, f"{heading}: {len(frame)} rows")


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the names of tables and columns as words."""
    tables = {"table_name": [first(say_table(table)) for table in frame["table_name"]]}
    columns = {name: frame[name].map(lambda told: say_column(told, {})) for name in SAID if name in frame}
    return frame.assign(**tables, **columns)


def show_changes() -> None:
    show_section("What each version changed", anchor="changes")
    result = ask("changes_since")
    versions = result.frame.drop_duplicates("number")
    show_figure(
        None,
        result,
        key="changes",
        title=f"{len(versions)} version{'s' if len(versions) > 1 else ''} of the data recorded",
        subtitle="Rows added, changed and removed by table, newest version first; + added, ~ changed, - removed.",
        alt="Versions of the data with the rows that each added, changed and removed by table",
    )


with open_page("How far to trust it", LEDE):
    current = data_version()
    show_freshness()
    show_evidence()
    show_totals(current)
    show_differences(current)
    show_changes()
