"""What the story's own charts ask, and the words over them."""

from datetime import date

from analytics.catalog.names import state_names
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.claims import plot_standing
from analytics.charts.words import called, say

THINGS = {
    "broken_relations": "relations broken by either side",
    "sanctioning_states": "sanctioning states",
    "exclusions": "exclusions",
}


@chart("story-standing", query_id="standing_gap", about="Two states' standing side by side, count by count.")
def draw_standing(ask: Ask, *, on: date, state_a: str = "RUS", state_b: str = "PRK") -> Drawing:
    """Draw counts of what others do to two states."""
    result = ask("standing_gap", on=on, state_a=state_a, state_b=state_b)
    names, frame = state_names(), result.frame
    counts = {row["thing"]: f"{row['count_a']} to {row['count_b']}" for row in frame.to_dict("records")}
    told = ", ".join(f"{name} {counts[thing]}" for thing, name in THINGS.items() if thing in counts)
    return Drawing(
        plot_standing(frame, state_a, state_b, names),
        (result,),
        f"{called(state_a)} and {called(state_b)}: {told}",
        f"Counts on {say(on)}: relations severed or suspended by either side, sanctions and exclusions by others",
        "Counts of relations broken by either side, sanctioning states and exclusions for "
        f"{called(state_a)} and {called(state_b)}.",
    )


@chart("story-claims", query_id="claims", about="The claims of July 2022 with verdict and number, as a table.")
def draw_claims(ask: Ask, *, on: date) -> Drawing:
    """Return the table of claims."""
    return Drawing(
        None, (ask("claims", on=on),), "All claims with their numbers", say(on), "Claims with their numbers."
    )
