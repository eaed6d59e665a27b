"""Where a figure departs from what is published, in words: a reader's own weights, facts left out."""

from collections import Counter
from collections.abc import Sequence

from analytics.catalog.run import Result
from analytics.charts.isolation import DIMENSIONS

LEFT_OUT = "facts graded D left out"
WEIGHTS = "weights"


def tell_departures(results: Sequence[Result]) -> tuple[str, ...]:
    """Return what sets some results apart from those published, for whoever quotes them; nothing where nothing does."""
    told = [tell_weights(result.parameters.get(WEIGHTS)) for result in results]
    told.append(LEFT_OUT if results[0].checked else "")
    return tuple(dict.fromkeys(part for part in told if part))


def tell_weights(written: object) -> str:
    """Return weights as a query of the index takes them in words, such as `weights of the reader: ties 3, others 1`.

    Those that are all equal are the published ones, whatever their size, and not worth a word.
    """
    weights = read_weights(str(written)) if written else {}
    if len(set(weights.values())) < 2:
        return ""
    # Of weights that as many have, the least is that of the others.
    common, times = min(Counter(weights.values()).items(), key=lambda item: (-item[1], item[0]))
    named = {name: weight for name, weight in weights.items() if weight != common or times == 1}
    most_first = sorted(named.items(), key=lambda item: -item[1])
    told = [f"{DIMENSIONS[name][0].lower()} {weight:g}" for name, weight in most_first]
    return f"weights of the reader: {', '.join([*told, f'others {common:g}'] if times > 1 else told)}"


def read_weights(written: str) -> dict[str, float]:
    """Return the weight of each dimension; the query has refused what cannot be read."""
    pairs = (part.split("=") for part in written.split(","))
    given = {name.strip(): float(weight) for name, weight, *_ in pairs}
    return {name: given.get(name, 0.0) for name in DIMENSIONS}
