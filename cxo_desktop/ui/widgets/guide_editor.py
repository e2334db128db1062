"""Change a guide for this engagement: its questions, their order, their probes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from cxo_desktop.domain.guides import GuideQuestion, GuideSheet
from cxo_desktop.i18n import _
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import card, plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.row_list import RowList


class GuideEditor(QWidget):
    """``changed``: a question as edited; ``asked``: its code and "up", "down", "remove", "add"."""

    changed = Signal(GuideQuestion)
    asked = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._questions: tuple[GuideQuestion, ...] = ()
        self._shown: GuideQuestion | None = None
        self.title = plain_label("", "subtitle")
        self.list = RowList(_("Questions of the guide"))
        self.short, self.text = _line(_("Short name")), _line(_("Question"))
        self.text_hi = _line(_("Question in Hindi"))
        self.probes = QPlainTextEdit()
        self.probes.setAccessibleName(_("Probes, one a line"))
        self.probes.setTabChangesFocus(True)
        self.must = QCheckBox(_("Ask it even when time is short"))
        self.must.setAccessibleName(self.must.text())
        form = QFormLayout()
        for name, field in (
            (_("Short name"), self.short),
            (_("Question"), self.text),
            (_("In Hindi"), self.text_hi),
            (_("Probes"), self.probes),
            ("", self.must),
        ):
            form.addRow(plain_label(name, "label", "text2"), field)
        acts = row(
            *(
                plain_button(text, handler=partial(self._ask, what))
                for what, text in (
                    ("up", _("Up")),
                    ("down", _("Down")),
                    ("remove", _("Remove")),
                    ("add", _("Add a question")),
                )
            ),
            None,
        )
        done = primary_button(_("Done"), handler=self._leave)
        left = card(column(self.title, self.list, margins=(14, 12, 10, 10)))
        right = card(column(form, None, row(acts, done), spacing=10, margins=(18, 14, 18, 14)))
        whole = row(left, right, spacing=12)
        whole.setStretch(0, 2)
        whole.setStretch(1, 3)
        self.setLayout(whole)
        self.list.picked.connect(self._show)

    def show_guide(self, sheet: GuideSheet, code: str = "") -> None:
        """Show a guide with one question, else the one shown before or the first."""
        self._shown = None
        self._questions = sheet.questions
        self.title.setText(_("Guide · {name}").format(name=sheet.guide.name))
        keys = [question.code for question in sheet.questions]
        wanted = code or self.list.current
        self.list.show_rows([_row(question) for question in sheet.questions])
        now = wanted if wanted in keys else (keys[0] if keys else "")
        self.list.select(now)
        self._show(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Hand over the question that is shown, if it was edited."""
        if self._shown is None:
            return
        probes = tuple(
            line for it in self.probes.toPlainText().splitlines() if (line := it.strip())
        )
        edited = replace(
            self._shown,
            short=self.short.text().strip(),
            text=self.text.text().strip(),
            text_hi=self.text_hi.text().strip() or None,
            probes=probes,
            must=self.must.isChecked(),
        )
        before, self._shown = self._shown, edited
        if edited != before:
            self.changed.emit(edited)

    def _show(self, code: str) -> None:
        self.keep()
        shown = next((it for it in self._questions if it.code == code), None)
        self._shown = shown
        if shown is None:
            return
        self.short.setText(shown.short)
        self.text.setText(shown.text)
        self.text_hi.setText(shown.text_hi or "")
        self.probes.setPlainText("\n".join(shown.probes))
        self.must.setChecked(bool(shown.must))
        self._shown = replace(shown, must=bool(shown.must))

    def _ask(self, what: str) -> None:
        self.keep()
        self.asked.emit(self.list.current, what)

    def _leave(self) -> None:
        self.keep()
        self.left.emit()


def _row(question: GuideQuestion) -> ListRow:
    below = question.purpose or ""
    return ListRow(question.code, question.short or question.text, below, "circle", "text3")


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
