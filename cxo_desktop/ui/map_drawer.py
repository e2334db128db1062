"""Draw maps off the window's thread: what an edit touched at once, then the whole properly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSizeF, Signal

from cxo_desktop.app.map_overlays import Overlay, lay_over
from cxo_desktop.app.maps import MapCard, draw_map
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.map_places import places_of
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.tasks import Task

_FOUR_THIRDS = 4 / 3


def room_of(port: QSizeF) -> tuple[float, float]:
    """Return the points that a map has in a view of so many pixels."""
    return port.width() / _FOUR_THIRDS, port.height() / _FOUR_THIRDS


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which map is to be drawn, of what is known now, and how; ``port`` in pixels."""

    dossier: Dossier
    card: MapCard
    overlay: Overlay | None
    folded: frozenset[str]
    port: QSizeF

    def draw(self, before: Drawing | None, token: CancelToken) -> Drawing:
        """Return the plain map; with a drawing from ``before`` the edit, quickly."""
        return draw_map(
            self.dossier,
            self.card.code,
            fit=room_of(self.port),
            folded=self.folded,
            before=before,
            cancelled=lambda: token.cancelled,
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map that was drawn: as it is, and as it is to be shown; ``whole`` when nothing follows."""

    wanted: Wanted
    plain: Drawing
    shown: Drawing
    whole: bool


class MapDrawer(QObject):
    """``drawn`` hands over a drawing, and where that was a quick one then the whole one."""

    drawn = Signal(Drawn)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._last: tuple[MapCard, Drawing] | None = None

    def draw(self, wanted: Wanted) -> None:
        """Draw a map; an older drawing that still goes on is stopped."""
        if self._task is not None:
            self._task.cancel()
        before = None
        if self._last is not None and self._last[0].code == wanted.card.code:
            before = self._last[1] if places_of(wanted.dossier, wanted.card.base) else None
        self._start(wanted, before)

    def _start(self, wanted: Wanted, before: Drawing | None) -> None:
        def work(token: CancelToken, _progress: Progress) -> Drawn:
            plain = wanted.draw(before, token)
            shown = plain
            if wanted.overlay:
                shown = lay_over(wanted.dossier, wanted.card, plain, wanted.overlay)
            return Drawn(wanted, plain, shown, whole=before is None)

        self._task = Task(work, self)
        self._task.succeeded.connect(self._succeed)
        self._task.failed.connect(self._fail)
        self._desk.runner.start(self._task)

    def _succeed(self, drawn: Any) -> None:
        if self.sender() is not self._task or self._desk.engagement is None:
            return  # another map is wanted, or the workspace was locked meanwhile
        self._last = (drawn.wanted.card, drawn.plain)
        self.drawn.emit(drawn)
        if not drawn.whole:
            self._start(drawn.wanted, None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CxoError):
            raise error
        self._desk.troubled.emit(error)
