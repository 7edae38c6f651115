"""Error texts that can be said in another language after they were made.

A `Message` is its English text; it keeps its template and values, so that whoever shows it may say it again
from a catalogue. Values that are messages themselves, or texts that the catalogue has, are said again too.
"""

from __future__ import annotations

from typing import Any


class Message(str):
    """An English sentence made from a template with `{}` for its values, as in `str.format`."""

    __slots__ = ("template", "values")

    template: str
    values: tuple[object, ...]

    def __new__(cls, template: str, *values: object) -> Message:
        """Fill the template."""
        made = super().__new__(cls, template.format(*values))
        made.template, made.values = template, values
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what makes this message anew, in another process."""
        return (self.template, *self.values)


def said(text: str, lang: str) -> str:
    """Return a text in `lang`, as far as the catalogue has it; what it lacks stays English."""
    if lang != "zh":
        return str(text)
    from msglint.messages_zh import CHINESE

    if not isinstance(text, Message):
        return CHINESE.get(text, text) if " " in text else text  # A single word may be a name.
    values = (said(value, lang) if isinstance(value, str) else value for value in text.values)
    return CHINESE.get(text.template, text.template).format(*values)
