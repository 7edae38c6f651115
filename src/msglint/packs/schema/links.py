"""Shapes of tests on links and contacts."""

from __future__ import annotations

from msglint.packs.model import (
    ContactTest,
    LinkTest,
)
from msglint.packs.schema.statements import TEXTS
from msglint.packs.shapes import (
    Enum,
    Field,
    ListOf,
    Record,
    Shape,
    Text,
    into,
)

HOST = Text(
    "a domain such as “amazon.com”, or a lexicon of domains such as “$amazon_hosts”",
    r"\$[a-z][a-z0-9_]*|(?:[a-z0-9\u0080-\U0010ffff-]+\.)*[a-z0-9\u0080-\U0010ffff-]+",
)

LINK_KINDS = ("bare", "short", "idn", "ip", "markdown")

CONTACT_KINDS = ("email", "phone", "messenger", "social")

LINK: Shape[LinkTest] = Record(
    "link",
    {
        "host": Field(ListOf(HOST, single=True), "domains (their subdomains count)"),
        "path": Field(TEXTS, "patterns of the path, such as /dp/*"),
        "scheme": Field(TEXTS, "schemes, such as http"),
        "kind": Field(ListOf(Enum(LINK_KINDS, "kind of link"), single=True), "kinds of link"),
    },
    into(LinkTest, {"host": "hosts", "path": "paths", "scheme": "schemes", "kind": "kinds"}),
    about="which links are meant: every given part must hold; {} means all",
)

CONTACT: Shape[ContactTest] = Record(
    "contact",
    {"kind": Field(ListOf(Enum(CONTACT_KINDS, "kind of contact"), single=True), "kinds of contact")},
    into(ContactTest, {"kind": "kinds"}),
    about="which contacts are meant; {} means all",
)
