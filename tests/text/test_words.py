from __future__ import annotations

import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest

from msglint.text.dictionary import EXTRA_FREQUENCY, jieba_dictionary
from msglint.text.words import Segmenter
from tests.text.chinese import MISSING_WORDS, TERMS, lines

TORN = [
    ("友好评价", "好评"),
    ("往返现场", "返现"),
    ("误差评估", "差评"),
    ("对抗癌症", "抗癌"),
    ("避免单独使用", "免单"),
    ("最高级", "最"),
    ("返回首页", "返"),
    ("请加强包装", "加"),
    ("客服务必回复", "客服"),
]

WHOLE = [
    ("五星好评", "好评"),
    ("请给好评", "好评"),
    ("好评", "好评"),
    ("好评返现", "返现"),
    ("联系客服微信号", "微信"),
    ("请加客服", "加"),
    ("加微信", "加微信"),
    ("加v领红包", "加"),
    ("微信号", "微信"),
    ("全国代表大会", "全国"),
    ("全国代表大会", "国代表"),
    ("加qq群", "群"),
    ("5星好评5元", "好评"),
    ("好评😊返现", "好评😊返现"),
    ("review好评review", "好评"),
    ("4s店", "店"),
    ("free review", "review"),
    ("a", "a"),
    ("〇好评々", "好评"),
]


@pytest.mark.parametrize(("text", "hit"), TORN)
def test_torn(segmenter: Segmenter, text: str, hit: str) -> None:
    start = text.index(hit)
    assert segmenter.breaks_word(text, start, start + len(hit))


@pytest.mark.parametrize(("text", "hit"), WHOLE)
def test_whole(segmenter: Segmenter, text: str, hit: str) -> None:
    start = text.index(hit)
    assert not segmenter.breaks_word(text, start, start + len(hit))


@pytest.fixture(scope="module")
def jieba_tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """jieba as it is, with the same words added."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    for word in MISSING_WORDS:
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word, EXTRA_FREQUENCY)
    return tokenizer


def test_verdicts_are_those_of_full_tokenisation(segmenter: Segmenter, jieba_tokenizer: Any) -> None:
    words = [line.split(" ")[0] for line in jieba_dictionary().read_text("utf-8").splitlines()[::7]]
    random = Random(7)
    texts = list(lines(10_500, words))
    torn = 0
    for text in texts:
        bounds = [(start, end) for _, start, end in jieba_tokenizer.tokenize(text, HMM=False)]
        for start, end in hits(text, random):
            expected = tears(text, bounds, start, end)
            torn += expected
            assert segmenter.breaks_word(text, start, end) == expected, (text, text[start:end])
    assert len(set(texts)) > 10_000 and torn > 5_000


def hits(text: str, random: Random) -> Iterator[tuple[int, int]]:
    """Where the terms stand in a text, and two spans at random."""
    for term in TERMS:
        start = text.find(term)
        while start >= 0:
            yield start, start + len(term)
            start = text.find(term, start + 1)
    for _ in range(2):
        start = random.randrange(len(text))
        yield start, random.randint(start + 1, len(text))


def tears(text: str, bounds: list[tuple[int, int]], start: int, end: int) -> bool:
    """The verdict as it is defined, from the tokens of the whole text."""

    def is_han(char: str) -> bool:
        return "\u4e00" <= char <= "\u9fff"

    for edge in (start, end):
        if 0 < edge < len(text) and is_han(text[edge - 1]) and is_han(text[edge]):
            first, last = next(bound for bound in bounds if bound[0] <= edge < bound[1])
            holds = first <= start and end <= last
            if first < edge and (end - start == 1 or not holds):
                return True
    return False


def test_cut_is_that_of_jieba(segmenter: Segmenter, jieba_tokenizer: Any) -> None:
    words = [line.split(" ")[0] for line in jieba_dictionary().read_text("utf-8").splitlines()[::97]]
    odd = [
        "a\r\n\n b",
        " ",
        "abc123微信x y",
        "vx加2个，好评。\r",
        "-_-!!",
        "𠀀好评𠀀",
        "c++ c# A4纸",
        "％50%off",
    ]
    for text in ["", *odd, *lines(5_000, ["中华人民共和国", *words, *odd], seed=3)]:
        assert segmenter.cut(text) == jieba_tokenizer.lcut(text, HMM=False)


def test_long_texts_are_cut_once(segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch) -> None:
    cuts: list[str] = []
    cut = segmenter.cut

    def counted(block: str) -> list[str]:
        cuts.append(block)
        return cut(block)

    monkeypatch.setattr(segmenter, "cut", counted)
    text = "友好评价" * 2_000
    assert all(segmenter.breaks_word(text, start, start + 2) for start in range(1, len(text), 4))
    assert len(cuts) == 1


def test_threads_share_a_segmenter(
    segmenter: Segmenter, dictionary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(dictionary_folder))
    fresh = Segmenter(MISSING_WORDS)
    texts = list(lines(400, ["误差"], seed=5))
    asked = [(text, 1, min(3, len(text))) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda hit: fresh.breaks_word(*hit), asked))
    assert found == [segmenter.breaks_word(*hit) for hit in asked]


ENGLISH = """
import sys
from msglint.text.fold import fold
from msglint.text.language import detect
from msglint.text.placeholders import find_placeholders
from msglint.text.units import unit_starts
from msglint.text.words import breaks_word

text = "Dear {name},\\n\\nplease leave a review \u2013 and get a \u20ac10 gift card! Thanks."
opaque = [(found.start, found.end) for found in find_placeholders(text)]
view = fold(text, opaque).text
assert detect(text) == "en" and len(unit_starts(text, "clause", opaque)) > 2
assert not any(breaks_word(view, at, at + 5) for at in range(len(view) - 5))
assert "jieba" not in sys.modules and "marisa_trie" not in sys.modules
"""

JIEBA_CACHE = """
import sys
from msglint.text.words import Segmenter
assert Segmenter().breaks_word("友好评价", 1, 3)
assert not Segmenter().breaks_word("五星好评", 2, 4)
assert "jieba" not in sys.modules
"""


def run(program: str) -> str:
    """Run a program with warnings as errors; return what it printed."""
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout


def test_english_never_loads_jieba() -> None:
    assert run(ENGLISH) == ""


def test_cache_of_jieba_is_neither_trusted_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert run(JIEBA_CACHE) == ""
    assert list(temporary.iterdir()) == []
    poison = temporary / "jieba.cache"
    poison.write_bytes(b"poison")
    assert run(JIEBA_CACHE) == ""
    assert [path.name for path in temporary.iterdir()] == ["jieba.cache"]
    assert poison.read_bytes() == b"poison"
