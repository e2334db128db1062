"""Charts painted by hand: crisp at every scale, in the theme's colours, and told in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.shown import Bar, Limit, Reading, Segment

_ROW = 26
_BAR = 14
_GAP = 10
_RADIUS = 4
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LABEL_SHARE = 0.42


class BarChart(QWidget):
    """Horizontal bars, one a row, with a name at the left and a figure at the right."""

    def __init__(self, title: str, nothing: str = "") -> None:
        super().__init__()
        self._title = title
        self._nothing = nothing
        self._bars: tuple[Bar, ...] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars, and say them in the accessible name."""
        self._bars = tuple(bars)
        said = ", ".join(f"{bar.label} {bar.figure}" for bar in self._bars)
        self.setAccessibleName(f"{self._title}: {said or self._nothing}".removesuffix(": "))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self._bars or ()))

    def sizeHint(self) -> QSize:
        return QSize(320, 34 * len(self._bars or ()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            _paint_nothing(self, _("Being worked out …") if self._bars is None else self._nothing)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain, bold = theme.window_font(), theme.window_font(weight=600)
        left = self._column(plain, [bar.label for bar in self._bars]) + _GAP
        right = self._column(bold, [bar.figure for bar in self._bars]) + _GAP
        longest = max(bar.length for bar in self._bars) or 1
        height = self.height() / len(self._bars)
        for number, bar in enumerate(self._bars):
            band = QRectF(0, number * height, self.width(), height)
            painter.setFont(plain)
            painter.setPen(theme.colour("text"))
            _paint_label(painter, QRectF(0, band.y(), left - _GAP, height), bar.label)
            room = band.adjusted(left, (height - _BAR) / 2, -right, -(height - _BAR) / 2)
            _paint_bar(painter, bar, room, room.width() / longest)
            painter.setFont(bold)
            painter.setPen(theme.colour(bar.ink))
            figure = QRectF(self.width() - right + _GAP, band.y(), right, height)
            painter.drawText(figure, _LEFT, bar.figure)
        painter.end()

    def _column(self, font: QFont, texts: list[str]) -> float:
        metrics = QFontMetricsF(font)
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        return min(widest + 1, self.width() * _LABEL_SHARE)


def _paint_nothing(chart: QWidget, words: str) -> None:
    """Say what belongs here, in the middle of a chart that has nothing to show."""
    painter = QPainter(chart)
    painter.setFont(theme.window_font())
    painter.setPen(theme.colour("text2"))
    middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(QRectF(chart.rect()).adjusted(16, 0, -16, 0), int(middle), words)
    painter.end()


def _paint_label(painter: QPainter, room: QRectF, label: str) -> None:
    """Write a label in its room: on two lines where it must be, cut only if even that fails."""
    wrapped = _LEFT | Qt.TextFlag.TextWordWrap
    metrics = painter.fontMetrics()
    if metrics.boundingRect(room.toRect(), int(wrapped), label).height() <= room.height():
        painter.drawText(room, int(wrapped), label)
        return
    cut = metrics.elidedText(label, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT, cut)


def _paint_bar(painter: QPainter, bar: Bar, room: QRectF, scale: float) -> None:
    if bar.twin is not None:
        painter.setPen(QPen(theme.colour("borderStrong"), 1))
        painter.drawLine(room.topLeft() + QPointF(-1.5, -3), room.bottomLeft() + QPointF(-1.5, 3))
        half = room.height() / 2
        lower = QRectF(room.x(), room.y() + half + 0.5, room.width(), half - 0.5)
        _paint_segments(painter, (bar.twin,), lower, scale)
        room = QRectF(room.x(), room.y(), room.width(), half - 0.5)
    if bar.frame:
        painter.setPen(QPen(theme.colour("borderStrong"), 1))
        painter.setBrush(theme.colour("surface"))
        frame = QRectF(room.x(), room.y(), max(bar.frame * scale, _BAR), room.height())
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    _paint_segments(painter, bar.segments, room, scale)


def _paint_segments(
    painter: QPainter, segments: Sequence[Segment], room: QRectF, scale: float
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    x = room.x()
    several = len(segments) > 1
    radius = min(_RADIUS, room.height() / 3)
    for segment in segments:
        width = segment.amount * scale
        if width <= 0:
            continue
        painter.setBrush(theme.colour(segment.ink))
        piece = QRectF(x, room.y(), max(width - (1.5 if several else 0), 2), room.height())
        if several:
            painter.drawRect(piece)
        else:
            painter.drawRoundedRect(piece, radius, radius)
        x += width


class LineChart(QWidget):
    """Readings over time with a limit; what is over it has another shape, not only another ink."""

    def __init__(self, title: str, nothing: str = "") -> None:
        super().__init__()
        self._title = title
        self._nothing = nothing
        self._readings: tuple[Reading, ...] = ()
        self._limit: Limit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)

    def show_readings(self, readings: Sequence[Reading], limit: Limit) -> None:
        """Show these readings against a limit, and say them in the accessible name."""
        self._readings = tuple(readings)
        self._limit = limit
        said = ", ".join(f"{reading.label} {reading.figure}" for reading in self._readings)
        self.setAccessibleName(f"{self._title}: {said or self._nothing}; {limit.label}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._readings or self._limit is None:
            _paint_nothing(self, self._nothing)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.window_font(11))
        top = max(*(reading.value for reading in self._readings), self._limit.value) * 1.12
        room = QRectF(30, 10, self.width() - 30 - 62, self.height() - 10 - 24)
        self._paint_grid(painter, room, top)
        points = [
            QPointF(
                room.x() + room.width() * (number + 0.5) / len(self._readings),
                room.bottom() - room.height() * reading.value / top,
            )
            for number, reading in enumerate(self._readings)
        ]
        painter.setPen(QPen(theme.colour("accent"), 2.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        widest = max(painter.fontMetrics().horizontalAdvance(r.label) for r in self._readings)
        every = -(-(widest + 8) * len(self._readings) // max(1, round(room.width())))
        for number, (reading, point) in enumerate(zip(self._readings, points, strict=True)):
            self._paint_point(painter, reading, point)
            if (len(self._readings) - 1 - number) % every == 0:
                painter.setPen(theme.colour("text3"))
                place = QRectF(point.x() - 30, room.bottom() + 6, 60, 16)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, reading.label)
        painter.end()

    def _paint_grid(self, painter: QPainter, room: QRectF, top: float) -> None:
        assert self._limit is not None  # noqa: S101 - the caller looked
        step = _nice_step(top)
        value = 0.0
        while value <= top:
            y = room.bottom() - room.height() * value / top
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(room.x(), y), QPointF(room.right(), y))
            painter.setPen(theme.colour("text3"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, room.x() - 6, 16), right, f"{value:g}")
            value += step
        y = room.bottom() - room.height() * self._limit.value / top
        painter.setPen(QPen(theme.colour("text2"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(room.x(), y), QPointF(room.right(), y))
        painter.setPen(theme.colour("text2"))
        wrap = _LEFT | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(room.right() + 6, y - 16, 58, 32), wrap, self._limit.label)

    def _paint_point(self, painter: QPainter, reading: Reading, point: QPointF) -> None:
        assert self._limit is not None  # noqa: S101 - the caller looked
        late = reading.value > self._limit.value
        ink = theme.colour("bad" if late else "accent")
        painter.setPen(QPen(ink if reading.running else theme.colour("surface"), 2))
        painter.setBrush(theme.colour("surface") if reading.running else ink)
        if late:
            painter.drawRect(QRectF(point.x() - 5, point.y() - 5, 10, 10))
        else:
            painter.drawEllipse(point, 5.5, 5.5)


def _nice_step(top: float) -> float:
    """Return a round step that gives at most six lines up to ``top``."""
    step = 1.0
    while top / step > 6:  # noqa: PLR2004 - six lines are enough
        step *= 2 if str(step)[0] in "15" else 2.5
    return step
