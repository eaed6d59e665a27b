"""What publishers of facts print, in their own forms: weights, voting records, launches."""

import json
from pathlib import Path

import pandas as pd

from analytics.sources.upstreams import Refreshed, find_upstream, refresh
from tests.unit.upstream import HASTE, Publisher, world_bank

GDP, PEOPLE = "NY.GDP.MKTP.CD", "SP.POP.TOTL"
GA_HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
LINK = "https://digitallibrary.un.org/record/4090000"


def vote(code: str, letter: str, date: str = "2026-03-02") -> str:
    text = "80,A/RES/80/300,,,A/80/PV.90,A text,,,,2.0,1.0,0.0,0.0,3.0"
    return f"4090000,{code},{code},{letter},{date},{text},{LINK}"


def ours(data: Path, column: str) -> dict[tuple[str, int], float | None]:
    weights = pd.read_csv(data / "weights.csv").dropna(subset=[column])
    return dict(zip(zip(weights["state"], weights["year"], strict=True), weights[column], strict=True))


def publish_weights(publisher: Publisher, data: Path, news: dict[tuple[str, int], float]) -> None:
    publisher.files["gdp.json"] = world_bank(GDP, ours(data, "gdp_usd") | news)
    publisher.files["population.json"] = world_bank(
        PEOPLE, {key: int(value) for key, value in ours(data, "population").items()}
    )


def launch(**changed: object) -> dict[str, object]:
    told = {
        "date": "2026-11-02", "time": "22:10", "series": "1", "missile": "kn-23", "facility": "pyongyang",
        "landing": "sea-of-japan", "apogee": 80, "distance": 350, "outcome": "success",
    }  # fmt: skip
    return told | changed


def publish_launches(publisher: Publisher, *launches: dict[str, object], kind: str = "SRBM") -> None:
    publisher.files["missile.en.json"] = json.dumps({"kn-23": {"name": "KN-23", "type": kind}}).encode()
    publisher.files["facility.en.json"] = json.dumps({"pyongyang": {"name": "Pyongyang"}}).encode()
    publisher.files["test.en.json"] = json.dumps({"timeBins": [{"data": list(launches)}]}).encode()


def ask(publisher: Publisher, source: str, data: Path) -> Refreshed:
    return refresh(find_upstream(source), data=data, place=publisher.address, patience=HASTE)
