from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from msglint.cli.schema import KINDS
from msglint.schema_zh import DESCRIPTIONS

from .conftest import Run


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_valid_schema(run: Run, kind: str) -> None:
    result = run("schema", kind)
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def descriptions(node: object) -> Iterator[str]:
    if isinstance(node, list):
        yield from (text for item in node for text in descriptions(item))
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("description", "title") and isinstance(value, str):
                yield value
            else:
                yield from descriptions(value)


@pytest.mark.parametrize("kind", KINDS)
def test_all_descriptions_are_said_in_chinese(run: Run, kind: str) -> None:
    english, chinese = (json.loads(run("schema", kind, *args).stdout) for args in ((), ("--lang", "zh")))
    pairs = list(zip(descriptions(english), descriptions(chinese), strict=True))
    assert [first for first, second in pairs if not re.search("[一-鿿]", second)] == []
    assert len(pairs) > 2


def test_no_chinese_description_is_left_over(run: Run) -> None:
    used = {text for kind in KINDS for text in descriptions(json.loads(run("schema", kind).stdout))}
    assert [text for text in DESCRIPTIONS if text not in used] == []
