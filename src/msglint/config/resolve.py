"""What holds for one file, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msglint.config import sidecar
from msglint.config.context import ContextLayer, Merged, merge
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.frozen import Frozen
from msglint.messages import Message

if TYPE_CHECKING:
    from msglint.config.model import Config

T = TypeVar("T")


class FileSettings(Frozen):
    """What a configuration and a sidecar say about one file.

    `layers` are the matching entries of `files:`, weakest first, then the sidecar; `problems` is what is
    wrong with that; `encoding_origin`, `unit_origin`, ... say
    where each of these comes from. `columns` of several entries add up.
    """

    layers: tuple[ContextLayer, ...] = ()
    encoding: str | None = None
    encoding_origin: str | None = None
    unit: str | None = None
    unit_origin: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    columns_origin: str | None = None
    keys: tuple[str, ...] = ()
    keys_origin: str | None = None
    problems: tuple[Problem, ...] = ()

    def merged(self, *stronger: ContextLayer) -> Merged:
        """Return the context of the file under stronger layers (record, command line), with its origins."""
        return merge((*self.layers, *stronger))


def resolve(config: Config, path: Path) -> FileSettings:
    """Return what `config` says about the file at `path`, and its sidecar: the later over the earlier."""
    relative = config.relative(path)
    entries = [entry for entry in config.files or () if entry.paths.match(relative)]
    encodings = [(config.encoding, config.source), *((entry.encoding, entry.place) for entry in entries)]
    encoding, encoding_origin = _last(encodings)
    unit, unit_origin = _last((entry.unit, entry.place) for entry in entries)
    layers, problems = [entry.layer for entry in entries], []
    try:
        layers += filter(None, [sidecar.read(path)])
    except InvalidFileError as error:
        problems = error.problems
    keys, keys_origin = _last((entry.keys or None, entry.place) for entry in entries)
    columns = {name: meaning for entry in entries for name, meaning in entry.columns.items()}
    _, columns_origin = _last((entry.columns or None, entry.place) for entry in entries)
    return FileSettings(
        tuple(layers),
        encoding,
        encoding_origin,
        unit,
        unit_origin,
        columns,
        columns_origin,
        keys or (),
        keys_origin,
        tuple(problems),
    )


def context_layer(values: Mapping[str, Any], origin: str) -> ContextLayer:
    """Return a layer of values by name (`channel`, `product.is_toy`, ...); None says nothing.

    Raises MsglintError with one line for each value that is wrong.
    """
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        return ContextLayer({}, origin)
    from msglint.config.values import context_value

    known, wrong = {}, []
    for name, value in given.items():
        try:
            known[name] = context_value(name, value)
        except MsglintError as error:
            wrong.append(error.message)
    if wrong:
        raise MsglintError(Message("\n".join("{}" for _ in wrong), *wrong))
    return ContextLayer(known, origin)


def _last(pairs: Iterable[tuple[T | None, str | None]]) -> tuple[T | None, str | None]:
    given = [pair for pair in pairs if pair[0] is not None]
    return given[-1] if given else (None, None)
