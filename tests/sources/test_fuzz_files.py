"""Damaged real files: readers yield documents and failures whose places can be told, and never crash."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.document import Document, Element, Segment, Unread
from msglint.sources import ReadSettings, read
from tests.office import zipped

ROOT = Path(__file__).parents[2]
FORMATS = (
    ".html",
    ".eml",
    ".zip",
    ".docx",
    ".xlsx",
    ".ods",
    ".yaml",
    ".toml",
    ".json",
    ".po",
    ".properties",
    ".strings",
)
FILES = sorted(path for path in (ROOT / "fixtures").rglob("*") if path.suffix in FORMATS)
PACKED = [path for path in FILES if path.suffix in (".zip", ".docx", ".xlsx", ".ods")]
UNITS = st.sampled_from([None, "file", "record", "string"])
SCRAPS = st.binary(max_size=8) | st.sampled_from(
    [
        b"\0",
        b"\xff\xfe",
        b"<",
        b"</",
        b"<!--",
        b"&#x110000;",
        b"<table>" * 50,
        b"\r\n\r\n",
        b"--",
        b"'",
        b'"',
        b"{",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Transfer-Encoding: base64\n",
        b"=?utf-8?q?=FF?=",
        b"99999999999999999999",
        b'number-columns-repeated="999999999"',
        b"PK\3\4",
        b"\\ud800",
        b"]]>",
        b"&a;",
    ]
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), SCRAPS), min_size=1, max_size=6)
Changes = list[tuple[float, int, bytes]]


def changed(data: bytes, changes: Changes) -> bytes:
    """Return data in which some stretches are replaced."""
    for where, length, scrap in changes:
        at = int(where * len(data))
        data = data[:at] + scrap + data[at + length :]
    return data


def check(data: bytes, name: str, unit: str | None) -> None:
    for item in read(data, name, ReadSettings(unit=unit)):
        if isinstance(item, Document):
            assert item.segments
            for part in _parts(item):
                _check_part(part, name)
        else:
            assert item.code
            assert item.message
            assert item.place is None or item.place.source == name


def _parts(document: Document) -> Iterator[Segment | Element | Unread]:
    yield from document.segments
    yield from document.elements
    yield from document.unread


def _check_part(part: Segment | Element | Unread, name: str) -> None:
    text = part.what if isinstance(part, Unread) else part.text
    text.encode()
    for start, end in ((0, 0), (0, len(text)), (len(text) // 2, len(text)), (len(text), len(text))):
        place = part.origin.place(start, end)
        assert place.source == name
        if place.line is not None:
            assert 1 <= place.line <= (place.end_line or place.line)
        if not isinstance(part, Unread):
            physical, first, last = part.origin.lines(text, start, end)
            assert 0 <= first <= last <= len(physical.text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@given(changes=CHANGES, unit=UNITS)
@settings(max_examples=60, derandomize=True)
def test_damaged_bytes(path: Path, changes: Changes, unit: str | None) -> None:
    check(changed(path.read_bytes(), changes), path.name, unit)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_cut_off(path: Path) -> None:
    data = path.read_bytes()
    for part in range(40):
        check(data[: len(data) * part // 40], path.name, None)


@pytest.mark.parametrize("path", PACKED, ids=lambda path: path.name)
@given(which=st.integers(0, 100), changes=CHANGES, unit=UNITS)
@settings(max_examples=60, derandomize=True)
def test_damaged_members(path: Path, which: int, changes: Changes, unit: str | None) -> None:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(members)[which % len(members)]
    members[name] = changed(members[name], changes)
    check(zipped(members), path.name, unit)


TOKENS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b",
        ">",
        "<a href='http://x.example/?a=1&amp;b'>",
        "</a>",
        "<style>p{color:red",
        "}",
        "</style>",
        "<pre>",
        "</pre>",
        "\n",
        " \t",
        "好评",
        "&nbsp;",
        "&#8203;",
        "&bogus;",
        "<br/>",
        "<!--",
        "-->",
        "<img alt='",
        "'",
        "<td style='display:none",
        ";font-size:0'>",
        "<svg>",
        "<title>",
        "<div hidden>",
        "😀",
        "x",
        "<![CDATA[",
        "<textarea>",
    ]
)


@given(st.lists(TOKENS, max_size=40).map("".join))
@settings(max_examples=300, derandomize=True)
def test_any_markup(text: str) -> None:
    check(text.encode(), "a.html", None)


HEADERS = st.sampled_from(
    [
        "Subject: =?utf-8?b?5aW96K+E?=",
        "Subject: =?x?y?z?=",
        "Content-Type: text/html; charset=nonsense",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=b",
        "Content-Type: message/rfc822",
        "Content-Disposition: attachment",
        "Content-Type: text/plain; name*=utf-8''%E5%A5%BD.txt",
        "Content-Transfer-Encoding: base64",
        "--b",
        "--b--",
        "",
        "",
        "5aW96K+E",
        "<p>好评</p>",
        "Content-ID: <a>",
        "Content-Type: image/png",
        "From nobody",
        ": x",
        " continued",
    ]
)


@given(st.lists(HEADERS, max_size=25).map("\n".join))
@settings(max_examples=300, derandomize=True)
def test_any_mail(text: str) -> None:
    check(text.encode(), "a.eml", None)
