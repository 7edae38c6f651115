"""Files of named strings: every string with its key, line and column; mappings with a text are messages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.document import Document, Place, Segment
from msglint.sources import ReadSettings
from msglint.sources import toml as toml_reader
from msglint.sources.entries import Entry
from msglint.sources.json_text import written
from tests.sources.helpers import documents, everything, failures


def place(segment: Segment, words: str) -> Place:
    start = segment.text.index(words)
    return segment.origin.place(start, start + len(words))


def strings(data: str, name: str, settings: ReadSettings | None = None) -> list[tuple[str | None, str]]:
    """Return key and text of every string that stands alone."""
    found = documents(data, name, settings)
    assert not any(item.complete for item in found)
    return [(item.segments[0].origin.place(0, 0).key, item.segments[0].text) for item in found]


def spans(data: str, name: str, words: str) -> list[tuple[int | None, int | None, int | None, int | None]]:
    """Return where words stand in the strings that hold them."""
    segments = [item for found in documents(data, name) for item in found.segments if words in item.text]
    places = [place(segment, words) for segment in segments]
    return [(item.line, item.column, item.end_line, item.end_column) for item in places]


YAML = """\
# templates
mail:
  thanks: Thank you, 好评返现 for all
  plain: one
    two 好评返现
  single: 'it''s
    folded 好评返现'
  double: "a\\t\\u597d \\
      and 好评返现"
  literal: |
    first line

      indented 好评返现
  folded: >-
    some words
    and 好评返现

    more
  list:
    - x
    - {deep: 好评返现}
count: 3
on: true
nothing: ~
again: &a once
alias: *a
"""


def test_yaml_strings_and_their_keys() -> None:
    assert strings(YAML, "a.yaml") == [
        ("mail.thanks", "Thank you, 好评返现 for all"),
        ("mail.plain", "one two 好评返现"),
        ("mail.single", "it's folded 好评返现"),
        ("mail.double", "a\t好 and 好评返现"),
        ("mail.literal", "first line\n\n  indented 好评返现"),
        ("mail.folded", "some words and 好评返现\nmore"),
        ("mail.list[0]", "x"),
        ("mail.list[1].deep", "好评返现"),
        ("again", "once"),
    ]


def test_yaml_places_are_exact_in_every_style() -> None:
    assert spans(YAML, "a.yml", "好评返现") == [
        (3, 22, 3, 26),
        (5, 9, 5, 13),
        (7, 12, 7, 16),
        (9, 11, 9, 15),
        (13, 16, 13, 20),
        (16, 9, 16, 13),
        (21, 14, 21, 18),
    ]
    assert spans(YAML.replace("\n", "\r\n"), "a.yml", "好评返现")[4:6] == [(13, 16, 13, 20), (16, 9, 16, 13)]


def test_yaml_messages() -> None:
    data = """\
- {channel: insert, market: [US, DE], text: Thanks}
- id: 7
  subject: Your order
  text: |
    Hello
    product: no
  product: {is_toy: true, age_min_months: 36}
- just a string
"""
    first, second, third = documents(data, "a.yaml")
    assert (first.context.channel, first.context.markets, first.complete) == ("insert", ("US", "DE"), True)
    assert [(item.role, item.text) for item in second.segments] == [
        ("subject", "Your order"),
        ("body", "Hello\nproduct: no"),
    ]
    assert (second.id, second.context.product) == ("7", {"is_toy": True, "age_min_months": 36})
    assert place(second.segments[1], "no").as_dict() == {
        "source": "a.yaml", "line": 6, "column": 14, "end_line": 6, "end_column": 16, "record": 2,
        "key": "[1].text",
    }  # fmt: skip
    assert (third.segments[0].text, third.complete) == ("just a string", False)


def test_a_mapping_with_nothing_but_a_text_is_no_message() -> None:
    assert strings("button:\n  text: Buy now\n", "a.yaml") == [("button.text", "Buy now")]
    (found,) = documents("mail:\n  subject: Hi\n  text: There\n", "a.yaml")
    assert ([item.role for item in found.segments], found.complete) == (["subject", "body"], True)


def test_several_documents_and_tags_are_read() -> None:
    assert strings("a: !x one\n---\nb: !!str two\n? [k]\n: three\n", "a.yaml") == [
        ("a", "one"),
        ("b", "two"),
        ("?", "three"),
    ]


def test_what_is_before_a_mistake_is_judged() -> None:
    found = everything("a: fine\nb: [x\nc: y\n", "a.yaml")
    assert next(item.segments[0].text for item in found if isinstance(item, Document)) == "fine"
    assert [code for code, *_ in failures("a: fine\nb: [x\nc: y\n", "a.yaml")] == ["broken"]
    assert [item[0] for item in failures("[" * 200, "a.yaml")] == ["broken"]


TOML = """\
title = "Thanks 好评返现"   # comment with "quotes"
raw = 'C:\\好评返现'
"dotted key".'x'.y = \"\"\"
One \\
    two 好评返现\\n\"\"\"\"
numbers = [1, 2.5, true, 1979-05-27T07:32:00Z]
[mail]
list = [ "a", # no "b"
  { inner = '''好评返现''' } ]
[[mail.items]]
text = "first"
[[mail.items]]
subject = "Hi"
text = "second 好评返现"
market = ["US", "DE"]
product.is_toy = true
[mail.items.more]
note = "last"
"""


def test_toml_strings_places_and_messages() -> None:
    found = documents(TOML, "a.toml")
    shown = [(item.segments[-1].origin.place(0, 0).key, item.segments[-1].text) for item in found]
    assert shown == [
        ("title", "Thanks 好评返现"),
        ("raw", "C:\\好评返现"),
        ("dotted key.x.y", 'One two 好评返现\n"'),
        ("mail.list[0]", "a"),
        ("mail.list[1].inner", "好评返现"),
        ("mail.items[0].text", "first"),
        ("mail.items[1].text", "second 好评返现"),
        ("mail.items[1].more.note", "last"),
    ]
    message = found[6]
    assert (message.context.markets, message.context.product) == (("US", "DE"), {"is_toy": True})
    assert spans(TOML, "a.toml", "好评返现") == [
        (1, 17, 1, 21),
        (2, 11, 2, 15),
        (5, 9, 5, 13),
        (9, 16, 9, 20),
        (14, 16, 14, 20),
    ]


def test_a_mistake_in_toml_has_its_place() -> None:
    ((code, where, message),) = failures('a = "x"\nb = ?\n', "a.toml")
    assert (code, where and where[:2], message) == ("broken", (2, 5), "this is not valid TOML: invalid value")


PO = """\
msgid ""
msgstr "Last-Translator: x@example.com\\n"

#: src/a.c:1
msgid "Thank you"
msgstr "谢谢 "
"好评\\"返现"

msgctxt "mail"
msgid "one review"
msgid_plural "reviews"
msgstr[0] "评价"
msgstr[1] ""

#, fuzzy
msgid "same"
msgstr "same"
#~ msgid "gone"
#~ msgstr "好评返现"
"""


def test_gettext() -> None:
    assert strings(PO, "zh.po") == [
        ("Thank you.msgid", "Thank you"),
        ("Thank you.msgstr", '谢谢 好评"返现'),
        ("mail|one review.msgid", "one review"),
        ("mail|one review.msgid_plural", "reviews"),
        ("mail|one review.msgstr[0]", "评价"),
        ("same.msgid", "same"),
    ]
    assert spans(PO, "zh.po", '好评"返现') == [(7, 2, 7, 8)]
    assert [item[:2] for item in failures('msgid "a"\nmsgstr "b"\nrubbish\n', "a.po")] == [
        ("broken", (3, 1, 3, 2))
    ]


def test_java_properties() -> None:
    data = (
        "# c\n! d\nmail.hello = Hi \\u597d\\u8bc4 \\\n    返现\nmail.bye:x\\=y\n  key\\ with value\nempty\n"
    )
    assert strings(data, "a.properties") == [
        ("mail.hello", "Hi 好评 返现"),
        ("mail.bye", "x=y"),
        ("key with", "value"),
    ]
    assert spans(data, "a.properties", "好评 返现") == [(3, 17, 4, 7)]
    (found,) = documents("k=Größe".encode("latin-1"), "a.properties")
    assert (found.segments[0].text, found.encoding) == ("Größe", "iso8859-1")


def test_apple_strings() -> None:
    data = '/* "x" = "y"; */\n"hello" = "Hi \\U597d\\n评";\n// z\nbye = "返\n现";\nbad line\n"ok"="fine";\n'
    found = [item for item in everything(data, "a.strings") if isinstance(item, Document)]
    texts = [(item.segments[0].origin.place(0, 0).key, item.segments[0].text) for item in found]
    assert texts == [("hello", "Hi 好\n评"), ("bye", "返\n现"), ("ok", "fine")]
    assert spans(data.replace("bad line\n", ""), "a.strings", "好") == [(2, 15, 2, 21)]
    assert [item[:2] for item in failures(data, "a.strings")] == [("broken", (6, 1, 6, 2))]
    utf16 = '"a" = "好评";'.encode("utf-16")
    assert documents(utf16, "a.strings")[0].segments[0].text == "好评"


def test_units() -> None:
    data = "mail.a.subject=one\nmail.a.hint=two\nmail.b.hint=three\n"
    by_group = documents(data, "a.properties", ReadSettings(unit="record"))
    assert [([text.text for text in item.segments], item.complete) for item in by_group] == [
        (["one", "two"], True),
        (["three"], True),
    ]
    (whole,) = documents(data, "a.properties", ReadSettings(unit="file"))
    assert ([item.text for item in whole.segments], whole.complete) == (["one", "two", "three"], True)
    loose = documents("- {text: a, subject: b}\n", "a.yaml", ReadSettings(unit="string"))
    assert [item.complete for item in loose] == [False, False]


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.toml"])
def test_key_patterns(name: str) -> None:
    data = {
        "a.yaml": "mail: {a: one, b: two}\nlog: three\n",
        "a.json": '{"mail": {"a": "one", "b": "two"}, "log": "three"}',
        "a.toml": 'log = "three"\n[mail]\na = "one"\nb = "two"\n',
    }[name]
    assert strings(data, name, ReadSettings(keys=("mail.*", "!*.b"))) == [("mail.a", "one")]


# Properties -------------------------------------------------------------------------------------

TEXT = st.text(st.sampled_from("ab 好\n\t'\"\\:#-|>&*\U0001f600\u00e9,[]{}"), max_size=12)
VALUE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield written(path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))


@given(
    st.dictionaries(TEXT, VALUE, max_size=4), st.sampled_from([None, "'", '"', "|", ">"]), st.integers(10, 60)
)
@settings(max_examples=300, derandomize=True)
def test_yaml_reads_as_the_library_reads(value: Any, style: str | None, width: int) -> None:
    data = yaml.safe_dump(value, default_style=style, width=width, allow_unicode=True)
    found = documents(data, "a.yaml", ReadSettings(unit="string"))
    expected = [(key, text.rstrip("\n")) for key, text in leaves(yaml.safe_load(data)) if text.strip()]
    shown = [(item.segments[0].origin.place(0, 0).key or "", item.segments[0].text) for item in found]
    assert sorted(shown) == sorted((key, text) for key, text in expected)


SCRAPS = st.lists(
    st.sampled_from(
        ['a = "x"', "b.c = 'y'", "[t]", "[[l]]", "[l.m]", 'k = ["a", {b = "c"}]', 'm = """\nx\\\n  y"""',
         "# c", "z = 1", 'q = "\\u597d"', "'w x' = '''u\nv'''", "[t.s]"]
    ),
    max_size=8,
)  # fmt: skip


@given(SCRAPS)
@settings(max_examples=300, derandomize=True)
def test_toml_reads_as_the_library_reads(scraps: list[str]) -> None:
    data = "\n".join(scraps)
    found = list(toml_reader.entries(data))
    try:
        expected = sorted(leaves(tomllib.loads(data)))
    except tomllib.TOMLDecodeError:
        assert not any(isinstance(item, Entry) for item in found)
        return
    texts = [item for item in found if isinstance(item, Entry) and item.is_text]
    assert sorted((written(item.path), item.value) for item in texts) == expected
