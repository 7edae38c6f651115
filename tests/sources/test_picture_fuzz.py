"""Mutated PDF files and pictures: readers yield documents and failures, whatever the bytes are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msglint.document import Document
from msglint.sources import Failure, formats, read
from tests.pictures import CHAT, code, fixture, saved, sheet

pytest.importorskip("pypdfium2", reason="needs msglint[pdf]")
pytest.importorskip("zxingcpp", reason="needs msglint[qr]")

KINDS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
SAMPLES = {
    f"card.{kind.lower()}": saved(sheet((code(CHAT, 3), 20, 20), size=(200, 200)), kind) for kind in KINDS
}
SAMPLES |= {"card.pdf": fixture("cards/hidden-offer.pdf"), "code.pdf": fixture("cards/使用提示卡.pdf")}


@pytest.fixture(autouse=True)
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "rapidocr" else name)


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a file with a few bytes changed, cut out or said twice."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(changed) - 1)))
        match draw(st.sampled_from(("change", "cut", "repeat", "end"))):
            case "change":
                changed[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del changed[at : at + draw(st.integers(1, 200))]
            case "repeat":
                changed[at:at] = changed[at : at + draw(st.integers(1, 200))]
            case "end":
                del changed[max(at, 20) :]
    return bytes(changed)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_readers_never_fail_on_mutated_files(name: str) -> None:
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(mutated(SAMPLES[name]))
    def judge(data: bytes) -> None:
        for item in read(data, name):
            assert isinstance(item, Document | Failure)
            if isinstance(item, Document):
                for segment in item.segments:
                    place = segment.origin.place(0, len(segment.text))
                    assert place.source == name
            else:
                assert item.message

    judge()
