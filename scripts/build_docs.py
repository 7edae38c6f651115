"""Build the documentation site: English at its root, Chinese below `zh/`.

    python scripts/build_docs.py [FOLDER]

Needs msglint[docs]. Writes FOLDER (build/docs) anew: `pages/` with what stands in docs/ and a page for each
rule, from the same data as `msglint explain`; then `site/`, strictly: a broken link or anchor is an error.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import msglint
from msglint.packs.loader import load_everything
from msglint.packs.model import Rule, Ruleset
from msglint.reports.rulepage import RulePage, describe, markdown
from msglint.reports.words import LANGUAGES, say
from msglint.reserved import RULES

ROOT = Path(__file__).parents[1]
REPOSITORY = "https://github.com/msglint/msglint/blob/main"
OUTSIDE = re.compile(r"\]\((?:\.\./){1,2}((?!\.\.)[^)\s]+)\)")
API = "<!-- api -->"
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def main() -> None:
    """Write the pages and build the site."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "docs"
    shutil.rmtree(folder, ignore_errors=True)
    ruleset = load_everything()
    for lang in LANGUAGES:
        write_pages(folder / "pages" / lang, lang, ruleset)
        shutil.copy(ROOT / "docs" / "site" / f"mkdocs.{lang}.yml", folder)
    for lang in LANGUAGES:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file"]
        subprocess.run([*command, str(folder / f"mkdocs.{lang}.yml")], check=True, env=QUIET)
    print(f"{folder / 'site' / 'index.html'}: {len(all_rules(ruleset))} rules in {len(LANGUAGES)} languages")


def write_pages(folder: Path, lang: str, ruleset: Ruleset) -> None:
    """Write the pages of one language: those of docs/ and those of the rules."""
    folder.mkdir(parents=True)
    for source in sorted((ROOT / "docs" if lang == "en" else ROOT / "docs" / lang).glob("*.md")):
        (folder / source.name).write_text(_whole(source.read_text("utf-8")), "utf-8")
    pages = [describe(rule, ruleset, lang) for rule in all_rules(ruleset)]
    for page in pages:
        path = folder / "rule" / f"{page.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule_page(page), "utf-8")
    (folder / "rule" / "index.md").write_text("\n".join(_index(pages, ruleset, lang)), "utf-8")


def all_rules(ruleset: Ruleset) -> list[Rule]:
    """Return the rules of all packs, and those of the engine itself."""
    return [*ruleset.rules, *RULES.values()]


def rule_page(page: RulePage) -> str:
    """Return the page of a rule: what `explain` says, in Markdown."""
    return f"# {page.id}\n\n{say(page.lang, str(page.severity))} · {page.category}\n\n{markdown(page)}"


def _whole(text: str) -> str:
    """Return a page with the library's API, and with links out of docs/ into the repository."""
    text = text.replace(API, "\n".join(_api()))
    for path in OUTSIDE.findall(text):
        if not (ROOT / path.partition("#")[0]).exists():
            raise SystemExit(f"a page links to {path}, which does not exist")
    return OUTSIDE.sub(rf"]({REPOSITORY}/\1)", text)


def _index(pages: list[RulePage], ruleset: Ruleset, lang: str) -> Iterator[str]:
    titles = {pack.id: pack.title.render(lang, {}) for pack in ruleset.packs}
    yield "# " + say(lang, "docs.rules")
    pack = ""
    for page in pages:
        if page.id.partition("/")[0] != pack:
            pack = page.id.partition("/")[0]
            yield f"\n## {pack}\n\n{titles.get(pack, '')}\n"
        why = " ".join(page.why.replace("|", r"\|").split())
        yield f"- [{page.id}]({page.id}.md) ({say(lang, str(page.severity))}): {why}"
    yield ""


def _api() -> Iterator[str]:
    """Yield what the public names say of themselves."""
    for name in msglint.__all__:
        item = getattr(msglint, name)
        yield f"## {name}\n\n```python\n{_signature(name, item)}\n```\n\n{_said(item)}\n"
        public = vars(item).items() if inspect.isclass(item) else ()
        for key, member in public:
            called = getattr(member, "__func__", member)
            if not key.startswith("_") and inspect.isfunction(called):
                yield f"### {name}.{key}\n\n```python\n{_signature(key, called)}\n```\n\n{_said(called)}\n"


def _signature(name: str, item: object) -> str:
    has_none = isinstance(item, type) and issubclass(item, (Enum, Exception))
    return name if has_none or not callable(item) else f"{name}{inspect.signature(item)}"


def _said(item: object) -> str:
    return re.sub(r"([*_<>])(?![^`]*`)", r"\\\1", inspect.getdoc(item) or "")


if __name__ == "__main__":
    main()
