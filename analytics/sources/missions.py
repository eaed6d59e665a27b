"""Missions by year (Diplometrics) and embassies in November 2022 (Wikidata), from source facts."""

from pathlib import Path

import pandas as pd

from analytics.sources.preparation import Dropped
from analytics.sources.strict import read_facts, translate

DIPLOMETRICS, WIKIDATA = "diplometrics-representation", "wikidata-embassies"
LABELS = {
    1.0: "ambassador",
    0.75: "charge",
    0.5: "ambassador_shared",
    0.375: "charge_shared",
    0.125: "interests_desk",
    0.1: "interests_served",
    0.0: "withdrawn",
}
FLAGS = {"": False, "sender_niger_or_nigeria": True}
TYPES = {
    "embassy": "embassy",
    "high commission": "high commission",
    "apostolic nunciature": "apostolic nunciature",
    "embassy|high commission": "embassy and high commission",
    "British High Commission": "high commission",
    "Australian High Commission": "high commission",
    "Embassy of the United States": "embassy",
}
NO_STATES = {"Ministry of Foreign Affairs", "Nordic countries"}
LOWEST_RELATIONS = 0.375


def prepare_missions(path: Path) -> pd.DataFrame:
    """Return missions by sender, host and year; raises ValueError for a level or flag without a meaning."""
    facts = pd.read_parquet(path)
    for column, known in (("lor", LABELS), ("flag", FLAGS)):
        unknown = facts[~facts[column].isin(known)]
        if len(unknown):
            raise ValueError(f"{path.name}: row {unknown.index[0]}: unknown {column} {unknown[column].iloc[0]!r}.")
    missions = pd.DataFrame(
        {
            "sender": facts["sender_iso3"],
            "host": facts["receiver_iso3"],
            "year": facts["year"].astype("int32"),
            "level": facts["lor"],
            "label": facts["lor"].map(LABELS),
            "ambiguous": facts["flag"].map(FLAGS).astype(bool),
            "source_id": DIPLOMETRICS,
        }
    )
    missions["evidence"] = missions["ambiguous"].map({True: "C", False: "B"})
    return missions.sort_values(["sender", "host", "year"], ignore_index=True)


def relations_seen(missions: pd.DataFrame, pair: set[str]) -> int | None:
    """Return the first year in which either of two states has a mission in the other."""
    both = missions["sender"].isin(pair) & missions["host"].isin(pair) & (missions["level"] >= LOWEST_RELATIONS)
    years = missions.loc[both, "year"]
    return int(years.min()) if len(years) else None


def prepare_embassies(path: Path) -> tuple[pd.DataFrame, list[Dropped]]:
    """Return embassies by operator and host, and the rows whose operator or host is no state."""
    facts = read_facts(path)
    types = translate(facts, "types", TYPES, path)
    stateless = facts["operator_iso3"].isin(NO_STATES) | facts["country_iso3"].isin(NO_STATES)
    dropped = [
        Dropped("embassies", f"{row.operator_iso3} in {row.country_iso3}", "operator or host is no single state")
        for row in facts[stateless].itertuples()
    ]
    embassies = pd.DataFrame(
        {
            "operator": facts["operator_iso3"],
            "host": facts["country_iso3"],
            "missions": facts["n"].astype(int),
            "types": types,
            "source_id": WIKIDATA,
            "evidence": "C",
        }
    )[~stateless]
    return embassies.sort_values(["operator", "host"], ignore_index=True), dropped
