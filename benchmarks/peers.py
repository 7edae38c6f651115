"""Measures other programs over the same files: what a search for 300 phrases takes them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

PHRASES = (
    "gift card", "five star", "leave a review", "refund you", "whatsapp", "www.", "好评返现", "加微信",
    *(f"phrase number {number}" for number in range(292)),
)  # fmt: skip

MINT = """
const { readdirSync, readFileSync } = require('fs');
const Mint = require('mint-filter').default || require('mint-filter');
const [list, folder] = process.argv.slice(2);
const mint = new Mint(readFileSync(list, 'utf8').split('\\n'));
for (const name of readdirSync(folder))
  mint.filter(readFileSync(`${folder}/${name}`, 'utf8'), { replace: false });
"""


class Peer(NamedTuple):
    """A program: its name, the npm packages that bring it (none: it is there or not), and its command.

    The command is made of the folder in which the packages are, the file of phrases, and the files' folder.
    """

    name: str
    packages: tuple[str, ...]
    command: Callable[[Path, Path, str], Sequence[str]]


def rows(folder: Path, source: str, size: int) -> Iterator[tuple[str, str]]:
    """Yield for each peer its name and its pace over the files of `source`, `size` bytes together."""
    phrases = folder / "phrases"
    phrases.write_text("\n".join(PHRASES), encoding="utf-8")
    for peer in PEERS:
        home = folder / peer.name.replace(" ", "")
        home.mkdir()
        if not _installed(peer.packages, home):
            yield peer.name, "could not be installed"
            continue
        command = peer.command(home, phrases, source)
        if shutil.which(command[0]) is None:
            yield peer.name, "not installed"
            continue
        start = perf_counter()
        ended = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        seconds = perf_counter() - start
        # Both say 1 for findings.
        yield peer.name, f"{size / seconds / 1e6:.1f} MB/s" if ended.returncode in (0, 1) else "failed"


def _installed(packages: Sequence[str], home: Path) -> bool:
    if not packages:
        return True
    npm = shutil.which("npm")
    command = (str(npm), "install", "--no-audit", "--no-fund", "--prefix", str(home), *packages)
    return npm is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


def _ripgrep(_: Path, phrases: Path, source: str) -> Sequence[str]:
    return "rg", "-F", "-c", "-f", str(phrases), source


def _ripgrep_any_case(_: Path, phrases: Path, source: str) -> Sequence[str]:
    return "rg", "-F", "-i", "-c", "-f", str(phrases), source


def _mint(home: Path, phrases: Path, source: str) -> Sequence[str]:
    (home / "mint.js").write_text(MINT, encoding="utf-8")
    return "node", "mint.js", str(phrases), source


def _textlint(home: Path, _: Path, source: str) -> Sequence[str]:
    rules = [{"expected": "-", "pattern": phrase} for phrase in PHRASES]
    (home / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}), encoding="utf-8")
    configured = {"rules": {"prh": {"rulePaths": [str(home / "prh.yml")]}}}
    (home / ".textlintrc.json").write_text(json.dumps(configured), encoding="utf-8")
    return str(home / "node_modules/.bin/textlint"), "--format", "unix", source


PEERS = (
    Peer("ripgrep -F", (), _ripgrep),
    Peer("ripgrep -F -i", (), _ripgrep_any_case),
    Peer("mint-filter", ("mint-filter@4",), _mint),
    Peer("textlint", ("textlint@15", "textlint-rule-prh@6"), _textlint),
)
"""Vale is missing: its packages for PyPI and npm hold no program but fetch one while they are installed."""
