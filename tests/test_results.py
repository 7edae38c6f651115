"""Verdicts from the cache are as they were put there, give away no text, and do not count once damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msglint import results
from msglint.detached import detached, placed
from msglint.document import Context, Document
from msglint.judgement import Judgement
from msglint.linter import Linter

TEXT = "Leave a five star review and get a gift card! 五星好评返现10元。 w e c h a t: brand_care88"
RULES = b"rules"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path))
    return tmp_path / results.FOLDER


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.from_text(TEXT, Context(channel="message", markets=("US", "DE")), "Your order")


@pytest.fixture(scope="module")
def judgement(document: Document) -> Judgement:
    found = Linter.from_packs().judge(detached(document))
    assert found.violations
    return found


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.data"))


def test_a_detached_document_is_judged_alike(document: Document, judgement: Judgement) -> None:
    assert placed(judgement, document) == Linter.from_packs().judge(document)


def test_what_is_stored_is_loaded(document: Document, judgement: Judgement) -> None:
    key = results.key_of_documents(RULES, [detached(document)])
    assert results.load(key) is None
    results.store(key, [judgement, Judgement(())])
    assert results.load(key) == [judgement, Judgement(())]


def test_the_folder_gives_away_no_text(folder: Path, document: Document, judgement: Judgement) -> None:
    results.store(results.key_of_documents(RULES, [detached(document)]), [judgement])
    content = b"".join(path.read_bytes() for path in files(folder))
    for word in ("review", "gift card", "好评", "brand_care88", "amazon"):
        assert word.encode() not in content
    assert results.load(results.key_of_documents(RULES, [])) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"context": Context(channel="insert", markets=("US", "DE"))},
        {"complete": False},
        {"gives": frozenset(("image",))},
        {"segments": ()},
    ],
)
def test_the_key_holds_all_that_counts(document: Document, changed: dict[str, object]) -> None:
    known = results.key_of_documents(RULES, [detached(document)])
    assert results.key_of_documents(RULES, [detached(replace(document, **changed))]) != known  # type: ignore[arg-type]
    assert results.key_of_documents(b"others", [detached(document)]) != known
    assert results.rules_key(b"a", ["severity"]) != results.rules_key(b"a", [])


def test_the_name_of_a_file_does_not_count(document: Document) -> None:
    moved = replace(document, source="elsewhere.txt", id="7")
    keys = {results.key_of_documents(RULES, [detached(item)]) for item in (document, moved)}
    assert len(keys) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_counts_for_nothing(
    folder: Path, document: Document, judgement: Judgement, data: st.DataObject
) -> None:
    key = results.key_of_documents(RULES, [detached(document)])
    results.store(key, [judgement])
    (path,) = files(folder)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 3)) :]
    path.write_bytes(damaged)
    found = results.load(key)
    assert found == [judgement] if damaged == whole else found is None


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, judgement: Judgement
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    results.store(RULES, [judgement])
    assert results.load(RULES) is None


def test_the_folder_stays_small(folder: Path, monkeypatch: pytest.MonkeyPatch, judgement: Judgement) -> None:
    monkeypatch.setattr(results, "SHARD_KEEPS", 300)
    for number in range(3000):
        results.store(b"%d" % number, [Judgement(())])
    count = len(files(folder))
    # An empty verdict takes some 60 bytes; each of 256 folders is cut back to five of them now and then.
    assert 0 < count < 3000
    results.store(b"last", [judgement])
    assert results.load(b"last") == [judgement]
