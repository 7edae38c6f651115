from __future__ import annotations

import subprocess
import sys

import pytest

from msglint.finders import MODULES, TYPES

HEAVY = ("publicsuffixlist", "phonenumbers", "ahocorasick_rs")
SCRIPT = """
import sys
from msglint.finders import TYPES
from msglint.finders.contacts import find_contacts
from msglint.finders.links import find_links
find_links({text!r}), find_contacts({text!r})
print([name for name in {heavy!r} if name in sys.modules])
"""


def imported(text: str, heavy: tuple[str, ...]) -> str:
    script = SCRIPT.format(text=text, heavy=heavy)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_every_type_has_a_finder() -> None:
    assert set(TYPES) == set(MODULES)
    assert [name for name in TYPES if list(TYPES[name]("", ()))] == []


def test_unknown_type() -> None:
    with pytest.raises(KeyError):
        TYPES["nonsense"]


def test_ordinary_text_needs_no_library() -> None:
    text = "thank you for order 112-1234567-1234567. it weighs 1.5 kg and ships on 2024-12-31."
    assert imported(text, ("publicsuffixlist", "phonenumbers")) == "[]"


def test_common_links_need_no_library() -> None:
    assert (
        imported("https://www.amazon.com/x or call 415-555-0100", ("publicsuffixlist", "phonenumbers"))
        == "[]"
    )
