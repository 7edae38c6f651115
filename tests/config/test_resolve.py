"""What holds for one file: matching entries in order, the later over the earlier."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.config.context import ContextLayer
from msglint.config.file import load
from msglint.config.globs import Globs
from msglint.config.resolve import resolve
from msglint.document import Context

TEXT = """\
encoding: gb18030
files:
  - {paths: "**", channel: message, market: US, product: {is_toy: true}}
  - {paths: cards/, channel: insert, product: {age_min_months: 36}, unit: file}
  - {paths: "*.de.txt", market: DE, lang: de, encoding: cp1252}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "msglint.yaml").write_text(TEXT)
    return tmp_path


def test_later_entries_override_key_by_key_and_attributes_merge(folder: Path) -> None:
    settings = resolve(load(folder / "msglint.yaml"), folder / "cards/toy.de.txt")
    merged = settings.merged()
    assert merged.context == Context(
        "insert", None, ("DE",), "de", product={"is_toy": True, "age_min_months": 36}
    )
    assert merged.origins == {
        "channel": "msglint.yaml:4",
        "market": "msglint.yaml:5",
        "lang": "msglint.yaml:5",
        "product.is_toy": "msglint.yaml:3",
        "product.age_min_months": "msglint.yaml:4",
    }
    assert (settings.encoding, settings.encoding_origin) == ("cp1252", "msglint.yaml:5")
    assert (settings.unit, settings.unit_origin) == ("file", "msglint.yaml:4")


def test_what_does_not_match_says_nothing(folder: Path) -> None:
    settings = resolve(load(folder / "msglint.yaml"), Path("note.txt"))
    assert settings.merged().context == Context("message", markets=("US",), product={"is_toy": True})
    assert (settings.encoding, settings.encoding_origin) == ("gb18030", "msglint.yaml")
    assert (settings.unit, settings.unit_origin) == (None, None)


def test_options_are_stronger(folder: Path) -> None:
    settings = resolve(load(folder / "msglint.yaml"), folder / "note.txt")
    merged = settings.merged(ContextLayer({"channel": "label"}, "command line"))
    assert (merged.context.channel, merged.origins["channel"]) == ("label", "command line")


@pytest.mark.parametrize(
    ("patterns", "path", "found"),
    [
        (["messages/**"], "messages/a/b.txt", "messages/**"),
        (["messages"], "messages/a.txt", "messages"),
        (["./messages/*.md"], "messages/a.md", "./messages/*.md"),
        (["*.md"], "a/b.md", "*.md"),
        (["/*.md"], "a/b.md", None),
        (["a/"], "a", None),
        (["a/"], "a/", "a/"),
        (["*.md", "!b.md"], "a/b.md", None),
        (["!b.md", "*.md"], "a/b.md", "*.md"),
        (["messages/**"], "../messages/a.txt", None),
        (["售后/*.txt"], "售后/卡片.txt", "售后/*.txt"),
        ([], "a", None),
    ],
)
def test_globs_match_as_in_gitignore(patterns: list[str], path: str, found: str | None) -> None:
    assert Globs(tuple(patterns)).match(path) == found


def test_columns_add_up_and_keys_are_those_of_the_last_entry(tmp_path: Path) -> None:
    path = tmp_path / "msglint.yaml"
    path.write_text(
        "files:\n"
        "  - {paths: '*', columns: {Betreff: subject}, keys: 'a.*'}\n"
        "  - {paths: '*.csv', columns: {Nachricht: text}, keys: ['b.*', '!b.c']}\n"
    )
    settings = resolve(load(path), tmp_path / "x.csv")
    assert settings.columns == {"betreff": "subject", "nachricht": "text"}
    assert (settings.keys, settings.keys_origin) == (("b.*", "!b.c"), f"{path.as_posix()}:3")
