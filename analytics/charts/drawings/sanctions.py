"""What the charts of sanctions and exclusions ask, and the words over them."""

from datetime import date

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE
from analytics.charts.sanctions import (
    TARGETS_SHOWN,
    plot_exclusions,
    plot_programmes,
    plot_senders,
    plot_targets,
    tell_product,
)
from analytics.charts.words import called, how_sure, many, say


@chart("sanctions-targets", query_id="sanction_senders", about="The states that most states sanction on a day.")
def draw_targets(ask: Ask, *, on: date) -> Drawing:
    """Draw the most sanctioned states of a day."""
    result = ask("sanction_senders", on=on)
    frame = result.frame
    title = f"No sanctions are recorded for {say(on)}"
    if len(frame):
        top = frame.iloc[0]
        title = (
            f"{many(top['senders'], 'state')}{tell_product(top['gdp_share'], ', with ', ',')} sanctioned "
            f"{top['target_name']} on {say(on)}"
        )
    return Drawing(
        plot_targets(frame) if len(frame) else None,
        (result,),
        title,
        f"States with measures in force, those of the European Union counted for each member; the {TARGETS_SHOWN} most "
        f"sanctioned of {len(frame)}. Measures that only carry out the UN's are left out",
        f"Stacked bars of senders per sanctioned state. {title}.",
    )


@chart("sanctions-senders", query_id="sanctioning_states", about="Who sanctions a state on a day, on a map.")
def draw_senders(ask: Ask, *, target: str, on: date) -> Drawing:
    """Draw the senders against one state."""
    result = ask("sanctioning_states", on=on, target=target)
    frame, name = result.frame, called(target)
    own = int(frame["own"].sum()) if len(frame) else 0
    title = f"No state is recorded as sanctioning {name} on {say(on)}"
    if len(frame):
        title = f"{many(len(frame), 'state')} sanctioned {name} on {say(on)}, {own} of them with measures of their own"
    return Drawing(
        plot_senders(frame) if len(frame) else None,
        (result,),
        title,
        f"Members of the European Union are bound by its measures. {BOUNDARY_NOTE}",
        f"World map of senders. {title}.",
    )


@chart(
    "sanctions-programmes", query_id="sanctions_of_state", about="Sanctions against a state, programme by programme."
)
def draw_programmes(ask: Ask, *, target: str) -> Drawing:
    """Draw the programmes against one state over time."""
    result = ask("sanctions_of_state", target=target)
    frame, name = result.frame, called(target)
    title = f"No sanctions against {name} are recorded"
    if len(frame):
        senders = many(frame["sender"].nunique(), "sender")
        title = f"{many(len(frame), 'programme')} against {name} by {senders} since {frame['since'].min().year}"
    return Drawing(
        plot_programmes(frame) if len(frame) else None,
        (result,),
        title,
        "One lane per sender, one bar per programme from first to last day; a diamond where the end is not known",
        f"Timeline of programmes. {title}.",
    )


@chart("sanctions-list", query_id="sanctions_in_force", about="The measures in force on a day, row by row.")
def draw_list(ask: Ask, *, on: date, target: str | None = None) -> Drawing:
    """List the measures in force."""
    result = ask("sanctions_in_force", on=on, target=target)
    against = f" against {called(target)}" if target else ""
    frame = result.frame
    sure = int(frame["certain"].sum()) if len(frame) else 0
    title = f"{many(len(frame), 'programme')} in force{against} on {say(on)}{how_sure(len(frame), sure)}"
    return Drawing(
        None,
        (result,),
        title,
        "Uncertain: the end is not known, not confirmed or suspended, or the day lies after the table's end",
        f"Table of programmes. {title}.",
    )


@chart("sanctions-exclusions", query_id="exclusions_in_force", about="States shut out of organisations on a day.")
def draw_exclusions(ask: Ask, *, on: date, target: str | None = None) -> Drawing:
    """Draw the states shut out of most bodies, one of them in the accent colour."""
    result = ask("exclusions_in_force", on=on)
    frame = result.frame
    title = f"No suspension or expulsion is recorded for {say(on)}"
    if len(frame):
        counts = frame.groupby("state_name")["organisation"].nunique()
        alone = (counts == counts.max()).sum() == 1
        title = (
            f"{counts.idxmax()} was shut out of {many(int(counts.max()), 'body', 'bodies')} on {say(on)}, "
            f"{'more than any other state' if alone else 'as were others'}"
        )
    return Drawing(
        plot_exclusions(frame, target) if len(frame) else None,
        (result,),
        title,
        "Suspensions, expulsions and bans in force against the state's will; a selection of bodies, not a census",
        f"Bars of bodies per state. {title}.",
    )


@chart("sanctions-bodies", query_id="exclusions_in_force", about="The bodies that shut out one state on a day.")
def draw_bodies(ask: Ask, *, on: date, state: str) -> Drawing:
    """List the bodies that shut out a state."""
    result = ask("exclusions_in_force", on=on, state=state)
    bodies = result.frame["organisation"].nunique() if result.table.num_rows else 0
    title = f"{called(state)} was shut out of {many(bodies, 'recorded body', 'recorded bodies')}"
    return Drawing(
        None,
        (result,),
        title,
        f"Suspensions, expulsions and bans in force on {say(on)}",
        f"Table of bodies. {title}.",
    )
