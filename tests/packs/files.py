"""Rule files for tests, and ways to read them."""

from pathlib import Path
from textwrap import dedent

import pytest

from msglint.errors import InvalidFileError
from msglint.packs.files import RuleFile
from msglint.packs.library import read_library
from msglint.packs.model import Ruleset

FACTS = """\
facts:
  - {id: F-BLOCK, title: t, statement: s, level: block, confidence: stated, sources: []}
  - {id: F-HEARSAY, title: t, statement: s, level: block, confidence: third-party, sources: []}
  - {id: F-CONFLICT, title: t, statement: s, level: block, confidence: conflict, sources: []}
  - {id: F-WARN, title: t, statement: s, level: warn, confidence: stated, sources: []}
  - {id: F-INFO, title: t, statement: s, level: info, confidence: stated, sources: []}
  - {id: F-ALLOW, title: t, statement: s, level: do-not-flag, confidence: stated, sources: []}
  - {id: L-A, title: t, statement: s, level: label, confidence: A, sources: []}
  - {id: L-AC, title: t, statement: s, level: label, confidence: {duty: A, wording: C}, sources: []}
  - {id: L-B, title: t, statement: s, level: label, confidence: B, sources: []}
  - {id: L-C, title: t, statement: s, level: label, confidence: C, sources: []}
"""

EXAMPLES = "examples: {flag: [a, b, c], pass: [d, e, f]}"


def rule(*lines: str, name: str = "one") -> str:
    """Return a sound rule, indented for a list of rules, with more lines; they may replace its own."""
    own = {
        "id": f"id: {name}",
        "category": "category: claims",
        "severity": "severity: warning",
        "source": "source: {title: House rules}",
        "message": "message: Do not say this.",
        "examples": EXAMPLES,
    }
    added = {line.split(":")[0]: line for line in lines}
    kept = [line for key, line in {**own, **added}.items() if line.partition(":")[2].strip() != "DROP"]
    return "  - " + "\n    ".join(line for item in kept for line in item.split("\n")) + "\n"


def pack(*rules: str, name: str = "own", head: str = "") -> str:
    """Return a pack of rules; `head` are more keys before them. Its first rule begins in the fourth line."""
    return f"pack: {name}\ntitle: Own\n{dedent(head)}rules:\n" + "".join(rules)


def read(folder: Path, files: dict[str, str], *, shipped: bool = False) -> Ruleset:
    """Return what the files, given by name, hold together."""
    return read_library(written(folder, files, shipped=shipped))


def written(folder: Path, files: dict[str, str], *, shipped: bool = False) -> list[RuleFile]:
    """Write the files; return them with their names for messages."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return [RuleFile(folder / name, name, shipped=shipped) for name in files]


def problems(folder: Path, files: dict[str, str], *, shipped: bool = False) -> list[str]:
    """Return what is wrong with the files."""
    with pytest.raises(InvalidFileError) as caught:
        read(folder, files, shipped=shipped)
    return [str(problem) for problem in caught.value.problems]
