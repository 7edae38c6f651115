"""What msglint.yaml may hold: the shape of each key."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from msglint.config.context import ContextLayer
from msglint.config.fields import context_fields, context_values
from msglint.config.globs import Globs, why_useless
from msglint.config.model import UNITS, FilesEntry, RuleSetting, Suppression
from msglint.config.values import is_text_encoding
from msglint.errors import Problem
from msglint.messages import Message
from msglint.packs import shapes, yaml
from msglint.packs.nearest import quoted
from msglint.packs.shapes import (
    Enum,
    Field,
    ListOf,
    MapOf,
    Mapped,
    OneOf,
    Reading,
    Record,
    Text,
    UnreadableError,
)
from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.packs.model import SourceText

SEVERITIES = tuple(str(severity) for severity in reversed(Severity))

PARAMETERS = {
    "max": "the most that a limit allows",
    "min": "the least that a limit asks for",
    "count": "how often a thing may be said",
}
"""Numbers of a rule's check that a configuration may set."""


def schema() -> shapes.JsonSchema:
    """Return the JSON Schema of msglint.yaml."""
    return shapes.document_schema(shape(), "msglint configuration")


@cache
def shape() -> Record[shapes.Values]:
    """Return the shape of a whole configuration."""
    fields: dict[str, Field[Any]] = {
        "extends": Field(TEXTS, "configurations to build on: paths, or “collection” of an installed package"),
        "packs": Field(TEXTS, "packs and collections to use: names, or paths from this file's folder"),
        "placeholders": Field(TEXTS, "how placeholders are written, such as “{{*}}”"),
        "encoding": ENCODING,
        "exclude": Field(GLOBS, "files that are never checked, as in .gitignore"),
        "files": Field(ListOf(_files_entry()), "which files are copy, and what is known about them"),
        "rules": Field(MapOf(RULE_ID, _rule()), "rules with another severity or number, or off"),
        "suppress": Field(ListOf(_suppression()), "rules that do not count in some files"),
        "baseline": Field(Text(), "file of accepted violations, from this file's folder"),
        "fail_on": Field(SEVERITY, "from which severity on a violation fails the run"),
        "limits": Field(_limits(), "what a single file may cost"),
    }
    return Record("config", fields, lambda values, _: values)


def _files_entry() -> Record[FilesEntry]:
    fields: dict[str, Field[Any]] = {
        "paths": Field(GLOBS, "which files, as in .gitignore", required=True),
        **context_fields(),
        "unit": Field(Enum(UNITS, "unit"), "what one document is"),
        "encoding": ENCODING,
        "columns": Field(MapOf(Text("the name of a column or key"), COLUMN), "what columns and keys mean"),
        "keys": Field(TEXTS, "key paths whose strings are copy, such as “mail.*”; “!” takes back"),
    }
    return Record("files_entry", fields, _entry)


def _limits() -> Record[dict[str, int]]:
    abouts = {
        "file_mb": "megabytes of a file",
        "unpacked_mb": "megabytes that the files inside a file come to",
        "ratio": "how many times its packed size a file may unpack to",
        "depth": "how many files may lie inside one another",
        "pages": "pages of a document",
        "megapixels": "megapixels of a picture",
        "seconds": "seconds that judging one document takes",
    }
    fields = {name: Field(shapes.Integer(least=1), about) for name, about in abouts.items()}
    return Record("limits", fields, lambda values, _: dict(values))


def _rule() -> OneOf:
    fields: dict[str, Field[Any]] = {"severity": Field(SEVERITY, "how bad a violation is")}
    fields |= {name: Field(shapes.Number(), about) for name, about in PARAMETERS.items()}
    off = Mapped(Enum(("off",), "word"), lambda *_: RuleSetting(off=True))
    setting = Record(
        "rule_setting", fields, _setting, empty="nothing is set: expected a severity, or write off"
    )
    return OneOf(off, setting, expected="off or {severity: ...}")


def _setting(values: shapes.Values, _: Reading) -> RuleSetting:
    parameters = {name: values[name] for name in PARAMETERS if name in values}
    return RuleSetting(values.get("severity"), parameters=parameters)


def _suppression() -> Record[Suppression]:
    fields: dict[str, Field[Any]] = {
        "rule": Field(RULE_ID, "id of the rule", required=True),
        "paths": Field(GLOBS, "in which files, as in .gitignore", required=True),
        "reason": Field(Text(), "why the rule does not count there", required=True),
        "until": Field(shapes.Date(), "the last day on which it does not count"),
    }
    return Record("suppression", fields, shapes.into(Suppression))


def _entry(values: shapes.Values, _: Reading) -> FilesEntry:
    mark = values.node.mark
    layer = ContextLayer(context_values(values), f"{mark.source}:{mark.line}")
    columns = {name.strip().lower(): str(meaning) for name, meaning in values.get("columns", {}).items()}
    keys = tuple(map(str, values.get("keys", ())))
    return FilesEntry(values["paths"], layer, values.get("unit"), values.get("encoding"), columns, keys)


def _globs(patterns: tuple[SourceText, ...], _: yaml.Node, reading: Reading) -> Globs:
    useless = [(pattern, reason) for pattern in patterns if (reason := why_useless(pattern))]
    for pattern, reason in useless:
        reading.problems.append(Problem(pattern.source, pattern.line, pattern.column, reason))
    if useless:
        raise UnreadableError
    return Globs(patterns)


def _encoding(name: SourceText, node: yaml.Node, reading: Reading) -> str:
    if not is_text_encoding(name):
        expected = "expected a name such as gb18030, big5 or cp1252"
        raise reading.wrong(node, Message("unknown encoding {}: {}", quoted(name), expected))
    return str(name)


def _severity(name: SourceText, *_: object) -> Severity:
    return Severity[name.upper()]


RULE_ID = Text("the id of a rule, pack/rule", r"[a-z0-9-]+/[a-z0-9-]+")
COLUMN = Text(
    "id, text, subject, channel, platform, market, lang, or an attribute such as product.is_toy",
    "id|text|subject|channel|platform|market|lang|(product|message)[.][a-z0-9_]+",
)
TEXTS = ListOf(Text(), single=True)
GLOBS = Mapped(TEXTS, _globs)
ENCODING = Field(Mapped(Text(), _encoding), "encoding of files that are not UTF-8, such as gb18030")
SEVERITY = Mapped(Enum(SEVERITIES, "severity"), _severity)
