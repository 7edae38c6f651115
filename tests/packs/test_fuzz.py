"""Whatever a pack file holds, it is read or its problems are listed; nothing else happens."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.errors import InvalidFileError
from msglint.packs.files import RuleFile
from msglint.packs.library import read_library
from tests.packs.files import pack, rule
from tests.packs.test_loader import HEAD, RULES

GENTLE = settings(max_examples=120, derandomize=True)


def survives(data: bytes) -> None:
    """Read a pack file of these bytes; each problem must have a place in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.yaml"
        path.write_bytes(data)
        try:
            read_library([RuleFile(path, "own.yaml")])
        except InvalidFileError as error:
            lines = data.count(b"\n") + data.count(b"\r") + 2
            assert error.problems
            assert all(item.source == "own.yaml" and 0 <= item.line <= lines for item in error.problems)


@GENTLE
@given(st.binary(max_size=200))
def test_bytes(data: bytes) -> None:
    survives(data)


@GENTLE
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_text(text: str) -> None:
    survives(text.encode())


@GENTLE
@given(st.text(st.sampled_from("pack: own\n{}[]|()$<>*&!'\"-.,#%@`~?好 "), max_size=80))
def test_signs(text: str) -> None:
    survives(f"pack: own\ntitle: x\nrules:\n  - id: {text}\n".encode())


WHOLE = pack(*RULES, rule("phrases: x", name="last"), head=HEAD)


@GENTLE
@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 12),
    st.text(st.sampled_from(":-[]{}'\"\n #|$&*xé好"), max_size=3),
)
def test_a_sound_pack_with_a_slip(start: int, length: int, slip: str) -> None:
    survives((WHOLE[:start] + slip + WHOLE[start + length :]).encode())


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in items for found in _paths(item, (*path, key)))]


TREE = yaml.safe_load(WHOLE)
PATHS = [path for path in _paths(TREE) if path]
STRANGE: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, "", " ", "x", "$x", "<x>", "(a|", "...", "9" * 5000, [], {}, [[]], [None], {"x": {}}]
)


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy: Callable[[Any], Any] = dict if isinstance(value, dict) else list
    changed = copy(value)
    changed[path[0]] = _replaced(value[path[0]], path[1:], new)
    return changed


@GENTLE
@given(st.sampled_from(PATHS), STRANGE)
def test_a_sound_pack_with_a_strange_value(path: tuple[Any, ...], strange: Any) -> None:
    survives(yaml.safe_dump(_replaced(TREE, path, strange), allow_unicode=True, sort_keys=False).encode())
