"""From the coordinates of a PDF page to those of the page as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.document import Box


class Geometry(Frozen):
    """Where a page's visible part lies (left, bottom, right, top) and by how much it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, page: Any) -> Geometry:
        """Return the geometry of a pypdfium2 page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a box of the page in points from the upper left corner, the y axis pointing down."""
        (ax, ay), (bx, by) = self._point(x0, y0), self._point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, up = x - self.left, y - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        return {
            0: (across, height - up),
            90: (up, across),
            180: (width - across, up),
            270: (height - up, width - across),
        }[self.turn]
