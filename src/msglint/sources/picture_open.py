"""Pictures from bytes, within limits: what a header claims is checked before anything is unpacked."""

from __future__ import annotations

import io
import warnings
from typing import Any

from msglint.messages import Message
from msglint.sources.limits import TooMuchError
from msglint.sources.model import UnreadableError

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
MAX_FRAMES = 50
PRINT_DPI = 150
"""Resolutions below are those of screens, which programs write into files without meaning them."""


def pictures(data: bytes, megapixels: int) -> list[Any]:
    """Return the frames of a picture (several pages of a TIFF, the first of an animation) as Pillow images.

    They are upright, in colour, on white. Raises UnreadableError if the data is damaged, TooMuchError for
    more than `megapixels` in all.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            _prove_small(image, frames, megapixels)
            return [_flat(image, index) for index in range(frames)]
        except TooMuchError:
            raise
        except Image.DecompressionBombError as error:
            raise TooMuchError(_too_large(megapixels)) from error
        except Exception as error:  # decoders raise whatever a damaged file makes them raise
            raise UnreadableError(
                "broken", "the picture is damaged, or of no kind that can be read"
            ) from error


def _prove_small(image: Any, frames: int, megapixels: int) -> None:
    if frames > MAX_FRAMES:
        raise TooMuchError(Message("the picture has more than {} pages", MAX_FRAMES))
    pixels = 0
    for index in range(frames):
        if frames > 1:
            image.seek(index)
        pixels += image.width * image.height
    if pixels > megapixels * 1_000_000:
        raise TooMuchError(_too_large(megapixels))


def _too_large(megapixels: int) -> str:
    return Message("the picture has more than {} megapixels: make it smaller", megapixels)


def _flat(image: Any, index: int) -> Any:
    from PIL import Image, ImageOps

    if index or getattr(image, "n_frames", 1) > 1:
        image.seek(index)
    image.load()
    dpi = _resolution(image)
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        layer = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    flat = upright.convert("RGB")
    flat.info["dpi"] = dpi
    return flat


def _resolution(image: Any) -> float | None:
    """Return the dots per inch that a picture claims, None if it is no print resolution."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return across if abs(across - down) < 1 and PRINT_DPI <= across <= 2400 else None
