"""Cover the window at once, but for one place: the person looks at the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme

_EDGE = 6


class Cover(QWidget):
    """An opaque sheet over the whole window with a hole where ``left_open`` is."""

    def __init__(self, left_open: QWidget) -> None:
        super().__init__()
        self._left_open = left_open
        self.setAccessibleName(_("Everything else is covered; F8 takes the cover off"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def hole(self) -> QRect:
        """Return the place that stays to be seen, in the window's coordinates."""
        place = self._left_open
        return QRect(place.mapTo(place.window(), place.rect().topLeft()), place.size()).adjusted(
            -_EDGE, -_EDGE, _EDGE, _EDGE
        )

    def put_on(self) -> None:
        """Hide everything but the one place, before anything else happens."""
        window = self._left_open.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.setFont(theme.window_font(13))
        painter.setPen(theme.colour("text3"))
        place = QRect(0, 0, self.width(), max(40, self.hole.top()))
        painter.drawText(
            place, Qt.AlignmentFlag.AlignCenter, _("Notes of our talk  ·  F8 goes back")
        )

    def _fit(self) -> None:
        window = self._left_open.window()
        self.setGeometry(window.rect())
        self.setMask(QRegion(window.rect()).subtracted(QRegion(self.hole)))
