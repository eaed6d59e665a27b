"""How isolation is measured: definition, data, formulas, missing data, uncertainty, validity, weaknesses."""

from datetime import date

import streamlit as st

from analytics.catalog.query import find_query
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.words import called_within, listed, many, named, plain, say
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart, show_figure
from analytics.dashboard.components.filters import choose_day, choose_state, filter_row
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.names import rows
from analytics.dashboard.components.page import open_page

FIRST_DAY = date(1991, 1, 1)
TABLES = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
# One a line: a wide one would scroll on a phone.
FORMULAS = (
    r"x_{\text{recognition}}=1-\frac{r}{n}\;\text{ or }\;\frac{u}{n}",
    r"x_{\text{ties}}=\frac{\sum v}{V\,n}",
    r"x_{\text{votes}}=1-\overline{A}",
    r"x_{\text{sanctions}}=\frac{\sum_{S} g}{\sum_{M} g}",
    r"x_{\text{exclusion}}=b",
)
COUNTED = (
    "Where\n"
    "- x is the raw value of a state in a dimension, and n the number of members M on the day without the state "
    "itself.\n"
    "- r of them recognise a contested state; u do not recognise another state, or recognise a rival government.\n"
    "- v is the severity of a member's gravest step in force ({severities}), V the greatest.\n"
    "- A is the agreement (Voeten) with each member in the last complete session over roll calls that were not "
    "unanimous; absent left out, and pairs with fewer than 10 joint votes. A member with fewer than half as many such "
    "pairs as the best compared has none.\n"
    "- g is a member's GDP in current US dollars, the latest figure of the day's year or the five before it, so that a "
    "day early in a year is weighed with what was published later; S are the members whose sanctions are in force. "
    "Under a mandate of the Security Council on the country, beyond arms, the value is 1.\n"
    "- b is the number of bodies that have suspended, expelled or barred the state and are not known to have let it "
    "back. From {bodies:.0f} on the score is full."
)
SCORED = (
    "Where\n"
    "- s is the score of a dimension k; L and U are the goalposts of its raw value x, at which it scores 0 and 100.\n"
    "- w is the weight of a dimension; sums and product run over the dimensions observed.\n"
    "- I is the index. Contributions are the terms of its sum, so they add up to it.\n"
    "- I with geo below it is the geometric alternative, which stands beside the index in every answer: it lets one "
    "dimension at its height weigh more."
)
WHICH_COUNT = (
    "- A step counts from its first day to its last; one dated only to a month or year is taken to begin, or end, on "
    "the last day of it.\n"
    "- Recognition: the latest position of each member. A withdrawal that the state denies leaves it recognising; an "
    "undated position counts from the declaration. Contested states whose contest was settled have no such value.\n"
    "- Ties: steps whose end was never tracked, or whose restoration is undated, do not count, nor do switches between "
    "Beijing and Taipei.\n"
    "- Sanctions: each state with a programme of its own, and the members of the European Union for the Union's"
    "{bound}. Not programmes that only carry out the United Nations', that aim at "
    "non-state groups or former rulers, or that have outlasted what their source tells. Of other organisations "
    "({others}) no member is a sender: which members applied their decisions is in no table.\n"
    "- A mandate is the Security Council's, on the country as a whole, with measures on trade, finance or a sector. "
    "Where its scope changed and no day of the change is held ({changed}), only a part with days of its own is one.\n"
    "- Exclusion: suspended, expelled or barred, as long as it is not known to have ended. Withdrawals, grey lists and "
    "the lists of the Financial Action Task Force do not count."
)
WEAKNESSES = (
    "Ties and exclusions are compiled, not counted by anyone officially; silence in them is no proof. The page "
    "[How far to trust it](trust#evidence) tells how many rows nobody has checked, and the switch above leaves "
    "them out.",
    "Exclusion is a count of bodies and not a share of those a state would belong to: no complete table of memberships "
    "is held. The score is full from {bodies:.0f} bodies on: more exclusions add nothing. A contested state that no "
    "body ever admitted has 0, since none could shut it out.",
    "Sanctions count whether a sender has measures in force, not how hard they bite. A programme that was "
    "eased counts in full; one whose end is not known counts for as long as its source tells of it.",
    "Votes are those of the last complete session, and move with the agenda as much as with the state.",
    "Recognition says little of most states, to whom nobody denies it; equal weight is a convention.",
    "Trade, travel, finance, aid and diplomacy below the rank of an embassy are not in it.",
)
NOT_FOR = (
    "It does not say whether isolation is deserved, lasting or effective, nor that a state suffers from it.",
    "It does not rank neighbours: where intervals overlap, ranks are not to be told apart.",
    "Do not regress it on its own components; its dimensions are better variables than their sum.",
    "It makes no forecast; the range on the page Two states is a look at the past.",
)


def list_dimensions() -> None:
    """Show the dimensions with what they measure, as the data file holds them."""
    for position, name, told, weight in rows(
        "select position, name, told, weight from isolation_dimensions order by position"
    ):
        st.markdown(f"{position}. **{plain(name)}** (weight {weight:g}): {plain(told[0].lower() + told[1:])}.")


def show_raw_values() -> None:
    """Show how each raw value is counted, severities and the least joint votes as the data and the SQL hold them."""
    severities = rows(
        "select string_agg(kind, ', ' order by position), severity from ("
        "select kind, position, tie_severity(kind) as severity from ("
        "select unnest(enum_range(null::tie_kind)) as kind, unnest(range(len(enum_range(null::tie_kind)))) as position"
        ")) group by severity order by severity desc"
    )
    told = "; ".join(f"{plain(kinds.replace('_', ' '))} {severity}" for kinds, severity in severities)
    for formula in FORMULAS:
        st.latex(formula)
    st.markdown(COUNTED.format(severities=told, bodies=bodies_that_fill()))


def bodies_that_fill() -> float:
    """Return from how many bodies on the score of exclusion is full."""
    ((bodies,),) = rows("select upper from isolation_measures where dimension = 'exclusion' and base")
    return float(bodies)


def show_rows_that_count(state: str, day: date) -> None:
    """Say which rows of the tables count, and list those behind one state's values on one day."""
    ((others, changed),) = rows(
        "select string_agg(distinct o.name, ', ' order by o.name) filter (x.sender not in ('EU', 'UN')), "
        "string_agg(distinct s.name, ', ' order by s.name) filter (x.sender = 'UN' and contains(x.scope, ' then ')) "
        "from sanctions as x join organisations as o on o.organisation = x.sender "
        "join states as s on s.state = x.target"
    )
    st.markdown(WHICH_COUNT.format(others=plain(others), changed=plain(changed), bound=plain(tell_bound())))
    result = ask("isolation_rows", on=day, state=state)
    counted = result.frame[result.frame["counts"].astype(bool)]
    parts = [f"{len(part)} of {plain(str(name))}" for name, part in counted.groupby("dimension", sort=False)]
    verb = "counts" if len(counted) == 1 else "count"
    told = f"{many(len(counted), 'row')} {verb} for {called_within(state, day, day)} on {say(day)}"
    beside = len(result.frame) - len(counted)
    others = f", {beside} of which {'does' if beside == 1 else 'do'} not count" if beside else ""
    show_figure(
        None,
        result,
        key="isolation-rows",
        title=f"{told}: {listed(parts)}" if parts else told,
        subtitle=f"{many(len(result.frame), 'row')} whose days cover the day{others}; for measures of the European "
        "Union each of its members has one. A state or body counts once in each dimension, with its gravest step, "
        "however many rows it has. Votes are counted apart.",
        alt="Rows behind the recognition, ties, sanctions and exclusion of a state on a day",
    )


def tell_bound() -> str:
    """Return which states the measures of the European Union bound after they had left it, and until when."""
    left = rows(
        "select s.name, m.bound_until from organisation_members as m join states as s on s.state = m.state "
        "where m.bound_until is not null order by m.bound_until"
    )
    return "".join(f", and {named(name)}, which left it, before {say(until)}" for name, until in left)


def tell_uncertainty() -> None:
    """Say what the versions of the index are made of, in the numbers of the data file."""
    sure = find_query("isolation_lead").params["sure"].default
    ((draws, low, high),) = rows(
        "select count(*), min(least(recognition, ties, alignment, sanctions, exclusion)), "
        "max(greatest(recognition, ties, alignment, sanctions, exclusion)) from isolation_draws"
    )
    st.markdown(
        f"The versions of the index are {draws:,} draws from a fixed seed, each of which settles anew every choice"
        f" that could be defended otherwise: weights between {low:.2f} and {high:.2f} of those published; scores "
        "by goalposts, by the extremes of the base period or by percentile rank; arithmetic or geometric mean; "
        "agreement, kappa or distance of ideal points, which are smoothed over sessions and so know a little of "
        "later votes; absence left out or read as abstaining, but for ideal points; senders by GDP or by number; "
        "mandates of the Security Council in or out; rows nobody checked in or out; one dimension left out, or "
        "none. The range is the 5th to the 95th percentile. Two states are called different only where one leads "
        f"in {sure:.0%} of the versions, both under the same choices. Errors in rows are not in it.\n\n"
        "The published index is not the middle of the versions and may lie anywhere among them: the geometric "
        "mean is the higher one wherever dimensions differ, and a dimension left out lifts or lowers what "
        "remains. The middle stands among the rows of the ranking."
    )


with open_page(
    "How isolation is measured",
    "Written for a reader who doubts it. Numbers on this page are computed from the data as they stand.",
    tables=TABLES,
):
    with filter_row():
        state = choose_state("state", "Example", "RUS")
        day = choose_day(first=FIRST_DAY, tables=TABLES)
    show_section("Definition")
    st.markdown(
        "Isolation is what others do to a state. Its own conduct, such as vetoes cast or missiles launched, is no "
        "part. Five dimensions, each from 0 (integrated) to 100 (isolated):"
    )
    list_dimensions()
    show_section("Raw values")
    show_raw_values()
    show_section("Which rows count")
    show_rows_that_count(state, day)
    show_section("Formula")
    st.latex(r"s_k = 100\,\min\!\left(\max\!\left(\frac{x_k-L_k}{U_k-L_k},0\right),1\right)")
    st.latex(r"I=\frac{\sum_k w_k s_k}{\sum_k w_k}")
    st.latex(r"I_{\text{geo}}=100-\prod_k \max(100-s_k,1)^{\,w_k/\sum_k w_k}")
    st.markdown(SCORED)
    show_section("Normalisation")
    st.markdown(
        "Natural 0 and 1 where a share has a meaning across its range; else the 5th and 95th percentile of members at "
        "the ends of the years of a base period; for what most members are spared, 0 and the 95th percentile of those "
        "that are not. Goalposts are frozen in `data/isolation_measures.csv` (OECD and JRC, Handbook on Constructing "
        "Composite Indicators, 2008)."
    )
    show_chart("method-goalposts")
    st.markdown(f"By these goalposts the members scored as follows on {say(day)}; the example is marked.")
    show_chart("isolation-dimensions", on=day, state=state)
    show_section("Missing data")
    st.markdown(
        "A dimension outside its table's coverage is left blank, with the reason, never 0. The others then carry its "
        "weight. With less than two thirds of the weight observed there is no index. Yugoslavia is not scored from 27 "
        "April 1992, when the state behind its name plate had ended, to November 2000, when the Federal Republic "
        "became a member."
    )
    show_section("Uncertainty and sensitivity")
    tell_uncertainty()
    show_chart("isolation-ranking", on=day, state=state)
    show_chart("isolation-sensitivity", state=state, on=day)
    show_section("Do the dimensions measure one thing?")
    show_chart("method-correlations", on=day)
    st.markdown(
        "The dimensions need not go together: the index sums up what is done to a state in ways that can stand for one "
        "another. Voting apart alone is no isolation, which is why parts are shown with every index."
    )
    show_section("Known cases")
    show_chart("method-cases")
    show_section("Weaknesses")
    st.markdown("\n".join(f"- {text}" for text in WEAKNESSES).format(bodies=bodies_that_fill()))
    components = ask("isolation_components", on=day, state=state).frame
    missing = components[components["missing_reason"].notna()]
    for row in missing.to_dict("records"):
        dimension = DIMENSIONS[row["dimension"]][0].lower()
        st.caption(plain(f"{row['state_name']} on {say(day)}, {dimension}: {row['missing_reason']}."))
    show_section("What it must not be used for")
    st.markdown("\n".join(f"- {text}" for text in NOT_FOR))
