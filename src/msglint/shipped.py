"""Where the rules that come with msglint are."""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """Return the folder of the shipped rules: inside the installed package, else that of the source tree."""
    package = Path(__file__).resolve().parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"
