"""The choices over which the isolation index is uncertain, drawn from a fixed seed."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

DRAWS = 1000
SEED = 20250630
DIMENSIONS = ("recognition", "ties", "alignment", "sanctions", "exclusion")
WEIGHT_RANGE = (0.75, 1.25)
CHOICES: Mapping[str, Sequence[object]] = {
    "scaling": ("goalposts", "extremes", "ranks"),
    "geometric": (False, True),
    "votes": ("agree", "kappa", "ideal_points"),
    "absence": ("pairwise", "abstain"),
    "senders": ("gdp", "count"),
    "mandates": (True, False),
    "unchecked": (True, False),
    "left_out": (None, *DIMENSIONS),
}
SWITCHES = ("geometric", "mandates", "unchecked")


def choose_from_uniform(uniform: np.ndarray) -> pd.DataFrame:
    """Return one row of choices per row of numbers between 0 and 1: five weights, then the switches in order."""
    low, high = WEIGHT_RANGE
    drawn: dict[str, object] = {
        name: np.round(low + (high - low) * uniform[:, place], 6) for place, name in enumerate(DIMENSIONS)
    }
    for place, (name, options) in enumerate(CHOICES.items(), start=len(DIMENSIONS)):
        picks = np.minimum((uniform[:, place] * len(options)).astype(int), len(options) - 1)
        drawn[name] = [options[pick] for pick in picks]
    return pd.DataFrame(drawn)


def draw_choices() -> pd.DataFrame:
    """Return the seeded draws, numbered from 1, as data/isolation_draws.csv holds them."""
    uniform = np.random.default_rng(SEED).random((DRAWS, len(DIMENSIONS) + len(CHOICES)))
    drawn = choose_from_uniform(uniform)
    drawn.insert(0, "draw", range(1, DRAWS + 1))
    return drawn
