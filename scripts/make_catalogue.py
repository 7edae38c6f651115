"""Compile the catalogues of the command line (src/msglint/locale) from .po to the .mo that gettext reads."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "src" / "msglint" / "locale"


def main() -> None:
    """Write each .mo beside its .po."""
    for source in LOCALE.rglob("*.po"):
        with source.open("rb") as file:
            catalogue = read_po(file)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


if __name__ == "__main__":
    main()
