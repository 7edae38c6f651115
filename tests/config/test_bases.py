"""A configuration may extend others: what holds of both, and where each value comes from."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.config.discovery import Configs
from msglint.config.file import load
from msglint.config.model import Config, RuleSetting
from msglint.config.resolve import resolve
from msglint.errors import InvalidFileError
from msglint.violation import Severity
from tests.packages import Install


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        load(path)
    return [str(problem) for problem in caught.value.problems]


BASE = """\
packs: [amazon, ./house.yaml]
encoding: gb18030
fail_on: warning
exclude: [drafts/]
limits: {file_mb: 5, pages: 9}
baseline: old.jsonl
files:
  - {paths: "shops/de/cards/**", channel: insert, market: DE}
rules:
  a/one: off
  a/two: {severity: info}
suppress:
  - {rule: a/one, paths: "shops/de/manual.md", reason: agreed}
"""

OWN = """\
extends: ../../base.yaml
packs: labels-eu
fail_on: error
exclude: ["!drafts/", old/]
limits: {pages: 20}
files:
  - {paths: "cards/toys/**", product: {is_toy: true}}
rules:
  a/two: {max: 3}
"""


@pytest.fixture
def config() -> Config:
    written("base.yaml", BASE)
    return load(written("shops/de/msglint.yaml", OWN))


def test_lists_add_up_and_the_nearer_value_counts(config: Config, tmp_path: Path) -> None:
    assert config.packs == ("amazon", str(tmp_path / "house.yaml"), "labels-eu")
    assert (config.encoding, config.fail_on) == ("gb18030", Severity.ERROR)
    assert (config.bounds.file_mb, config.bounds.pages) == (5, 20)
    assert config.rules == {"a/one": RuleSetting(off=True), "a/two": RuleSetting(parameters={"max": 3})}
    assert config.baseline is None, "its entries are about other files"
    assert (config.source, config.bases) == ("shops/de/msglint.yaml", ("base.yaml",))


def test_globs_of_a_file_above_count_from_its_folder(config: Config) -> None:
    settings = resolve(config, Path("shops/de/cards/toys/a.txt"))
    assert settings.merged().origins == {
        "channel": "base.yaml:8",
        "market": "base.yaml:8",
        "product.is_toy": "shops/de/msglint.yaml:7",
    }
    assert config.suppress[0].paths.match("manual.md")
    assert not config.suppress[0].paths.match("../manual.md")


def test_a_nearer_exclude_takes_back_what_a_base_excludes(config: Config) -> None:
    assert config.excluding("drafts/") is None
    assert config.excluding("old/") == "old/"


def test_every_value_knows_its_line(config: Config) -> None:
    assert config.origins["encoding"] == "base.yaml:2"
    assert config.origins["fail_on"] == "shops/de/msglint.yaml:3"
    assert config.origins["limits.file_mb"] == "base.yaml:5"
    assert config.origins["limits.pages"] == "shops/de/msglint.yaml:5"
    (one, two) = config.rules
    assert [(key, key.source, key.line) for key in (one, two)] == [
        ("a/one", "base.yaml", 10),
        ("a/two", "shops/de/msglint.yaml", 9),
    ]


def test_globs_of_a_file_elsewhere_count_from_the_extending_folder() -> None:
    written("shared/base.yaml", "exclude: drafts/\nfiles:\n  - {paths: 'cards/**', channel: insert}\n")
    config = load(written("shop/msglint.yaml", "extends: ../shared/base.yaml\n"))
    assert config.excluding("drafts/")
    assert resolve(config, Path("shop/cards/a.txt")).merged().context.channel == "insert"


def test_several_bases_the_later_over_the_earlier_and_bases_of_bases() -> None:
    written("a.yaml", "extends: c.yaml\nencoding: big5\n")
    written("b.yaml", "fail_on: info\nencoding: gb18030\n")
    written("c.yaml", "fail_on: warning\nplaceholders: ['{{*}}']\n")
    config = load(written("msglint.yaml", "extends: [a.yaml, ./b.yaml]\nplaceholders: ['%s']\n"))
    assert (config.encoding, config.fail_on) == ("gb18030", Severity.INFO)
    assert config.placeholders == ("{{*}}", "%s")
    assert config.bases == ("c.yaml", "a.yaml", "b.yaml")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"msglint.yaml": "extends: none.yaml\n"}, ["msglint.yaml:1:10: there is no file “none.yaml” to extend: expected a path from this file's folder"]),
        ({"msglint.yaml": "extends: [b.yaml, c.yaml]\n", "b.yaml": "pack: x\n", "c.yaml": "\nfail_on: x\n"},
         ["b.yaml:1:1: unknown key “pack”: did you mean “packs”?", "c.yaml:2:10: unknown severity “x”: expected one of error, info, warning"]),
        ({"msglint.yaml": "extends: b.yaml\n", "b.yaml": "fail_on: info\nextends:\n  - ./msglint.yaml\n"},
         ["b.yaml:3:5: “extends” goes round in a circle: msglint.yaml → b.yaml → msglint.yaml"]),
        ({"msglint.yaml": "extends: msglint.yaml\n"}, ["msglint.yaml:1:10: “extends” goes round in a circle: msglint.yaml → msglint.yaml"]),
        ({"msglint.yaml": "extends: amazon\n"}, ["msglint.yaml:1:10: no installed package brings a collection “amazon”: none is known; write a path as ./name.yaml"]),
    ],
)  # fmt: skip
def test_what_cannot_be_extended(files: dict[str, str], found: list[str]) -> None:
    for name, text in files.items():
        written(name, text)
    assert problems(Path("msglint.yaml")) == found


def test_a_package_brings_configurations(install: Install) -> None:
    install("acme", {"msglint.yaml": "fail_on: info\nfiles: [{paths: 'cards/**', channel: insert}]\n", "strict.msglint.yaml": "extends: msglint.yaml\nencoding: big5\n"})  # fmt: skip
    config = load(written("msglint.yaml", "extends: acme:strict.msglint.yaml\n"))
    assert (config.fail_on, config.encoding) == (Severity.INFO, "big5")
    assert resolve(config, Path("cards/a.txt")).merged().context.channel == "insert"
    assert load(written("other.yaml", "extends: acme\n")).fail_on == Severity.INFO
    assert problems(written("bad.yaml", "extends: [acm, 'acme:up/../../x.yaml']\n")) == [
        "bad.yaml:1:11: no installed package brings a collection “acm”: did you mean “acme”?; write a path as ./name.yaml",
        "bad.yaml:1:16: the collection “acme” holds no file “up/../../x.yaml” to extend",
    ]


def test_the_nearest_configuration_counts_for_each_file() -> None:
    written("msglint.yaml", "encoding: big5\n")
    written("shop/pyproject.toml", "[tool.msglint]\nencoding = 'gb18030'\n")
    written("shop/lib/pyproject.toml", "[tool.other]\nmsglint = 1\n")
    configs = Configs()
    assert configs.of(Path("a.txt")).encoding == "big5"
    assert configs.of(Path("shop/lib/a.txt")).encoding == "gb18030"
    written("shop/msglint.yaml", "encoding: cp1252\n")
    assert Configs().of(Path("shop/a.txt")).encoding == "cp1252", "msglint.yaml stands before pyproject.toml"
