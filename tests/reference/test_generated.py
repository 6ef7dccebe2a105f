"""What is generated is as the code would generate it now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from ambassade.reference.generated import GENERATED
from tests.ambassade_command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_the_generated_file_is_not_stale(name: str) -> None:
    written = (REPOSITORY / name).read_text(encoding="utf-8")
    assert written == GENERATED[name](), f"{name} is stale: say make docs"


def test_every_sample_file_fits_its_schema_as_an_editor_checks_it() -> None:
    validators = {
        kind: jsonschema.Draft7Validator(
            json.loads((REPOSITORY / f"reviews/{kind}.schema.json").read_text(encoding="utf-8"))
        )
        for kind in ("item", "review")
    }
    paths = sorted((REPOSITORY / "reviews").glob("*/*.yaml"))
    assert len(paths) > 80
    for path in paths:
        kind = "item" if path.name == "item.yaml" else "review"
        errors = [error.message for error in validators[kind].iter_errors(_load(path))]
        assert errors == [], path


def test_a_misspelt_key_and_a_key_of_another_type_do_not_fit() -> None:
    item = json.loads((REPOSITORY / "reviews/item.schema.json").read_text(encoding="utf-8"))
    good = {"type": "Product", "name": "Kettle", "collection": "complete", "sku": "1"}
    jsonschema.validate(good, item)
    for bad in ({**good, "colour": "red"}, {**good, "operatingSystem": "Web"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, item)


def _load(path: Path) -> object:
    """Load as YAML 1.2 does, where a date is a text."""
    resolvers = {
        letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": resolvers})
    return yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - a SafeLoader
