"""The descriptor beside each data file tells the truth."""

import hashlib
import json

import pytest

from analytics.database.load import header_of
from analytics.paths import DATA

DESCRIPTORS = sorted(DATA.glob("*.datapackage.json"))


@pytest.mark.parametrize("path", DESCRIPTORS, ids=lambda path: path.name.split(".")[0])
def test_descriptor(path: str) -> None:
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    assert descriptor["title"]
    assert descriptor["resources"]
    assert all(source.get("path", "https").startswith("http") for source in descriptor["sources"])
    for resource in descriptor["resources"]:
        file = DATA / resource["path"]
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert resource["hash"] == f"sha256:{digest}", "run: python -m analytics describe-data"
        if file.suffix == ".yml":
            continue
        described = {field["name"] for field in resource["schema"]["fields"]}
        assert set(header_of(file)) <= described
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_every_data_file_has_a_descriptor() -> None:
    files = {path.stem for path in DATA.iterdir() if path.suffix in (".csv", ".parquet")}
    assert files | {"corrections"} == {path.name.split(".")[0] for path in DESCRIPTORS}
