"""Citations are read back by the programs they are made for."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from analytics.catalog.run import run_query
from analytics.charts.words import say
from analytics.exports.citation import Citation, cite_results, to_bibtex, to_csl_json, to_sentence
from analytics.exports.footer import reach, unchecked_behind

VERSION, DAY = "2026.09.24+1a2b3c4d", date(2026, 11, 23)
URL = "https://example.org/council?from=1946-01-01&data=2026.09.24%2B1a2b3c4d"
CHART = Citation(VERSION, DAY, "Vetoes & votes, 50% joint", URL, ("UN Digital Library", "Dag Hammarskjöld Library"))
WHOLE = Citation(VERSION, DAY)


def test_sentence_names_version_source_and_day() -> None:
    said = to_sentence(CHART)
    for part in (CHART.title, VERSION, "UN Digital Library", URL, "accessed 23 November 2026", "Cordon"):
        assert part in said
    assert "Based on" not in to_sentence(WHOLE)


def test_bibtex_is_read_back() -> None:
    (entry,) = parse_string(to_bibtex(CHART), "bibtex").entries.values()
    assert entry.fields["title"] == r"{Vetoes \& votes, 50\% joint}"
    assert entry.fields["url"] == URL
    assert entry.fields["urldate"] == "2026-11-23"
    assert VERSION in entry.fields["note"]
    assert "Dag Hammarskjöld Library" in entry.fields["note"]


def test_csl_tells_chart_from_whole() -> None:
    (chart,), (whole,) = json.loads(to_csl_json(CHART)), json.loads(to_csl_json(WHOLE))
    assert (chart["type"], whole["type"]) == ("graphic", "dataset")
    assert chart["container-title"] == whole["title"]
    assert chart["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert "URL" not in whole


@given(title=st.text(min_size=1, max_size=80).filter(str.strip))
def test_any_title_leaves_bibtex_whole(title: str) -> None:
    work = Citation(VERSION, DAY, title)
    (entry,) = parse_string(to_bibtex(work), "bibtex").entries.values()
    assert entry.fields["urldate"] == "2026-11-23"


def test_a_chart_names_each_source_once() -> None:
    result = run_query("vetoes", {"from": "2022-01-01", "to": "2022-12-31"})
    work = cite_results([result, result], title="Vetoes", accessed=DAY)
    assert work.version == result.version
    assert work.sources == tuple(result.sources["title"])


def test_a_chart_by_other_weights_or_of_fewer_facts_is_cited_as_such() -> None:
    given = {"on": "2022-07-14", "weights": "sanctions=3,ties=1"}
    result = run_query("isolation_index", given, checked=True)
    work = cite_results([result, result], title="Most isolated", accessed=DAY)
    (entry,) = parse_string(to_bibtex(work), "bibtex").entries.values()
    for text in (to_sentence(work), entry.fields["note"], json.loads(to_csl_json(work))[0]["note"]):
        assert text.count("; weights of the reader: sanctions 3, ties 1, others 0; facts graded D left out") == 1
    assert not cite_results([run_query("isolation_index", {"on": "2022-07-14"})], title="", accessed=DAY).departures


def test_a_fact_behind_several_results_of_a_chart_counts_once() -> None:
    one = run_query("isolation_lead", {"on": "2022-07-14", "state_a": "RUS", "state_b": "PRK"})
    other = run_query("isolation_gap", {"state_a": "RUS", "state_b": "PRK"})
    assert unchecked_behind([one, other]) == unchecked_behind([one]) != ""
    assert "of all states, not yet checked (D)" in unchecked_behind([one])


def test_where_tables_end_apart_the_shortest_is_named_and_how_much_further_the_rest_run() -> None:
    index = run_query("isolation_index", {"on": "2022-07-14"})
    assert reach([index]).startswith(f"data until {say(index.as_of)} (Assembly votes; the rest until ")
    assert reach([index]).endswith(" or later)")
    votes = run_query("nearest", {"state": "RUS", "session": "76"})
    assert reach([votes]) == f"data until {say(votes.as_of)}"
