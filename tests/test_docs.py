"""The documentation says of rules what `explain` says, in both languages."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from msglint.packs.loader import load_everything
from msglint.packs.model import Ruleset
from msglint.reports.rulepage import describe, markdown
from msglint.reports.words import LANGUAGES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts" / "build_docs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_everything()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_a_page(builder: ModuleType, ruleset: Ruleset, lang: str, tmp_path: Path) -> None:
    builder.write_pages(tmp_path / lang, lang, ruleset)
    index = (tmp_path / lang / "rule" / "index.md").read_text("utf-8")
    for rule in builder.all_rules(ruleset):
        text = (tmp_path / lang / "rule" / f"{rule.id}.md").read_text("utf-8")
        assert text.startswith(f"# {rule.id}\n")
        assert text.endswith(markdown(describe(rule, ruleset, lang)))
        assert f"({rule.id}.md)" in index


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = (
        {path.name for path in (ROOT / folder).glob("*.md")} for folder in ("docs", "docs/zh")
    )
    assert english == chinese


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_can_be_reached(lang: str) -> None:
    folder = ROOT / "docs" if lang == "en" else ROOT / "docs" / lang
    text = (ROOT / "docs" / "site" / f"mkdocs.{lang}.yml").read_text("utf-8")
    reached = {page for entry in yaml.safe_load(text)["nav"] for page in entry.values()}
    assert reached == {"rule/index.md", *(path.name for path in folder.glob("*.md"))}


def test_the_manual_shows_the_same_in_both_languages() -> None:
    english, chinese = (_shown(ROOT / folder / "rules.md") for folder in ("docs", "docs/zh"))
    assert english == chinese


def _shown(path: Path) -> list[str]:
    """Return the samples of a page without comments, and the levels of its headings and its rows."""
    text = re.sub(r" +# .*", "", path.read_text("utf-8"))
    return re.findall(r"^```(?:.|\n)*?^```|^#+(?= )|^[|-](?= )", text, re.MULTILINE)
