"""ZIP: every member is read as the file that it is, within limits, and named in every place."""

from __future__ import annotations

import io
import zipfile

from msglint.document import Document
from msglint.sources import Failure
from tests.office import zipped
from tests.sources.helpers import documents, everything, failures


def test_members_are_documents_with_places_inside_them() -> None:
    data = zipped({"mails/a.txt": "one\n好评返现", "b.csv": "text\nhello\n", "c.html": "<p>x</p>"})
    found = documents(data, "copy.zip")
    places = [item.segments[0].origin.place(0, 1) for item in found]
    assert [(place.source, place.member, place.line, place.column, place.cell) for place in places] == [
        ("copy.zip", "mails/a.txt", 1, 1, None),
        ("copy.zip", "b.csv", 2, 1, "A2"),
        ("copy.zip", "c.html", 1, 4, None),
    ]
    assert found[0].segments[0].origin.place(4, 8).line == 2


def test_what_is_no_copy_is_left_out() -> None:
    hidden = {"__MACOSX/._a.txt": "x", ".git/b.txt": "x", "c.json": '{"a": "b"}', "d.exe": "MZ"}
    assert documents(zipped(hidden), "a.zip") == []


def test_chinese_names_of_old_archives_are_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), "x")
    data = out.getvalue().replace(b"a.txt", "卡.t".encode("gb18030") + b"x")
    (found,) = everything(data.replace(b".tx", b".md"), "a.zip")
    assert isinstance(found, Document)
    assert found.segments[0].origin.place(0, 0).member == "卡.md"


def test_a_broken_member_does_not_hide_the_others() -> None:
    data = zipped({"a.txt": b"\xff\xfe\xfd", "b.txt": "fine"})
    found = everything(data, "a.zip")
    (failed,) = [item for item in found if isinstance(item, Failure)]
    assert (failed.source, failed.place and failed.place.member) == ("a.zip", "a.txt")
    assert [item.segments[0].text for item in found if isinstance(item, Document)] == ["fine"]


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(zipped({"a.txt": "secret"}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    found = everything(bytes(data), "a.zip")
    assert [(item.code, item.place and item.place.member) for item in found if isinstance(item, Failure)] == [
        ("encrypted", "a.txt")
    ]


def test_bombs_are_refused() -> None:
    assert [code for code, *_ in failures(zipped({"a.txt": b" " * 20_000_000}), "a.zip")] == ["too-large"]
    deep = zipped({"a.txt": "x"})
    for _ in range(4):
        deep = zipped({"b.zip": deep})
    (failed,) = [item for item in everything(deep, "a.zip") if isinstance(item, Failure)]
    assert (failed.code, failed.place and failed.place.member) == ("too-large", "b.zip/b.zip/b.zip")
    many = zipped({f"{number}.txt": "" for number in range(2001)})
    assert [code for code, *_ in failures(many, "a.zip")] == ["too-large"]


def test_no_zip_is_told() -> None:
    assert [code for code, *_ in failures(b"PK\3\4rubbish", "a.zip")] == ["broken"]
