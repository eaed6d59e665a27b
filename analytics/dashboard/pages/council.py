"""Security Council: vetoes by member and topic, adoption against veto, and the file on North Korea."""

from datetime import date

from analytics.charts.council import SEATS
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_code, choose_span, filter_row
from analytics.dashboard.components.names import table_ends
from analytics.dashboard.components.page import open_page

LEDE = (
    "A veto is a negative vote of a permanent member on a draft that would otherwise have been adopted. Drafts never "
    "put to the vote because a veto was certain leave no trace, and drafts that failed for lack of votes are not "
    "compiled. Other counts follow other rules: this one takes the list of the UN's Dag Hammarskjöld Library and adds "
    "the applications for membership vetoed on 13 December 1955."
)
FIRST_DAY = date(1946, 1, 1)
EVERYONE = {"all": "All permanent members"}
CHARTS = ("council-vetoes", "council-totals", "council-topics", "council-paralysis", "council-share", "council-dprk")


def choose_filters() -> tuple[date, date, str | None]:
    with filter_row():
        start, end = choose_span((FIRST_DAY, table_ends(["council_drafts"])["council_drafts"]))
        member = choose_code("member", "List vetoes of", EVERYONE | SEATS, "all")
    return start, end, None if member == "all" else member


with open_page("Security Council", LEDE, tables=["council_drafts", "veto_casts", "council_products"]):
    first, last, chosen = choose_filters()
    for chart in CHARTS:
        show_chart(chart, from_=first, to=last)
    show_chart("council-list", from_=first, to=last, member=chosen)
