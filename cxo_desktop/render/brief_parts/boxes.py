"""Parts beside each other, and the room between them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from cxo_desktop.render.brief_parts import style


class Space(Flowable):  # type: ignore[misc]
    """White space."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        return available, self.height

    def draw(self) -> None:
        """Leave the page as it is."""


class Stack(Flowable):  # type: ignore[misc]
    """Parts one below the other as one part; ``gap`` points between them."""

    def __init__(self, parts: Sequence[Flowable], gap: float = 0.0) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._gap = gap

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        self._heights = [part.wrap(available, room)[1] for part in self._parts]
        between = self._gap * max(0, len(self._parts) - 1)
        self.width, self.height = available, sum(self._heights) + between
        return self.width, self.height

    def draw(self) -> None:
        y = self.height
        for part, height in zip(self._parts, self._heights, strict=True):
            part.drawOn(self.canv, 0, y - height)
            y -= height + self._gap


class Columns(Flowable):  # type: ignore[misc]
    """Parts side by side, their tops level; ``shares`` say how the width is divided."""

    def __init__(
        self, parts: Sequence[Flowable], shares: Sequence[float] = (), gap: float = style.GAP
    ) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._shares = tuple(shares) or (1.0,) * len(self._parts)
        self._gap = gap

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        free = available - self._gap * (len(self._parts) - 1)
        whole = sum(self._shares)
        self._widths = [free * share / whole for share in self._shares]
        pairs = zip(self._parts, self._widths, strict=True)
        self._heights = [part.wrap(width, room)[1] for part, width in pairs]
        self.width, self.height = available, max(self._heights)
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for part, width, height in zip(self._parts, self._widths, self._heights, strict=True):
            part.drawOn(self.canv, x, self.height - height)
            x += width + self._gap
