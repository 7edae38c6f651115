"""Sidecars: `card.pdf.msglint.yaml` beside `card.pdf` says what no front matter in it could."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from msglint.config.context import ContextLayer
from msglint.config.fields import context_fields, context_values
from msglint.config.file import decoded
from msglint.config.paths import is_file
from msglint.packs import shapes

SUFFIX = ".msglint.yaml"


def read(path: Path) -> ContextLayer | None:
    """Return what the sidecar of a file says of its context, None if there is no sidecar.

    Raises InvalidFileError with all that is wrong in it.
    """
    sidecar = path.with_name(path.name + SUFFIX)
    if not is_file(sidecar):
        return None
    source, node, problems = decoded(sidecar)
    return ContextLayer(context_values(shapes.read(_shape(), node, problems)), source)


@cache
def _shape() -> shapes.Record[dict[str, Any]]:
    return shapes.Record("sidecar", context_fields(), lambda values, _: dict(values))
