"""What a briefing says is what the queries' rows say, hedged by evidence and coverage, each claim with its sources."""

from datetime import date

import pytest

from analytics.briefing import sections as catalogue
from analytics.briefing.compose import compose_briefing
from analytics.briefing.listings import list_any
from analytics.briefing.model import Briefing
from analytics.briefing.words import beyond, count, spans, spelt
from analytics.catalog.query import load_catalog
from analytics.catalog.run import run_query
from analytics.charts.words import between, dated, listed, named
from analytics.errors import CordonError
from tests.briefing.making import DAY, make, quiet

PAIR = ("RUS", "PRK")


def chapter_texts(briefing: Briefing, chapter_id: str) -> list[str]:
    """Return every sentence of a chapter."""
    parts = next(chapter.parts for chapter in briefing.chapters if chapter.id == chapter_id)
    return [claim.text for part in parts for claim in (part.headline, *part.claims)]


def test_the_isolation_sentences_hold_the_rows() -> None:
    index = run_query("isolation_index", {"on": DAY}).frame.set_index("state")
    lead = run_query("isolation_lead", {"on": DAY, "state_a": "RUS", "state_b": "PRK"}).frame.iloc[0]
    said = chapter_texts(make(*PAIR), "standing")
    assert f"{index['index']['PRK']:.0f} against {index['index']['RUS']:.0f} points of 100" in said[0]
    assert f"{lead['share_b']:.0%}" in said[0]
    assert ("too few to tell them apart" in said[0]) == (lead["leads"] == "neither")
    rank = f"Russia scored {index['index']['RUS']:.0f} of 100 on the isolation index on 14 July 2022, rank"
    assert any(text.startswith(f"{rank} {index['rank']['RUS']:.0f} of ") for text in said)


def test_of_a_pair_that_cannot_be_told_apart_the_one_with_more_points_stands_above() -> None:
    index = run_query("isolation_index", {"on": DAY}).frame.set_index("state")["index"]
    lead = run_query("isolation_lead", {"on": DAY, "state_a": "SDN", "state_b": "CAN"}).frame.iloc[0]
    assert lead["share_b"] > lead["share_a"] and index["SDN"] > index["CAN"], "the draws lean the other way"
    said = chapter_texts(make("SDN", "CAN"), "standing")[0]
    assert said.startswith("Sudan stood above Canada in isolation")
    assert f"{index['SDN']:.0f} against {index['CAN']:.0f} points" in said
    assert f"but in only {lead['share_a']:.0%} of the defensible versions" in said


def test_a_state_stands_beside_itself_a_year_before() -> None:
    row = run_query("isolation_movers", {"from": "2021-07-14", "to": DAY}).frame.set_index("state").loc["RUS"]
    said = chapter_texts(make("RUS"), "standing")
    told = next(text for text in said if text.startswith("A year before, on 14 July 2021, Russia scored"))
    assert f"scored {row['index_from']:.0f};" in told
    assert f"ties {row['ties']:+.1f}" in told


def test_without_an_index_no_dimension_carries_the_weight_of_others() -> None:
    said = chapter_texts(make("RUS", on=date(2026, 9, 24)), "standing")
    assert "no isolation index" in said[0]
    assert not any("carry the weight" in text for text in said)
    assert any(text.startswith("Not observed – ") and "(covered until 30 June 2026)" in text for text in said)


def test_of_a_pair_without_an_index_it_is_said_once_and_until_when_the_data_reach() -> None:
    chapter = next(one for one in make(*PAIR, on=date(2026, 9, 24)).chapters if one.id == "standing")
    (part,) = chapter.parts
    neither = "Neither Russia nor North Korea has an isolation index for 24 September 2026: too little is observed."
    assert part.headline.text == neither
    (missing,) = part.claims
    assert missing.text.startswith("Not observed – ") and "sanctions (covered until 30 June 2026)" in missing.text
    assert part.brief == part.claims, "a slide says it too"


def test_recognition_is_counted_as_the_query_counts_it() -> None:
    totals = run_query("recognition_totals", {"on": DAY}).frame.set_index("entity")
    kosovo, donetsk = totals.loc["XKX"], totals.loc["XDN"]
    said = chapter_texts(make("XKX"), "recognition")
    recognisers = between(kosovo["recognisers"] - kosovo["uncertain"], kosovo["recognisers"])
    assert said[0].startswith(f"Kosovo was recognised by {recognisers} of {kosovo['un_members']} UN members")
    weakest = f"were each recognised by {donetsk['recognisers']} of {donetsk['un_members']} UN members."
    assert any(text.endswith(weakest) and "Donetsk" in text for text in chapter_texts(make(*PAIR), "recognition"))


def test_sanctions_and_exclusions_hold_the_rows() -> None:
    senders = run_query("sanction_senders", {"on": DAY}).frame.set_index("target").loc["RUS"]
    bodies, others = (run_query("exclusions_in_force", {"on": DAY, "state": state}).frame for state in PAIR)
    said = chapter_texts(make(*PAIR), "sanctions")
    assert said[0].startswith(f"{senders['senders']} states, which produce {senders['gdp_share']:.0%} of world GDP,")
    excluded = chapter_texts(make(*PAIR), "exclusions")
    assert excluded[0].startswith(f"Russia was shut out of {len(bodies)} recorded bodies on 14 July 2022.")
    assert (bodies["in_index"].all(), others["in_index"].sum()) == (True, len(others) - 1)
    assert (
        "One of the three bodies that shut out North Korea is a black list, which the index does not count." in excluded
    )
    before = run_query("exclusions_in_force", {"on": "2021-07-14", "state": "RUS"}).frame["organisation"].nunique()
    assert f"A year before, on 14 July 2021, Russia was shut out of {spelt(before)} bodies." in excluded
    sent = run_query("sanction_senders", {"on": "2021-07-14"}).frame.set_index("target")["senders"]["RUS"]
    assert f"A year before, on 14 July 2021, {sent} states had sanctions in force against Russia." in said
    weak = sum((rows["evidence"] == "D").sum() for rows in (bodies, others))
    assert 0 < weak < len(bodies) + len(others)
    assert any(f"of the {len(bodies) + len(others)} steps in force have not been checked" in text for text in excluded)


def test_votes_vetoes_and_launches_hold_the_rows() -> None:
    nearest = run_query("nearest", {"state": "RUS", "session": 75}).frame
    firm = nearest[~nearest["few"]]
    vetoes = run_query("veto_totals", {"from": "1946-01-01", "to": DAY}).frame.set_index("member")
    launched = run_query("launches_to_date", {"on": DAY}).frame.set_index("year").loc[2022]
    assert f"In the 75th session {firm.iloc[0]['state_name']} voted most like Russia" in " ".join(
        chapter_texts(make(*PAIR), "votes")
    )
    assert chapter_texts(make(*PAIR), "council")[0].startswith(
        f"Russia had vetoed {vetoes['drafts_vetoed']['RUS']} drafts"
    )
    counted = f"{launched['missiles']} missiles on {launched['launch_days']} days"
    said = f"North Korea had launched {counted} of 2022 by 14 July."
    assert chapter_texts(make(*PAIR), "missiles")[0] == said


@pytest.mark.parametrize(("state", "compare"), [PAIR, ("TUV", None), ("BTN", None), ("USA", None), ("XKX", "SRB")])
def test_every_claim_is_a_sentence_with_sources_that_stand_in_the_list(state: str, compare: str | None) -> None:
    briefing = make(state, compare)
    numbers = [source.number for source in briefing.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    for part in briefing.parts:
        for claim in (part.headline, *part.claims, *part.brief):
            assert claim.sources and set(claim.sources) <= set(numbers), claim.text
            assert claim.text[0].isupper() or claim.text[0].isdigit(), claim.text
            assert claim.text.endswith("."), claim.text
            assert "_" not in claim.text and "nan" not in claim.text.split() and "None" not in claim.text, claim.text
        assert part.methods and {method.query_id for method in part.methods} <= set(load_catalog())
    assert briefing.faults == ()


def test_what_does_not_apply_is_said_with_its_reason() -> None:
    left = dict(make("XWM").left_out)
    assert {chapter.id for chapter in make("XWM").chapters} == {"recognition"}
    assert "is held as a claim or a government" in left["Sanctions"]
    assert dict(make("XKX").left_out)["Votes"] == "Kosovo has no votes to compare: not a member of the United Nations."
    assert "Missiles" in dict(make("TUV").left_out)
    assert "Missiles" not in dict(make(*PAIR).left_out)


def test_silence_is_told_as_silence() -> None:
    said = " ".join(chapter_texts(make("TUV"), "ties") + chapter_texts(make("TUV"), "sanctions"))
    assert "No severed or suspended relations of Tuvalu are recorded" in said
    assert "No state is recorded as having sanctions in force against Tuvalu" in said


def test_a_day_after_the_end_of_a_table_says_so() -> None:
    late = make("IRN", None, date(2026, 11, 1))
    launches = run_query("freshness", {"on": "2026-11-01"}).frame
    ends = launches[(launches["table_name"] == "missile_launches") & (launches["part"] == "IRN")]["ends_on"].iloc[0]
    said = chapter_texts(late, "missiles")
    assert said[0] == f"The record of launches by Iran ends on {ends:%-d %B %Y} and does not reach 1 November 2026."
    assert any("runs to" in text and "silence says nothing" in text for text in chapter_texts(late, "sanctions"))


def test_checked_leaves_out_what_nobody_checked() -> None:
    every = make("RUS")
    checked = compose_briefing(state="RUS", on=DAY, sections=["exclusions"], checked=True, report=quiet)
    left = run_query("exclusions_in_force", {"on": DAY, "state": "RUS"}, checked=True).table.num_rows
    assert "14 recorded bodies" in chapter_texts(every, "exclusions")[0]
    assert left < 14
    assert f"{left} recorded bodies" in chapter_texts(checked, "exclusions")[0]


def test_chosen_charts_alone_make_a_briefing_in_their_order() -> None:
    charts = [
        ("council-totals", {"from": "1946-01-01", "to": "2022-07-14"}),
        ("recognition-map", {"entity": "XKX", "on": "2022-07-14"}),
        ("sanctions-list", {"on": "2022-07-14", "target": "PRK"}),
    ]
    briefing = compose_briefing(state=None, on=DAY, charts=charts, report=quiet)
    assert [part.chart_id for part in briefing.parts] == ["council-totals", "recognition-map", None]
    assert briefing.parts[1].drawing and briefing.parts[1].headline.text == briefing.parts[1].drawing.title
    assert briefing.parts[2].listing and briefing.parts[2].listing.total == 15
    assert briefing.parts[1].link.endswith("/recognition?entity=XKX&on=2022-07-14")


def test_a_section_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[object]:
        raise ZeroDivisionError("by nought")

    broken = [
        catalogue.Section(
            one.id, one.title, one.about, fail if one.id == "votes" else one.compose, one.lacks, one.usual
        )
        for one in catalogue.SECTIONS
    ]
    monkeypatch.setattr(catalogue, "SECTIONS", tuple(broken))
    briefing = compose_briefing(
        state="PRK", on=DAY, sections=["votes", "missiles"], charts=[("no-chart", {})], report=quiet
    )
    assert [chapter.id for chapter in briefing.chapters] == ["missiles"]
    assert [fault.what for fault in briefing.faults] == [
        "The section “Votes” could not be made",
        "The chart no-chart could not be made",
    ]
    assert "by nought" in briefing.faults[0].why


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"state": "Atlantis"}, "unknown state or contested entity 'Atlantis'"),
        ({"state": "Kosvo"}, "Nearest: XKX"),
        ({"state": "RUS", "compare": "Russia"}, "compared with itself"),
        ({"state": None, "compare": "RUS"}, "nothing to be compared with"),
        ({"state": "RUS", "sections": ["sanction"]}, "Nearest: sanctions"),
        ({"state": None}, "Choose a state or a chart"),
        ({"state": "TUV", "sections": ["missiles"]}, "Missiles does not apply: The data hold launches of India"),
    ],
)
def test_nonsense_is_told_in_one_line(asked: dict[str, object], said: str) -> None:
    with pytest.raises(CordonError, match=said):
        compose_briefing(on=DAY, report=quiet, **asked)  # type: ignore[arg-type]


def test_words() -> None:
    assert spans((3, 1, 2, 7, 9, 8)) == "1–3, 7–9"
    assert (
        count(0, "state") == "no states"
        and count(1, "state") == "one state"
        and count(12, "body", "bodies") == "12 bodies"
    )
    assert named("United States") == "the United States" and named("Chad") == "Chad"
    assert listed(list("abcdefgh"), most=2) == "a, b and 6 more"
    assert dated(date(2022, 7, 1), "month") == "July 2022" and dated(None) == ""
    assert beyond(date(2022, 1, 1), DAY, "x") and not beyond(DAY, DAY, "x")


def test_rows_of_any_query_are_written_for_people() -> None:
    listing = list_any(run_query("exclusions_in_force", {"on": DAY, "state": "RUS"}), "Bodies")
    assert listing and listing.total == 14 and len(listing.rows) == 12
    assert not any("_" in cell for row in listing.rows for cell in row)
