from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from msglint.cli.schema import KINDS

from .conftest import Run


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_valid_schema(run: Run, kind: str) -> None:
    result = run("schema", kind)
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
