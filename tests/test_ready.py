"""Packs from the cache judge as packs that were read anew, and a bad file is no more than a slower start."""

from pathlib import Path

import pytest

from msglint import cache
from msglint.linter import Linter
from msglint.packs.loader import load
from msglint.ready import KIND, ready

PACK = """
pack: own
title: {en: Own, zh: 自有}
lexicons:
  gift.en: [gift card(|s), "free (product|item)"]
  gift.zh: [红包, 返<money>]
rules:
  - id: gift
    category: marketing
    severity: warning
    facts: [AMZ-MSG-13]
    message: {en: "Offers “{gift}”.", zh: "提供“{gift}”。"}
    phrases: ["$gift", "WORD ... please"]
    when: {channel: message}
    examples:
      flag: [Take a gift card, 领红包, 返10元]
      pass: [Take a card, 红色的包, Hello there]
"""
TEXTS = (
    "Take a gift card! 扫码领红包，返10元。",
    "A thank you, please.",
    "a lure for you, please; w e c h a t us",
)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "own.yaml"
    path.write_text(PACK.replace("WORD", "thank"), encoding="utf-8")
    return path


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").glob(f"{KIND}-*.data"))


def judged(pack: Path) -> list[object]:
    known = ready([str(pack)])
    linter = Linter(known.ruleset, compiled=known.compiled)
    return [linter.check(text, channel="message") for text in TEXTS]


def fresh(pack: Path) -> list[object]:
    linter = Linter(load([str(pack)]))
    return [linter.check(text, channel="message") for text in TEXTS]


def test_packs_from_the_cache_are_the_packs(pack: Path, tmp_path: Path) -> None:
    first = ready([str(pack)])
    assert len(files(tmp_path)) == 1
    second = ready([str(pack)])
    assert second.ruleset == first.ruleset == load([str(pack)])
    assert second.compiled() == first.compiled()
    assert judged(pack) == fresh(pack)


def test_without_the_cache_nothing_is_written(pack: Path, tmp_path: Path) -> None:
    assert ready([str(pack)], cached=False).ruleset == load([str(pack)])
    assert not (tmp_path / "cache").exists()


def test_a_changed_pack_is_read_anew(pack: Path) -> None:
    before = judged(pack)
    pack.write_text(PACK.replace("WORD", "lure"), encoding="utf-8")
    assert judged(pack) == fresh(pack) != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda content: content[:200] + bytes([content[200] ^ 1]) + content[201:],
        lambda content: b"another format\n" + content[15:],
        lambda content: content[:20] + bytes(32) + content[52:],
        lambda content: b"\x80\x04" + content,
    ],
    ids=["empty", "short", "one bit", "format", "key", "pickle"],
)
def test_a_bad_file_means_compiling_anew(pack: Path, tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    expected = judged(pack)
    (file,) = files(tmp_path)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert judged(pack) == expected
    assert file.read_bytes() == good


def test_another_version_has_files_of_its_own(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = judged(pack)
    monkeypatch.setattr(cache, "VERSIONS", b"another\n")
    assert judged(pack) == expected
    assert len(files(tmp_path)) == 2


def test_a_folder_that_cannot_be_written_is_no_error(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path / "file"))
    assert judged(pack) == fresh(pack)


def test_old_files_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(cache.KEPT + 3):
        cache.store("things", cache.key_of([b"%d" % number]), (number,))
    assert len(list((tmp_path / "cache").iterdir())) == cache.KEPT


def test_all_shipped_packs_survive_the_way_through_plain_data() -> None:
    first, second = ready(None), ready(None)
    assert first.ruleset == second.ruleset
    assert first.compiled() == second.compiled()
