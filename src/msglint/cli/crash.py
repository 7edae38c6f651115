"""What to say when msglint itself fails: enough to find the fault, nothing of the buyer's text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msglint import __version__
from msglint.messages import Message, said

REPORT_TO = "https://github.com/msglint/msglint/issues"
LIBRARIES = ("ahocorasick-rs", "click", "jieba", "marisa-trie", "phonenumberslite", "pyyaml", "regex")
FRAMES = 4


def describe(error: BaseException) -> str:
    """Return the kind of an error and the way it took; never its text, which may quote the copy."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    way = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(error).__name__} at {way}"


def notice(errors: Iterable[str], lang: str) -> str:
    """Return the message for standard error, in a language: what failed, versions, where to report it."""
    import platform

    versions = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    return "\n".join(
        [
            said(Message("msglint failed. This is a fault of msglint, not of your copy."), lang),
            *(f"  {error}" for error in dict.fromkeys(errors)),
            f"  msglint {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"  {versions}",
            said(Message("Please report these lines to {}; they hold none of your text.", REPORT_TO), lang),
        ]
    )


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
