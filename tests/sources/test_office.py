"""Spreadsheets and Word files: every text with the sheet, cell or paragraph that holds it."""

from __future__ import annotations

import pytest

from msglint.document import Document, Place, Segment
from msglint.sources import Failure, ReadSettings
from tests.office import Cell, docx, ods, paragraph, run, table, xlsx, zipped
from tests.sources.helpers import documents, everything, failures

pytest.importorskip("python_calamine", reason="needs msglint[office]")
pytest.importorskip("defusedxml", reason="needs msglint[office]")

KINDS = ("office", "table", "text")
ROWS: list[list[Cell]] = [
    ["编号", "渠道", "主题", "正文", "备注"],
    [1.0, "message", "您好", "五星好评返现10元", "x"],
    [2.0, "insert", None, "Scan for the manual", None],
]


def at(segment: Segment, words: str = "") -> Place:
    start = segment.text.index(words)
    return segment.origin.place(start, start + len(words))


def test_rows_below_a_header_are_messages() -> None:
    first, second = documents(xlsx({"提示": [], "话术": ROWS}), "a.xlsx")
    assert [(item.role, item.text) for item in first.segments] == [
        ("subject", "您好"),
        ("body", "五星好评返现10元"),
    ]
    assert (first.id, first.context.channel, first.complete) == ("1", "message", True)
    assert (at(first.segments[1]).sheet, at(first.segments[1]).cell) == ("话术", "D2")
    assert (second.id, second.context.channel, at(second.segments[-1]).cell) == ("2", "insert", "D3")


def test_without_a_header_every_text_stands_alone() -> None:
    found = documents(xlsx({"S": [[None, "one"], [3.5, True], ["two", "three"]]}), "a.xlsx")
    assert [(item.segments[0].text, at(item.segments[0]).cell, item.complete) for item in found] == [
        ("one", "B1", False),
        ("two", "A3", False),
        ("three", "B3", False),
    ]


def test_open_document_sheets_and_the_whole_file_as_one() -> None:
    data = ods({"Blatt": [["channel", "text"], ["insert", "好评返现"]]})
    (found,) = documents(data, "a.ods")
    assert (found.context.channel, at(found.segments[0]).sheet, at(found.segments[0]).cell) == (
        "insert",
        "Blatt",
        "B2",
    )
    (whole,) = documents(xlsx({"S": [["a", "b"]]}), "a.xlsx", ReadSettings(unit="file"))
    assert ([item.text for item in whole.segments], whole.complete) == (["a", "b"], True)


def test_a_context_that_means_nothing_has_its_cell() -> None:
    found = everything(xlsx({"S": [["channel", "text"], ["letter", "x"]]}), "a.xlsx")
    (failed,) = [item for item in found if isinstance(item, Failure)]
    assert failed.place is not None
    assert (failed.code, failed.place.sheet, failed.place.cell) == ("bad-context", "S", "A2")


def test_a_sheet_that_would_fill_the_memory_is_refused() -> None:
    data = xlsx({"S": [["text"]]})
    far = b'<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>'
    sheet = (
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
        + far
        + b"</row></sheetData></worksheet>"
    )
    import io
    import zipfile

    members = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    members["xl/worksheets/sheet1.xml"] = sheet
    assert [item[0] for item in failures(zipped(members), "a.xlsx")] == ["too-large"]


def test_paragraphs_cells_headers_and_boxes() -> None:
    box = "<w:r><w:pict><w:txbxContent>" + paragraph("In a box") + "</w:txbxContent></w:pict></w:r>"
    body = [
        paragraph("Thank ", "you!"),
        paragraph(),
        table([["a", "b"], ["c", "Leave a review"]]),
        paragraph("Last", box),
    ]
    (found,) = documents(docx(body, more={"word/header1.xml": paragraph("Our brand")}), "a.docx")
    assert [item.text for item in found.segments] == [
        "Thank you!\n\n\na\n\nb\n\nc\n\nLeave a review\n\nLast\nIn a box",
        "Our brand",
    ]
    main, header = found.segments
    assert (at(main, "Thank").paragraph, at(main, "Thank").cell) == (1, None)
    review = at(main, "review")
    assert (review.part, review.cell, review.paragraph) == ("table 1", "B2", 6)
    assert at(main, "box").paragraph == 8
    assert (at(header, "brand").part, at(header, "brand").paragraph) == ("header1", 1)


def test_deleted_text_and_comments_are_left_out_and_hidden_text_is_told() -> None:
    deleted = f"<w:del>{run('bad')}</w:del><w:moveFrom>{run('moved')}</w:moveFrom>"
    data = docx(
        [paragraph("Good ", deleted, run("new"), run("secret", "<w:vanish/>"))],
        more={"word/comments.xml": b"<x>comment</x>"},
    )
    (found,) = documents(data, "a.docx")
    assert [(item.text, item.hidden) for item in found.segments] == [("Good new", False), ("secret", True)]


def test_links_and_pictures() -> None:
    link = f'<w:hyperlink r:id="rId9">{run("our site")}</w:hyperlink>'
    picture = '<w:drawing><wp:docPr xmlns:wp="x" id="1" descr="Scan the code"/></w:drawing>'
    data = docx(
        [paragraph("See ", link), paragraph(f"<w:r>{picture}</w:r>")],
        links={"rId9": "https://brand.example"},
        more={"word/media/image1.png": b"\x89PNG\r\n\x1a\nx"},
    )
    found = next(item for item in everything(data, "a.docx") if isinstance(item, Document))
    assert [(item.role, item.text) for item in found.segments][1:] == [
        ("link_target", "https://brand.example"),
        ("alt", "Scan the code"),
    ]
    assert at(found.segments[1]).paragraph == 1
    assert [(item.kind, item.text) for item in found.elements] == [
        ("link", "our site"),
        ("image", "Scan the code"),
    ]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.txt", "a"])
def test_the_content_decides_not_the_suffix(name: str) -> None:
    (found,) = documents(docx([paragraph("Hello")]), name)
    assert found.segments[0].text == "Hello"


def test_broken_encrypted_and_hostile_files_are_named() -> None:
    assert [item[0] for item in failures(docx([])[:60], "a.docx")] == ["broken"]
    assert [item[0] for item in failures(b"no zip at all \xff\xfe\xfd", "a.xlsx")] == ["broken"]
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert [item[0] for item in failures(zipped({"word/document.xml": entity}), "a.docx")] == ["broken"]
    bomb = zipped({"word/document.xml": b" " * 30_000_000})
    assert [item[0] for item in failures(bomb, "a.docx")] == ["too-large"]
    deep = paragraph("x")
    for _ in range(3000):
        deep = f"<w:sdt>{deep}</w:sdt>"
    (found,) = documents(docx([deep]), "a.docx")
    assert found.segments[0].text == "x"


def test_repeated_cells_of_open_documents_count() -> None:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in KINDS)
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'

    def sheet(repeat: str, after: str = "") -> bytes:
        attributes = 'office:value-type="string" table:number-columns-repeated="2000"'
        cell = f"<table:table-cell {attributes}>{' ' * 300}<text:p>x</text:p></table:table-cell>"
        rows = f"<table:table-row {repeat}>{cell}</table:table-row>{after}"
        table = f'<table:table table:name="S">{rows}</table:table>'
        content = (
            f"<office:document-content {spaces}><office:body><office:spreadsheet>{table}"
            "</office:spreadsheet></office:body></office:document-content>"
        )
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<m/>"})

    bomb = sheet('table:number-rows-repeated="1000000"')
    assert [item[0] for item in failures(bomb, "a.ods")] == ["too-large"]
    assert len(documents(sheet("", empty), "a.ods")) == 2000


def test_files_with_a_password_are_told() -> None:
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert [item[0] for item in failures(office, "a.xlsx")] == ["encrypted"]
    manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    data = zipped({"mimetype": kind, "content.xml": b"\1\2", "META-INF/manifest.xml": manifest})
    assert [item[0] for item in failures(data, "a.ods")] == ["encrypted"]
