"""msglint: a compliance linter for messages and insert cards of marketplace sellers.

from msglint import Linter

linter = Linter.from_packs(["amazon", "labels-us"])
for violation in linter.check("Leave a review and get a gift card!", channel="message", market="US"):
    print(violation.place.line, violation.message.render("en", violation.arguments))
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msglint.document import Context, Document, Place, Segment
    from msglint.errors import InvalidFileError, MsglintError
    from msglint.linter import Linter
    from msglint.packs.loader import load as load_packs
    from msglint.violation import Severity, Violation

__version__ = "0.1.0"

__all__ = [
    "Context",
    "Document",
    "InvalidFileError",
    "Linter",
    "MsglintError",
    "Place",
    "Segment",
    "Severity",
    "Violation",
    "load_packs",
]

_HOMES = {
    "Context": ("msglint.document", "Context"),
    "Document": ("msglint.document", "Document"),
    "InvalidFileError": ("msglint.errors", "InvalidFileError"),
    "Linter": ("msglint.linter", "Linter"),
    "MsglintError": ("msglint.errors", "MsglintError"),
    "Place": ("msglint.document", "Place"),
    "Segment": ("msglint.document", "Segment"),
    "Severity": ("msglint.violation", "Severity"),
    "Violation": ("msglint.violation", "Violation"),
    "load_packs": ("msglint.packs.loader", "load"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `msglint --version` loads nothing else."""
    if name not in _HOMES:
        raise AttributeError(f"module 'msglint' has no attribute '{name}'")
    module, attribute = _HOMES[name]
    return getattr(importlib.import_module(module), attribute)
