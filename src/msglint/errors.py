"""Expected errors: what a user did or gave that msglint cannot work with. They end in exit status 2."""

from __future__ import annotations

from typing import NamedTuple

from msglint.messages import said


class Problem(NamedTuple):
    """One thing that is wrong in a file: line and column in code points from 1 (0: the whole file)."""

    source: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return self.said("en")

    def said(self, lang: str) -> str:
        """Return place and message, in a language."""
        where = f"{self.source}:{self.line}:{self.column}" if self.line else self.source
        return f"{where}: {said(self.message, lang)}"


class MsglintError(Exception):
    """An expected error; its text tells the user what is wrong and what to do."""

    @property
    def message(self) -> str:
        """The text, as it was given."""
        return self.args[0] if self.args else ""

    def said(self, lang: str) -> str:
        """Return the text in a language."""
        return said(self.message, lang)


class InvalidFileError(MsglintError):
    """A pack, configuration or copy file is wrong; holds every problem found, in order of place."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def said(self, lang: str) -> str:
        """Return all problems in a language, one a line."""
        return "\n".join(problem.said(lang) for problem in self.problems)
