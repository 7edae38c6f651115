"""Configurations that another extends: where they are, and what holds of both.

Lists add up, the base's items first. Of single values, of rules and of limits, the nearer file's count. The
baseline of a base is not inherited: its entries are about other files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msglint.config.model import NAME, Config
from msglint.config.paths import absolute, is_file, relative
from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.files import is_path
from msglint.packs.installed import installed
from msglint.packs.nearest import hint, quoted

if TYPE_CHECKING:
    from msglint.config.globs import Globs

T = TypeVar("T")
K = TypeVar("K")


def located(name: str, folder: Path) -> Path:
    """Return the file that `extends: name` means in a file of `folder`.

    `acme` is the msglint.yaml that the installed collection of that name brings along, `acme:strict.yaml`
    another file beside it. Raises MsglintError if there is no such file.
    """
    collection, _, resource = name.partition(":")
    if resource or not is_path(name):
        return _resource(collection, resource or NAME)
    path = absolute(folder / name)
    if not is_file(path):
        raise MsglintError(
            Message("there is no file {} to extend: expected a path from this file's folder", quoted(name))
        )
    return path


def _resource(collection: str, name: str) -> Path:
    known = installed()
    if collection not in known:
        raise MsglintError(
            Message(
                "no installed package brings a collection {}: {}; write a path as ./name.yaml",
                quoted(collection),
                hint(collection, known),
            )
        )
    folder = known[collection].folder
    path = Path(os.path.normpath(folder / name))
    if not path.is_relative_to(folder) or not is_file(path):
        raise MsglintError(
            Message("the collection {} holds no file {} to extend", quoted(collection), quoted(name))
        )
    return path


def merged(bases: Iterable[Config], own: Config) -> Config:
    """Return what a configuration and those that it extends say together, the weakest first."""
    result = Config(own.folder)
    for base in bases:
        result = _over(_rebased(base, own.folder), result)
    return replace(_over(own, result), source=own.source, baseline=own.baseline, bases=result.bases)


def _over(strong: Config, weak: Config) -> Config:
    return Config(
        strong.folder,
        packs=_joined(weak.packs, strong.packs),
        placeholders=_joined(weak.placeholders, strong.placeholders),
        encoding=strong.encoding or weak.encoding,
        fail_on=strong.fail_on or weak.fail_on,
        exclude=(*weak.exclude, *strong.exclude),
        files=_joined(weak.files, strong.files),
        rules=_replaced(weak.rules, strong.rules),
        suppress=_joined(weak.suppress, strong.suppress) or (),
        limits={**weak.limits, **strong.limits},
        bases=tuple(dict.fromkeys((*weak.bases, *strong.bases, *filter(None, [strong.source])))),
        origins=_replaced(weak.origins, strong.origins),
    )


def _rebased(base: Config, folder: Path) -> Config:
    """Return a base as seen from the folder of the file that extends it.

    Its globs count from its own folder if that holds the extending one, else they could match nothing there,
    and count from the extending one.
    """
    way = relative(folder, base.folder)
    if way == "." or way.startswith(".."):
        return base

    def below(globs: Globs) -> Globs:
        return globs.below(way)

    files = base.files and tuple(replace(entry, paths=below(entry.paths)) for entry in base.files)
    suppress = tuple(replace(entry, paths=below(entry.paths)) for entry in base.suppress)
    return replace(base, exclude=tuple(map(below, base.exclude)), files=files, suppress=suppress)


def _joined(weak: tuple[T, ...] | None, strong: tuple[T, ...] | None) -> tuple[T, ...] | None:
    if weak is None or strong is None:
        return strong if weak is None else weak
    return (*weak, *(item for item in strong if item not in weak))


def _replaced(weak: Mapping[K, T], strong: Mapping[K, T]) -> dict[K, T]:
    """Return both mappings; a key that stands in both is the strong one's, its place too."""
    return {**{key: value for key, value in weak.items() if key not in strong}, **strong}
