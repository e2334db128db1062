"""A table that keeps its rows whole, repeats its head and is tagged as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.text import TaggedParagraph
from cxo_desktop.render.pdf_tags import Element

_PAD_X, _PAD_Y = 6.0, 4.0
_FEWEST_ROWS = 2


class Table(Flowable):  # type: ignore[misc]
    """Rows of cells under a head; ``widths`` in points. Cells are parts with a ``parent``."""

    def __init__(
        self,
        head: Sequence[TaggedParagraph],
        rows: Sequence[Sequence[Any]],
        widths: Sequence[float],
        tag: Element | None = None,
    ) -> None:
        super().__init__()
        self._head = tuple(head)
        self._rows = tuple(tuple(row) for row in rows)
        self._widths = tuple(widths)
        self._tag = tag or Element("Table")

    def wrap(self, _available: float, room: float) -> tuple[float, float]:
        self._heights = [self._row_height(row, room) for row in (self._head, *self._rows)]
        self.width, self.height = sum(self._widths), sum(self._heights)
        return self.width, self.height

    def _row_height(self, row: Sequence[Any], room: float) -> float:
        pairs = zip(row, self._widths, strict=True)
        return float(
            max(cell.wrap(wide - 2 * _PAD_X, room)[1] for cell, wide in pairs) + 2 * _PAD_Y
        )

    def split(self, available: float, room: float) -> list[Flowable]:
        """Return two tables, the first as high as there is room; [] if no two rows fit."""
        self.wrap(available, room)
        free, count = room - self._heights[0], 0
        while count < len(self._rows) and self._heights[count + 1] <= free:
            free -= self._heights[count + 1]
            count += 1
        if count < min(_FEWEST_ROWS, len(self._rows)):
            return []
        parts = [part for part in (self._rows[:count], self._rows[count:]) if part]
        return [Table(self._head, part, self._widths, self._tag) for part in parts]

    def draw(self) -> None:
        canvas = self.canv
        if self._tag not in canvas.tags.root.kids:
            canvas.tags.root.add(self._tag)
        y = self.height
        for number, row in enumerate((self._head, *self._rows)):
            height = self._heights[number]
            self._draw_row(row, y, height)
            y -= height
            with canvas.artifact():
                canvas.setStrokeColor(style.colour(Ink.BORDER if number else Ink.BORDER_STRONG))
                canvas.setLineWidth(0.5 if number else 0.9)
                canvas.line(0, y, self.width, y)

    def _draw_row(self, row: Sequence[Any], top: float, height: float) -> None:
        tag = self._tag.add(Element("TR"))
        x = 0.0
        for cell, wide in zip(row, self._widths, strict=True):
            cell.parent = tag
            high = cell.wrap(wide - 2 * _PAD_X, height)[1]
            cell.drawOn(self.canv, x + _PAD_X, top - (height + high) / 2)
            x += wide
