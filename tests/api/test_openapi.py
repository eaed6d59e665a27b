"""The OpenAPI document against the routes: schemathesis asks what it allows and what it forbids."""

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.testclient import TestClient

from analytics.api.parameters import EVIDENCE
from analytics.catalog.query import load_catalog
from tests.api.conftest import make_app

# Few: `tests/whole/test_random_questions.py` asks each query 50 times without HTTP.
EXAMPLES = 2
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
]

QUESTIONS = [f"/query/{query_id}.{{form}}" for query_id in load_catalog()]
# Nothing can be asked wrongly where nothing can be asked.
ASKED = [(path, mode) for path in (*QUESTIONS, "/table/{name}.{form}") for mode in GenerationMode] + [
    (path, GenerationMode.POSITIVE)
    for path in ("/health", "/queries", "/query/{id}", "/tables", "/table/{name}", "/charts")
]


@pytest.fixture(scope="session")
def document(_built: None) -> BaseSchema:
    found = schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app())
    # A session's every pair of members is tens of megabytes, and another process runs tests on the same two cores.
    found.config.update(base_url="http://testserver/api/v1", request_timeout=60)
    return found


# The plugin's own decorator does not know this pytest; its strategies are asked directly.
@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_answers_conform_to_the_document(path: str, mode: GenerationMode, document: BaseSchema) -> None:
    @given(case=document[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.generate],
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


def test_every_query_has_its_path_and_parameters(api: TestClient) -> None:
    paths = api.get("openapi.json").json()["paths"]
    for query in load_catalog().values():
        said = paths[f"/query/{query.id}.{{form}}"]["get"]
        assert {item["name"] for item in said["parameters"]} >= {*query.params, EVIDENCE}


def test_schemas_are_schemas(api: TestClient) -> None:
    document = api.get("openapi.json").json()
    for path in document["paths"].values():
        for content in path["get"]["responses"]["200"]["content"].values():
            jsonschema.Draft202012Validator.check_schema(content["schema"])
