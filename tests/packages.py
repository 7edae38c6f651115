"""Python packages with packs, laid out as pip does, for tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

Install = Callable[[str, Mapping[str, str]], None]
"""Installs the collection of a name with these files: the package `NAME_rules`, version 1.2."""


def add_package(site: Path, name: str, files: Mapping[str, str]) -> None:
    """Write a package and its metadata; importing it would fail, since nobody may."""
    folder = site / f"{name}_rules" / "packs"
    metadata = site / f"{name}_rules-1.2.dist-info"
    written = {
        folder.parent / "__init__.py": "raise RuntimeError('a package of packs is never imported')\n",
        metadata / "METADATA": f"Metadata-Version: 2.1\nName: {name}-rules\nVersion: 1.2\n",
        metadata / "entry_points.txt": f"[msglint.packs]\n{name} = {name}_rules.packs\n",
        **{folder / path: text for path, text in files.items()},
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
