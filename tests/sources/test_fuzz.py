"""Whatever a file holds, readers yield documents and failures, whose places lie inside the file."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from msglint.document import Document, FixedOrigin, Segment, TextOrigin
from msglint.sources import READERS, ReadSettings, read
from msglint.sources.json_text import sound

SAMPLES = (
    '---\nchannel: message\nsubject: "a \\u597d"\nproduct: {is_toy: true}\n---\n'
    "# Big *news* #\n\nA **five** [star](http://x.example 't') 😀 好评 &amp; `c` <br> ![alt](b)\n"
    "<!-- x -->\n```\ncode\n```\n[l]: <y>\n| a |\n|---|\n",
    'id,channel,text,product.is_toy\r\n1,message,"好 ""评""\r\n😀",是\r\n2,"x\n3,insert,a,b,c\n',
    '{"id": 1, "channel": "insert", "text": "a\\n\\u597d\\ud83d\\ude00\\/", "product": {"is_toy": true}}\n'
    '{"a": ["b", {"c": "d\\"e"}]}\n["x"]\n{"text": null}\n',
    '[{"text": "a"}, {"subject": "b", "text": "\\u8bc4"}]',
    "- {channel: insert, text: 'it''s\n  好评'}\na: |\n  x\n\n   y\nb: >-\n  p\n  q\n"
    '? [k]\n: "\\u597d\\\n  z"\n*a: &a 1\n',
    'a.b = "x\\n" # c\n[[t]]\ntext = """\n好\\\n  评"""\nl = [\'y\', {z = 1}]\n',
    'msgid ""\nmsgstr "h"\n\nmsgctxt "c"\nmsgid "a\\""\nmsgid_plural "b"\nmsgstr[0] "好"\n"评"\n#~ x\n',
    '# c\na.b = x\\\n  \\u597d\nkey\\ c: y\n/* d */ "k" = "v\\U597d"; // e\nk = "w";\n',
    "<html><head><style>p{color:#fff}</style></head><body><pre>a\n b</pre>"
    "<p hidden>好评&amp;</p><a href='x'>y</a>",
)
ALPHABET = "ab好评😀\u2028\ud7ff \t\r\n\"'\\,;:[](){}<>!*_~`#-=|&/0.\0\ufeff"
UNITS = st.sampled_from([None, "file", "record", "cell", "string"])
NAMES = st.sampled_from([f"f{suffix}" for suffix in READERS] + ["f", "f.bin"])


def pieces(text: str) -> st.SearchStrategy[str]:
    """Yield texts made of stretches of a sample and strange characters between them."""
    stretch = st.tuples(st.integers(0, len(text)), st.integers(0, 40)).map(
        lambda cut: text[cut[0] :][: cut[1]]
    )
    return st.lists(stretch | st.text(ALPHABET, max_size=6), max_size=8).map("".join)


MUTATED = st.sampled_from(SAMPLES).flatmap(pieces) | st.sampled_from(SAMPLES)
ENCODINGS = st.sampled_from(["utf-8", "gb18030", "utf-16"])


def check(data: bytes, name: str, unit: str | None) -> None:
    for item in read(data, name, ReadSettings(unit=unit)):
        if isinstance(item, Document):
            assert item.segments
            for segment in item.segments:
                check_segment(segment)
        elif item.place is not None:
            assert (item.place.line or 0) >= 1
            assert (item.place.column or 0) >= 1
            assert item.message


def text_origin(segment: Segment) -> TextOrigin:
    assert isinstance(segment.origin, TextOrigin)
    return segment.origin


def check_segment(segment: Segment) -> None:
    """Every character must come from inside the file, in order."""
    segment.text.encode()
    if isinstance(segment.origin, FixedOrigin):
        return
    size = len(text_origin(segment).physical.text)
    last = 0
    for offset in range(len(segment.text)):
        start, end = text_origin(segment).offsets.span(offset, offset + 1)
        assert last <= start <= end <= size
        last = start
    place = segment.origin.place(0, len(segment.text))
    assert (place.line, place.column) <= (place.end_line, place.end_column)


@given(st.binary(max_size=200), NAMES, UNITS)
@settings(max_examples=200, derandomize=True)
@example(b"\xff\xfe\0\xd8", "f.txt", None)
@example(b"{" * 2000, "f.json", None)
def test_arbitrary_bytes(data: bytes, name: str, unit: str | None) -> None:
    check(data, name, unit)


@given(MUTATED, NAMES, UNITS, ENCODINGS)
@settings(max_examples=400, derandomize=True)
def test_mutated_files(text: str, name: str, unit: str | None, encoding: str) -> None:
    check(text.encode(encoding, "ignore"), name, unit)


KEYS = st.sampled_from(
    ["text", "subject", "id", "channel", "market", "product", "message", "product.is_toy", "lang", "x"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


@given(VALUES, st.booleans(), UNITS)
@settings(max_examples=200, derandomize=True)
def test_any_json_value(value: object, ascii_only: bool, unit: str | None) -> None:
    line = sound(json.dumps(value, ensure_ascii=ascii_only))
    check(line.encode(), "f.jsonl", unit)
    check(line.encode(), "f.json", unit)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=20)


@given(TEXTS, TEXTS, st.booleans())
@settings(max_examples=200, derandomize=True)
def test_raw_spans_of_json_decode_to_the_characters(subject: str, text: str, ascii_only: bool) -> None:
    line = json.dumps({"subject": subject, "x": 1, "text": text}, ensure_ascii=ascii_only).replace("/", "\\/")
    [document] = read(f"\n{line}\n".encode(), "f.jsonl")
    assert isinstance(document, Document)
    assert [segment.text for segment in document.segments] == [subject, text]
    for segment in document.segments:
        for offset, character in enumerate(segment.text):
            start, end = text_origin(segment).offsets.span(offset, offset + 1)
            assert json.loads(f'"{text_origin(segment).physical.text[start:end]}"') == character


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.sampled_from(",;\t"), st.booleans())
@settings(max_examples=200, derandomize=True)
def test_raw_spans_of_csv_decode_to_the_characters(
    rows: list[tuple[str, str]], delimiter: str, quoted: bool
) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows([("text", "subject"), *rows])
    found = list(read(file.getvalue().encode(), "f.csv"))
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(found) == len(kept)
    for document, (text, subject) in zip(found, kept, strict=True):
        assert isinstance(document, Document)
        assert [segment.text for segment in document.segments] == [subject, text]
        for segment in document.segments:
            for offset, character in enumerate(segment.text):
                start, end = text_origin(segment).offsets.span(offset, offset + 1)
                assert text_origin(segment).physical.text[start:end].replace('""', '"') == character


@given(st.text(ALPHABET.replace("\0", ""), max_size=60))
@settings(max_examples=200, derandomize=True)
def test_markdown_keeps_what_is_no_markup(text: str) -> None:
    """Marks may go, but letters of the running text, headings and asides all stay."""
    plain = re.sub(r"[\[\]()<>!*_~`#\-=|&:\\{}/.;\"'\ufeff,0]", " ", text)
    [document] = read(plain.encode(), "f.md")
    assert isinstance(document, Document)
    assert document.segments[0].text == plain


@pytest.mark.parametrize("name", [f"f{suffix}" for suffix in READERS])
@pytest.mark.parametrize(
    "piece", ["[", "![", "](", "*a", "`", "<", "<!--", "```\n", '"', '"a\n', "{", "\\", "&", "#"]
)
def test_repetition_of_openers_is_read(name: str, piece: str) -> None:
    check((piece * 3000).encode(), name, None)
