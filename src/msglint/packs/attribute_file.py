"""Reading the list of attributes, `rules/attributes.yaml`."""

from __future__ import annotations

from msglint.errors import InvalidFileError
from msglint.messages import Message
from msglint.packs import shapes, yaml
from msglint.packs.attributes import CONVERTERS, GROUPS, Attribute

SOURCE = "rules/attributes.yaml"


def read(data: bytes) -> tuple[Attribute, ...]:
    """Return the attributes that a file lists. Raises InvalidFileError with all that is wrong in it."""
    text, problems = yaml.decode(data, SOURCE)
    if problems:
        raise InvalidFileError(problems)
    found: tuple[Attribute, ...] = shapes.read(FILE, *yaml.compose(text, SOURCE))
    return found


def _build(values: shapes.Values, _: shapes.Reading) -> dict[str, object]:
    return dict(values)


def _listed(
    table: dict[str, dict[str, object]], node: yaml.Node, reading: shapes.Reading
) -> tuple[Attribute, ...]:
    wrong = [name for name, item in table.items() if (item["type"] == "choice") != ("values" in item)]
    if wrong:
        raise reading.wrong(
            node, Message("“{}”: “values” belong to the type “choice”, and only to it", wrong[0])
        )
    return tuple(Attribute(name, **item) for name, item in table.items())  # type: ignore[arg-type]


ATTRIBUTE = shapes.Record(
    "attribute",
    {
        "type": shapes.Field(
            shapes.Enum(tuple(CONVERTERS), "type"), "what kind of value it has", required=True
        ),
        "group": shapes.Field(shapes.Enum(GROUPS, "group"), "where contexts give it", required=True),
        "values": shapes.Field(shapes.ListOf(shapes.Text()), "the words that a choice knows"),
        "description": shapes.Field(shapes.LOCALIZED, "what it says of a document", required=True),
    },
    _build,
)

FILE = shapes.Record(
    "attributes",
    {
        "attributes": shapes.Field(
            shapes.Mapped(shapes.MapOf(shapes.NAME, ATTRIBUTE), _listed), "attributes by name", required=True
        )
    },
    lambda values, _: values["attributes"],
)
