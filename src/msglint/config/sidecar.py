"""Sidecars: `card.pdf.msglint.yaml` beside `card.pdf` says what no front matter in it could."""

from __future__ import annotations

from pathlib import Path

from msglint.config.context import ContextLayer
from msglint.config.paths import is_file

SUFFIX = ".msglint.yaml"


def read(path: Path) -> ContextLayer | None:
    """Return what the sidecar of a file says of its context, None if there is no sidecar.

    Raises InvalidFileError with all that is wrong in it.
    """
    sidecar = path.with_name(path.name + SUFFIX)
    if not is_file(sidecar):
        return None
    return _read(sidecar)


def _read(sidecar: Path) -> ContextLayer:
    # Reading YAML is much code, and most runs need none of it.
    from msglint.config.fields import context_fields, context_values
    from msglint.config.file import decoded
    from msglint.packs import shapes

    shape = shapes.Record("sidecar", context_fields(), lambda values, _: dict(values))
    source, node, problems = decoded(sidecar)
    return ContextLayer(context_values(shapes.read(shape, node, problems)), source)
