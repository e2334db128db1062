"""The guide beside the notes: what was answered, what is asked now, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel
from cxo_desktop.ui.shown import QuestionRow
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row

_X, _PAD, _ICON, _GAP, _BAR = 8, 7, 15, 8, 14
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LOOK = {"answered": ("check", "ok"), "asked": ("circle-question-mark", "warn")}


class QuestionPainter(QStyledItemDelegate):
    """Paints a question: short, or in full with its probes when it is the current one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown: QuestionRow = index.data(RowRole)
        view = option.widget
        width = view.width() - _BAR if isinstance(view, QListView) else 230
        return QSize(
            80,
            sum(place.height() for _t, _f, place, _i in self._parts(shown, width))
            + 2 * _PAD
            + (6 if shown.code == self.current and shown.probes else 0),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: QuestionRow = index.data(RowRole)
        rect: QRect = option.rect
        now = shown.code == self.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accentSoft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 7, 7)
        icon, ink = (
            ("chevron-right", "accent") if now else _LOOK.get(shown.state, ("circle", "text3"))
        )
        picture = icons.pixmap(icon, theme.tokens()[ink], _ICON)
        painter.drawPixmap(rect.topLeft() + QPoint(_X, _PAD + 1), picture)
        view = option.widget
        width = view.width() - _BAR if isinstance(view, QListView) else rect.width()
        for text, font, place, ink in self._parts(shown, width):
            painter.setFont(theme.window_font(*font))
            painter.setPen(theme.colour(ink))
            painter.drawText(place.translated(rect.topLeft()), _WRAP, text)
        painter.restore()

    def _parts(
        self, shown: QuestionRow, width: int
    ) -> list[tuple[str, tuple[int, int], QRect, str]]:
        """Return text, font, place in the row and ink of what is painted."""
        now = shown.code == self.current
        left = _X + _ICON + _GAP
        ink = "text" if now or shown.must else "text2"
        head = (shown.text if now else shown.short, (14, 600) if now else (13, 400), left, ink)
        texts = [head]
        if now:
            probes = [_("Probe · {words}").format(words=probe) for probe in shown.probes]
            texts += [(probe, (12, 400), _X, "text2") for probe in probes]
        parts, y = [], _PAD
        for number, (text, font, x, colour) in enumerate(texts):
            gap = 3 if number else 0
            room = QRect(0, 0, max(60, width - x - _X), 10_000)
            bounds = QFontMetrics(theme.window_font(*font)).boundingRect(room, _WRAP, text)
            parts.append(
                (text, font, QRect(x, y + gap, room.width(), bounds.height() + gap), colour)
            )
            y += bounds.height() + gap
        return parts


class GuideCard(QFrame):
    """``gone_to``: a question was chosen; ``stepped``: one on or back; ``edit_asked``."""

    gone_to = Signal(str)
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name, self._rows = "", tuple[QuestionRow, ...]()
        self.title = plain_label("", "heading")
        self.count = plain_label("", "small", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Questions answered"))
        self.list = QListView()
        self.list.setAccessibleName(_("Questions of the guide"))
        self.list.setProperty("ring", "true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._model: RowsModel[QuestionRow] = RowsModel(
            (Column(_("Question"), lambda r: r.text, lambda r: r.spoken),), self
        )
        self._painter = QuestionPainter(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.left_time = plain_label("", "small", "text2")
        self.edit = QToolButton()
        icons.dress(self.edit, "notebook-pen", "text2", 15)
        self.edit.setAccessibleName(_("Edit the guide"))
        self.edit.setToolTip(_("Edit the guide"))
        self.edit.clicked.connect(lambda _c=False: self.edit_asked.emit())
        foot = row(
            key_cap("Ctrl ↓"),
            plain_label(_("Next question"), "small", "text2"),
            None,
            self.left_time,
        )
        head = row(self.title, None, self.count, self.edit)
        whole = column(head, self.bar, self.list, rule(), foot, spacing=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    @property
    def current(self) -> str:
        """Return the code of the question that is asked now."""
        return self._painter.current

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """Return the questions as shown."""
        return self._rows

    def show_guide(self, name: str, rows: Sequence[QuestionRow], current: str) -> None:
        """Show a guide with the question asked now."""
        if (name, tuple(rows), current) == (self._name, self._rows, self.current):
            return
        self._name, self._rows = name, tuple(rows)
        done = sum(shown.state == "answered" for shown in rows)
        self.title.setText(_("Guide · {name}").format(name=name))
        self.count.setText(_("{done} of {all}").format(done=done, all=len(rows)))
        self.bar.setRange(0, max(1, len(rows)))
        self.bar.setValue(done)
        self._painter.current = current
        self._model.show(rows)
        self._model.layoutChanged.emit()
        number = self._model.find(current)
        if number >= 0:
            index = self._model.index(number, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def show_time(self, words: str, *, late: bool) -> None:
        """Show how much time is left, in words."""
        self.left_time.setText(words)
        self.left_time.setProperty("ink", "warn" if late else "text2")

    def _on_chosen(self, index: Index) -> None:
        self.gone_to.emit(self._model.row(index.row()).code)
