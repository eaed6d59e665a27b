"""Sanctions: the most sanctioned states, who sanctions one of them and since when, and who is shut out of what."""

from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, choose_state, filter_row
from analytics.dashboard.components.page import open_page

with open_page(
    "Sanctions",
    "Measures in force by sender, programme and legal basis, and suspensions from organisations. The European Union "
    "counts as its members. These tables do not say whether sanctions work.",
    tables=["sanctions", "exclusions"],
):
    with filter_row():
        target = choose_state("target", "Target", "RUS")
        day = choose_day(tables=["sanctions", "exclusions"])
    show_chart("sanctions-targets", on=day)
    show_chart("sanctions-senders", target=target, on=day)
    show_chart("sanctions-programmes", target=target, on=day)
    show_chart("sanctions-list", on=day, target=target)
    show_chart("sanctions-exclusions", on=day, target=target)
    show_chart("sanctions-bodies", on=day, state=target)
