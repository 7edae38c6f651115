from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from msglint.cache import cache_folder
from msglint.text import dictionary
from msglint.text.dictionary import HEADER, open_dictionary

WORDS = "好 30 a\n好评 5 n\n评价 7 n\n好评如潮 1 i\n评 2 v\n坏 0 a\n评价 8 n\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dictionary in place of jieba's, and an empty cache folder that does not exist yet."""
    source = tmp_path / "dict.txt"
    source.write_text(WORDS, "utf-8")
    monkeypatch.setattr(dictionary, "jieba_dictionary", lambda: source)
    folder = tmp_path / "deep" / "cache"
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(folder))
    return folder


def test_words_and_frequencies(cache: Path) -> None:
    for _ in range(2):
        found = open_dictionary(["返现", "好评"])
        assert found.words_at("请好评如潮", 1) == ["好", "好评", "好评如潮"]
        assert found.words_at("坏", 0) == []
        assert [found.get(word) for word in ("好", "评价", "返现", "好评", "如")] == [30, 8, 500, 5, None]
        assert found.get("坏", 0) == 0
        assert (found.total, found.longest) == (30 + 5 + 7 + 1 + 2 + 0 + 8 + 500, 4)
    assert [path.suffix for path in cache.iterdir()] == [".trie"]


@pytest.mark.usefixtures("cache")
def test_second_opening_maps_the_file() -> None:
    assert open_dictionary().memory is None
    assert open_dictionary().memory is not None


def test_other_words_make_another_file(cache: Path) -> None:
    for extra in ([], ["返现"], ["返现", "免单"], ["免单", "返现"]):
        open_dictionary(extra)
    assert len(list(cache.iterdir())) == 3


def test_another_source_makes_another_file(cache: Path, tmp_path: Path) -> None:
    open_dictionary()
    (tmp_path / "dict.txt").write_text(WORDS + "返现 3 n\n", "utf-8")
    assert open_dictionary().get("返现") == 3
    assert len(list(cache.iterdir())) == 2


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: content[:0],
    "cut_short": lambda content: content[:-1],
    "no_trie": lambda content: content[: HEADER.size],
    "half_a_header": lambda content: content[: HEADER.size // 2],
    "one_bit": lambda content: content[:200] + bytes([content[200] ^ 1]) + content[201:],
    "another_format": lambda content: content.replace(b"words 1", b"words 0"),
    "poison": lambda content: b"poison" * len(content),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_wrong_file_is_made_anew(cache: Path, damage: Callable[[bytes], bytes]) -> None:
    open_dictionary()
    (path,) = cache.iterdir()
    good = path.read_bytes()
    path.write_bytes(damage(good))
    assert open_dictionary().get("好评") == 5
    assert path.read_bytes() == good
    assert open_dictionary().memory is not None


def test_a_file_of_other_words_is_made_anew(cache: Path) -> None:
    open_dictionary(["返现"])
    (other,) = cache.iterdir()
    content = other.read_bytes()
    other.unlink()
    open_dictionary()
    (path,) = cache.iterdir()
    path.write_bytes(content)
    assert open_dictionary().get("返现") is None


@pytest.mark.usefixtures("cache")
def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(file))
    assert open_dictionary().get("好评") == 5
    assert file.read_text() == ""


def test_failed_replacement_leaves_nothing_behind(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(temporary: Path, target: Path) -> Path:
        raise PermissionError(temporary, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert open_dictionary().get("好评") == 5
    assert list(cache.iterdir()) == []


def test_cache_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MSGLINT_CACHE_DIR", raising=False)
    assert cache_folder().name in ("msglint", "Cache")


def test_dictionary_of_jieba_is_found() -> None:
    assert dictionary.jieba_dictionary().stat().st_size > 1_000_000
