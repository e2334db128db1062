"""Parts one below the other over as many pages as they need; what belongs together stays so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable

from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.pdf_canvas import TaggedCanvas

Furniture = Callable[[TaggedCanvas], None]
_HAIR = 0.01


class Flow:
    """Places parts on the pages of a canvas, from top to bottom.

    ``furniture`` draws header and footer of each page that is begun.
    """

    def __init__(self, canvas: TaggedCanvas, furniture: Furniture) -> None:
        self._canvas = canvas
        self._furniture = furniture
        self._width: float = style.WIDTH
        self._height_of_page: float = style.HEIGHT
        self.room: float = style.HEIGHT
        furniture(canvas)

    @property
    def filled(self) -> float:
        """Return how much of the present page is used, 0..1."""
        return float(1 - self.room / self._height_of_page)

    def gap(self, height: float) -> None:
        """Leave white space, unless a page has just begun."""
        if self.room < self._height_of_page:
            self.room = max(0.0, self.room - height)

    def new_page(self, *, turned: bool = False) -> None:
        """Begin a new page, upright or ``turned`` on its side."""
        self._canvas.showPage()
        width, height = style.PAGE_WIDTH, style.PAGE_HEIGHT
        if turned:
            width, height = height, width
        self._canvas.setPageSize((width, height))
        self._furniture(self._canvas)
        self._width = width - 2 * style.SIDE
        self.room = self._height_of_page = height - style.TOP - style.BOTTOM

    def place(self, *parts: Flowable, before: float = 0.0) -> None:
        """Place parts that belong together, on one page if they fit on one at all."""
        self.gap(before)
        if self._height(parts) > self.room and not self._place_split(parts):
            self.new_page()
        for part in parts:
            self._place_one(part)

    def _height(self, parts: Sequence[Flowable]) -> float:
        return sum(height_of(part, self._width) for part in parts)

    def _place_split(self, parts: Sequence[Flowable]) -> bool:
        """Tell whether all but the last part, and the beginning of that one, fit here."""
        ahead = self._height(parts[:-1])
        return bool(parts[-1].split(self._width, self.room - ahead))

    def _place_one(self, part: Flowable) -> None:
        height = height_of(part, self._width)
        if height <= self.room + _HAIR:
            part.drawOn(self._canvas, style.SIDE, style.BOTTOM + self.room - height)
            self.room = max(0.0, self.room - height)
            return
        pieces = part.split(self._width, self.room)
        if not pieces:
            raise ValueError(f"{type(part).__name__} of {height:.0f} pt does not fit on a page")
        self._place_one(pieces[0])
        for piece in pieces[1:]:
            self.new_page()
            self._place_one(piece)


def height_of(part: Any, width: float = style.WIDTH) -> float:
    """Return how high a part is when it is as wide as the column."""
    return float(part.wrap(width, style.HEIGHT)[1])
