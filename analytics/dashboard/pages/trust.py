"""How far to trust it: how fresh and firm each table is, where others differ, corrections, what versions changed."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.charts.evidence import GRADES, plot_evidence
from analytics.charts.words import first, listed, many, plain, say_column, say_table
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.catalogue import published, read, show_frame, show_words
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_option
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.page import open_page
from analytics.database.open import data_version
from analytics.database.subjects import select_with_subject

LEDE = (
    "Facts in this field are contested and age by the day. This page shows how fresh each table is, what its rows rest "
    "on, how our figures compare with those that others publish, where sources differ, what we corrected, and what "
    "each version of the data changed."
)
MOSTLY = 0.5
SINCE = {"all": "All rows", "2014-01-01": "Since 2014"}
FIELDS = {"yes": "Votes in favour", "no": "Votes against", "abstain": "Abstentions", "absent": "Absences"}
CORRECTIONS = select_with_subject(
    "corrections",
    "column_name as fact, old_value, new_value, reason, table_name, "
    "(select title from sources as s where s.source_id = a.source_id) as source, row_key",
    "column_name",
)
DISAGREEMENTS = select_with_subject(
    "disagreements",
    "topic as fact, value_used, value_other, note, table_name, "
    "(select title from sources as s where s.source_id = a.source_used) as we_follow, "
    "(select title from sources as s where s.source_id = a.source_other) as differs, row_key",
    "disagreement_id",
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
        title=f"{paces.get('behind', 0)} of {len(result.frame)} tables or parts of tables are overdue",
        subtitle="Days behind: from the end of coverage to today, less the days that usually lie between two updates "
        "of the source. The longest overdue first.",
        alt="Tables with their last event, end of coverage and days behind",
    )


def show_evidence() -> None:
    show_section("How firm", anchor="evidence")
    st.markdown(
        "The grade of a row says what stands behind it, not how likely it is. The line under a figure counts its "
        "unchecked rows beside all rows of the same tables; tables without any are left out of both numbers."
    )
    st.markdown("\n".join(f"- **{grade}** {meaning}" for grade, meaning in GRADES.items()))
    since = choose_option("rows", "Rows", SINCE, "all")
    result = ask("evidence_mix", from_=None if since == "all" else since)
    frame = result.frame
    unchecked = frame[frame["evidence"] == "D"]
    most = unchecked[unchecked["share"] >= MOSTLY].sort_values("share", ascending=False)
    mostly = [f"{row.share:.0%} of {say_table(str(row.table_name))}" for row in most.itertuples()]
    show_figure(
        plot_evidence(frame),
        result,
        key="evidence",
        title=f"{unchecked['rows'].sum():,} rows are not yet checked against a document"
        + (f", among them {listed(mostly)}" if mostly else ""),
        subtitle=f"Share of each table's rows by evidence grade. {SINCE[since]}.",
        alt="Shares of evidence grades by table",
    )


def show_totals(version: str) -> None:
    frame = published(version)
    show_section("Our figures beside published ones", anchor="totals")
    differing = frame[frame["difference"] != 0]
    st.markdown(
        f"{len(frame)} published figures, each set beside our own count: **{len(frame) - len(differing)} "
        f"agree, {len(differing)} differ**, each with the reason, or with what is still open about it."
    )
    st.markdown("**Where they differ**")
    for subject, figures in differing.groupby("topic"):
        with st.expander(f"{plain(str(subject))}: {len(figures)}"):
            show_words(figures[["figure", "ours", "published", "why", "citation"]], f"{subject}: figures that differ")
    st.markdown("**All figures, those that differ first**")
    topic = choose_option("topic", "Topic", topics(frame), "all")
    frame = frame.sort_values("difference", key=lambda values: values == 0, kind="stable")
    show_frame(frame if topic == "all" else frame[frame["topic"] == topic], "totals", "Published figures and ours")


def topics(frame: pd.DataFrame) -> dict[str, str]:
    return {"all": "All topics"} | {topic: topic for topic in sorted(frame["topic"].unique())}


def show_differences(version: str) -> None:
    for anchor, heading, said, statement in (
        ("disagreements", "Where sources differ", "Both values, the one we use, and why.", DISAGREEMENTS),
        ("corrections", "What we corrected", "Each is applied only while the source still has the value.", CORRECTIONS),
    ):
        frame = in_words(read(statement, version))
        show_section(heading, anchor=anchor)
        st.markdown(f"{many(len(frame), 'row')}. {said}")
        show_frame(frame, anchor, f"{heading}: {len(frame)} rows", wrapped=True)
    frame = in_words(read(DROPPED, version))
    show_section("What we left out", anchor="dropped")
    st.markdown(f"{many(int(frame['rows'].sum()), 'source row')} left out, for {many(len(frame), 'reason')}.")
    show_frame(frame, "dropped", f"Reasons for which source rows were left out: {len(frame)}")


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the names of tables and columns as words."""
    told = {"table_name": [first(say_table(table)) for table in frame["table_name"]]}
    if "fact" in frame:
        told["fact"] = [FIELDS.get(name) or say_column(name, {}) for name in frame["fact"]]
    return frame.assign(**told)


def show_changes() -> None:
    show_section("What each version changed", anchor="changes")
    result = ask("changes_since")
    versions = result.frame.drop_duplicates("number")
    show_figure(
        None,
        result,
        key="changes",
        title=f"{many(len(versions), 'version')} of the data recorded",
        subtitle="Rows added, changed and removed by table, newest version first. A version is named by the day of its "
        "newest source, which may lie before the day it was recorded. Keys: + added, ~ changed, - removed.",
        alt="Versions of the data with the rows that each added, changed and removed by table",
    )


with open_page("How far to trust it", LEDE):
    current = data_version()
    show_freshness()
    show_evidence()
    show_totals(current)
    show_differences(current)
    show_changes()
