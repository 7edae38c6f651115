"""Reads a configuration, and those that it extends: all that is wrong at once, each with its place."""

from __future__ import annotations

import os
from pathlib import Path

from msglint.config import toml
from msglint.config.bases import located, merged
from msglint.config.model import Config
from msglint.config.paths import absolute, relative, shown
from msglint.config.schema import shape
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.messages import Message
from msglint.packs import shapes, yaml
from msglint.packs.files import is_path
from msglint.packs.model import SourceText


def load(path: Path, chain: tuple[Path, ...] = ()) -> Config:
    """Return the configuration in a file, over those that it extends.

    `chain` are the files that extend this one. Raises InvalidFileError with all that is wrong in it.
    """
    source, node, problems = decoded(path)
    values = shapes.read(shape(), node, problems)
    own = _config(values, source, absolute(path).parent)
    return merged(_bases(values.get("extends", ()), own, (*chain, absolute(path))), own)


def decoded(path: Path) -> tuple[str, yaml.Node | None, list[Problem]]:
    """Return the name of a file in messages, its tree (an empty file is an empty mapping) and problems.

    Raises InvalidFileError if it is no text that can be read.
    """
    source = _name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidFileError(
            [Problem(source, 0, 0, Message("cannot be read: {}", error.strerror))]
        ) from error
    text, problems = yaml.decode(data, source)
    if problems:
        raise InvalidFileError(problems)
    node, problems = toml.compose(text, source) if path.suffix == ".toml" else yaml.compose(text, source)
    if isinstance(node, yaml.ScalarNode) and node.value is None:
        node = yaml.MapNode(node.mark, ())
    return source, node, problems


def _config(values: shapes.Values, source: str, folder: Path) -> Config:
    """Return what a file says by itself."""
    given = {name: value for name, value in values.items() if name != "extends"}
    if "packs" in given:
        given["packs"] = tuple(_located(pack, folder) for pack in given["packs"])
    if "baseline" in given:
        given["baseline"] = folder / given["baseline"]
    if "exclude" in given:
        given["exclude"] = (given["exclude"],)
    return Config(folder, source, **given, origins=dict(_origins(values.node)))


def _bases(names: tuple[SourceText, ...], own: Config, chain: tuple[Path, ...]) -> list[Config]:
    bases, problems = [], []
    for name in names:
        try:
            bases.append(_base(name, own.folder, chain))
        except InvalidFileError as error:
            problems += error.problems
        except MsglintError as error:
            problems.append(Problem(name.source, name.line, name.column, error.message))
    if problems:
        raise InvalidFileError(problems)
    return bases


def _base(name: SourceText, folder: Path, chain: tuple[Path, ...]) -> Config:
    """Return the configuration that a name means. Raises MsglintError if there is none, or for a circle."""
    path = located(name, folder)
    if path in chain:
        circle = " → ".join(map(_name, (*chain[chain.index(path) :], path)))
        raise MsglintError(Message("“extends” goes round in a circle: {}", circle))
    return load(path, chain)


def _origins(node: yaml.MapNode) -> list[tuple[str, str]]:
    """Return where each key stands, and each key of `limits`."""
    found = [(key.text, key.mark) for key, _ in node.pairs]
    limits = node.get("limits")
    found += [(f"limits.{key.text}", key.mark) for key, _ in getattr(limits, "pairs", ())]
    return [(name, f"{mark.source}:{mark.line}") for name, mark in found]


def _located(pack: SourceText, folder: Path) -> SourceText:
    """Return a pack that is named by its path as an absolute path; other names stay."""
    text = os.path.normpath(folder / pack) if is_path(pack) else str(pack)
    return SourceText.at(text, pack.source, pack.line, pack.column)


def _name(path: Path) -> str:
    """Return the name of a file in messages: from the working folder if it lies below it."""
    below = relative(path)
    return shown(absolute(path) if below.startswith("../") else Path(below))
