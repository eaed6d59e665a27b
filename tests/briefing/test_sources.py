"""The sources of a briefing: how far each runs, and where one without an address leads."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

from analytics.catalog.own import ask_sql
from analytics.catalog.run import run_query
from tests.briefing.making import DAY, make


def test_a_source_runs_no_further_than_the_tables_that_name_it() -> None:
    ends = run_query("freshness", {"on": DAY}).frame.groupby("table_name")["ends_on"].max()
    reached = {source.title: source.as_of for source in make("RUS").sources}
    assert reached["Voting data of the General Assembly and the Security Council"] == ends["ga_votes"].date()
    seen = "Press reports, lists and official statements on recognition, cited in each row"
    assert reached[seen] == ends["recognitions"].date()
    assert reached["EUSANCT Dataset"] == date(2015, 12, 31), "as far as its own programmes tell"


def test_a_source_without_an_address_leads_to_the_rows_that_name_its_documents() -> None:
    pooled = [source for source in make("RUS").sources if not source.url]
    assert pooled
    for source in pooled:
        statement = dict(parse_qsl(urlsplit(source.leads_to).query))["q"]
        assert urlsplit(source.leads_to).path == "/workbench"
        assert ask_sql(statement).result.table.num_rows
