"""What names mean while pack files are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.nearest import hint, quoted
from msglint.packs.shapes import Reading, Shape, UnreadableError

if TYPE_CHECKING:
    from msglint.packs.model import Fact
    from msglint.packs.yaml import Node


@dataclass(slots=True)
class Named:
    """Things that are written once and referred to by name, read when they are first needed.

    `what` is the kind of thing, for messages; `nodes` are the definitions by name.
    """

    what: str
    nodes: dict[str, Node] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)

    def get(self, name: str, node: Node, shape: Shape[Any], reading: Reading) -> Any:
        """Return what `name` stands for; raises UnreadableError for an unknown name and for a circle."""
        if name in self.values:
            return self.values[name]
        if name in self.broken:
            raise UnreadableError
        if name in self.pending:
            circle = " → ".join([*self.pending[self.pending.index(name) :], name])
            raise reading.wrong(node, Message("the {}s go round in a circle: {}", Message(self.what), circle))
        if name not in self.nodes:
            raise reading.wrong(
                node, Message("unknown {} {}: {}", Message(self.what), quoted(name), hint(name, self.nodes))
            )
        return self._read(name, shape, reading)

    def _read(self, name: str, shape: Shape[Any], reading: Reading) -> Any:
        self.pending.append(name)
        try:
            self.values[name] = shape.read(self.nodes[name], reading)
        except UnreadableError:
            self.broken.add(name)
            raise
        finally:
            self.pending.pop()
        return self.values[name]


class Scope(Frozen):
    """What is known around a file: the named conditions and tables of all files, the facts, the file itself.

    `facts` is None if they could not be read, so that nobody is blamed for citing them.
    """

    conditions: Named = field(default_factory=lambda: Named("condition"))
    tables: Named = field(default_factory=lambda: Named("table"))
    facts: Mapping[str, Fact] | None = None
    pack: str = ""
    collection: str = ""
    shipped: bool = False
    origin: str = ""
