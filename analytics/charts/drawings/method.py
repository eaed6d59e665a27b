"""What the page on the index's method shows: goalposts, known cases, how the dimensions hang together."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.style import ACCENT, BLUE, MUTED, sheer
from analytics.charts.words import first, many, say

# The paper shows through where there is nothing, and nowhere so little that the page's own ink would not be read.
DIVERGING = [[0, sheer(ACCENT, 0.7)], [0.5, sheer(MUTED, 0.15)], [1, sheer(BLUE, 0.7)]]


@chart("method-goalposts", query_id="isolation_goalposts", about="Measures of each dimension, with their goalposts.")
def draw_goalposts(ask: Ask) -> Drawing:
    """List the measures and their goalposts beside the values of the base period."""
    result = ask("isolation_goalposts")
    used = int(result.frame["base"].sum())
    title = f"{many(result.table.num_rows, 'measure')}, {used} of them in the index, the others in its versions"
    told = "Lower scores 0 and upper 100; frozen, so that scores of different data versions compare"
    return Drawing(None, (result,), title, told, f"Table of measures. {title}.")


@chart("method-cases", query_id="isolation_cases", about="Known cases in which isolation rose or fell.")
def draw_cases(ask: Ask) -> Drawing:
    """List the known cases with the index before and after."""
    result = ask("isolation_cases")
    covered = result.frame["holds"].dropna().astype(bool)
    held = "all" if covered.all() else f"{covered.sum()} of"
    title = f"The index moves as history did in {held} {len(covered)} known cases that it covers"
    beyond = result.table.num_rows - len(covered)
    title += f"; {beyond} more could not be scored" if beyond else ""
    told = (
        "Index on a day before the event and one after it; where it is not scored on both or does not move as "
        "expected, the reason stands beside"
    )
    return Drawing(None, (result,), title, told, f"Table of cases. {title}.")


@chart("method-correlations", query_id="isolation_correlations", about="How the dimensions hang together on a day.")
def draw_correlations(ask: Ask, *, on: date) -> Drawing:
    """Draw the correlations among the dimensions."""
    result = ask("isolation_correlations", on=on)
    known = result.frame[result.frame["correlation"].notna()] if len(result.frame) else result.frame
    title = f"No two dimensions are observed on {say(on)}"
    if len(known):
        top = known.sort_values("correlation").iloc[-1]
        pair = " and ".join(DIMENSIONS[str(top[side])][0].lower() for side in ("dimension_a", "dimension_b"))
        title = f"{first(pair)} go together most (correlation {top['correlation']:.2f})"
    return Drawing(
        plot_correlations(known) if len(known) else None,
        (result,),
        title,
        f"Pearson correlation of scores over members on {say(on)}; most members score 0 in all but votes",
        f"Heatmap of correlations. {title}.",
    )


def plot_correlations(frame: pd.DataFrame) -> go.Figure:
    """Return correlations as a symmetric heatmap with its numbers."""
    pairs = [(name, label) for name, (label, _) in DIMENSIONS.items()]
    labels = [label for _, label in pairs]
    turned = frame.rename(columns={"dimension_a": "dimension_b", "dimension_b": "dimension_a"})
    grid = pd.concat([frame, turned]).pivot_table(index="dimension_a", columns="dimension_b", values="correlation")
    grid = grid.reindex(index=list(DIMENSIONS), columns=list(DIMENSIONS))
    figure = go.Figure(
        go.Heatmap(
            x=labels,
            y=labels,
            z=grid.to_numpy(),
            zmin=-1,
            zmax=1,
            colorscale=DIVERGING,
            hovertemplate="%{y} and %{x}: %{z:.2f}<extra></extra>",
            showscale=False,
        )
    )
    # Written over the map and not by it, which would choose black or white as if every page were white.
    known = grid.reset_index().melt(id_vars="dimension_a").dropna()
    figure.add_scatter(
        x=known["dimension_b"].map(dict(pairs)),
        y=known["dimension_a"].map(dict(pairs)),
        text=[f"{value:.2f}" for value in known["value"]],
        mode="text",
        hoverinfo="skip",
    )
    figure.update_layout(height=380, showlegend=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure
