"""Headers tell the truth: parameters, columns and grain are those of the SQL."""

import re
from pathlib import Path

import duckdb
import pytest
import yaml

from analytics.catalog.header import HEADER
from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import Query, load_catalog, parse_query
from analytics.errors import CordonError

QUERIES = list(load_catalog().values())
COMMENTS_AND_TEXT = re.compile(r"--[^\n]*|'(?:[^']|'')*'")


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_parameters_are_those_of_the_sql(query: Query) -> None:
    used = set(re.findall(r"\$(\w+)", COMMENTS_AND_TEXT.sub("", query.sql)))
    assert used == set(query.params)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_columns_and_grain_are_those_of_the_result(query: Query, database: duckdb.DuckDBPyConnection) -> None:
    examples = {name: item.example for name, item in query.params.items() if item.example is not None}
    bound = bind_parameters(query, examples, database)
    table = database.execute(query.sql, bound).to_arrow_table()
    assert table.column_names == list(query.columns)
    assert table.num_rows > 0, "the header's example finds nothing"
    keys = [tuple(row[name] for name in query.grain) for row in table.to_pylist()]
    assert len(keys) == len(set(keys)), f"{query.grain} is not unique"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_a_reader_is_told_question_units_and_caveats(query: Query) -> None:
    assert query.question.endswith("?")
    assert query.method.endswith(".")
    assert query.caveats and all(caveat.endswith(".") for caveat in query.caveats)
    assert all(column.unit and column.description for column in query.columns.values())
    lacking = [name for name, item in query.params.items() if not item.description or item.example is None]
    assert lacking == [], f"give these parameters of {query.id} a description and an example: {lacking}"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_sql_is_one_statement_in_lower_case(query: Query) -> None:
    code = COMMENTS_AND_TEXT.sub("", query.sql)
    assert ";" not in code
    assert not re.search(r"\b(SELECT|FROM|WHERE|WITH|JOIN|ORDER|GROUP)\b", code)


@pytest.mark.parametrize("entry", ["col: {unit: days, description: First, or last}", "col: {unit: days}"])
def test_an_entry_in_no_form_names_file_and_remedy(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.sql"
    path.write_text(
        f"/* ---\nid: wrong\ntitle: T\nquestion: Q?\ngrain: [col]\ncolumns:\n  {entry}\nmethod: M.\n--- */\nselect 1\n"
    )
    with pytest.raises(CordonError, match=r"wrong\.sql: the header does not have the expected form: ") as raised:
        parse_query(path)
    assert ("needs quotes" in str(raised.value)) == ("or last" in entry)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_any_reader_of_yaml_finds_the_same_names(query: Query) -> None:
    """To most, a bare on, yes or no is a boolean."""
    found = HEADER.match(query.path.read_text(encoding="utf-8"))
    assert found is not None
    header = yaml.safe_load(found["yaml"])
    assert list(header["columns"]) == list(query.columns)
    assert list(header.get("params", {})) == list(query.params)
