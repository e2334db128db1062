"""Before anything is shown: the passphrase of the workspace, or a first one for a new one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui.tasks import Task, TaskRunner
from cxo_desktop.ui.widgets.cards import card, primary_button
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH = 440


class Gate(QWidget):
    """``opened`` when the workspace is unlocked. Reckoning the key takes a moment: off-thread."""

    opened = Signal()

    def __init__(self, workspace: Workspace, runner: TaskRunner) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self._workspace = workspace
        self._runner = runner
        self._task: Task | None = None
        self.is_new = workspace.vault.is_new
        self.passphrase = _secret_field(_("Passphrase"))
        self.again = _secret_field(_("The same passphrase again"))
        self.again.setVisible(self.is_new)
        self.words = plain_label("", "body", "bad", wrap=True)
        self.enter = primary_button(
            _("Set the passphrase") if self.is_new else _("Unlock"), handler=self.try_it
        )
        self.recovery = QLineEdit()
        self.recovery.setReadOnly(True)
        self.recovery.setAccessibleName(_("Recovery key"))
        self.done = primary_button(_("I have written it down"), handler=self.opened.emit)
        self._steps = QStackedWidget()
        self._steps.addWidget(boxed(self._asking()))
        self._steps.addWidget(boxed(self._recovering()))
        frame = card(column(self._steps, margins=(28, 24, 28, 24)))
        frame.setFixedWidth(_WIDTH)
        self.setLayout(column(None, row(None, frame, None), None))
        for field in (self.passphrase, self.again):
            field.returnPressed.connect(self.try_it)
        self.setFocusProxy(self.passphrase)

    def try_it(self) -> None:
        """Unlock with what was typed, or set it as the passphrase."""
        typed = self.passphrase.text()
        if not typed:
            self.words.setText(_("Type a passphrase first."))
        elif self.is_new and typed != self.again.text():
            self.words.setText(_("The two are not the same. Type it once more."))
        elif self._task is None:
            self._start(typed)

    def _start(self, typed: str) -> None:
        workspace, is_new = self._workspace, self.is_new
        self.words.setText("")
        self.enter.setEnabled(False)

        def work(_token: CancelToken, _progress: Progress) -> str:
            if is_new:
                return workspace.vault.set_passphrase(typed)
            workspace.vault.unlock(typed)
            return ""

        self._task = Task(work, self)
        self._task.succeeded.connect(self._unlocked)
        self._task.failed.connect(self._refused)
        self._runner.start(self._task)

    def _unlocked(self, recovery: Any) -> None:
        self._task = None
        self.passphrase.clear()
        self.again.clear()
        if recovery:
            self.recovery.setText(str(recovery))
            self._steps.setCurrentIndex(1)
            self.done.setFocus()
        else:
            self.opened.emit()

    def _refused(self, error: Exception) -> None:
        self._task = None
        self.enter.setEnabled(True)
        self.passphrase.selectAll()
        self.passphrase.setFocus()
        if not isinstance(error, CxoError):
            raise error
        self.words.setText(str(error))

    def _asking(self) -> QVBoxLayout:
        title = _("Choose a passphrase") if self.is_new else _("Unlock your notes")
        why = (
            _("All you write is kept encrypted on this laptop. Nobody can read it without this.")
            if self.is_new
            else _("Your notes are encrypted. Nothing is shown before you unlock them.")
        )
        return column(
            row(icon_label("shield-check", "accent", 22), plain_label(title, "subtitle"), None),
            plain_label(why, "body", "text2", wrap=True),
            4,
            self.passphrase,
            self.again,
            self.words,
            row(None, self.enter),
            spacing=10,
        )

    def _recovering(self) -> QVBoxLayout:
        why = _("If the passphrase is forgotten, only this key opens your notes. Keep it on paper.")
        return column(
            plain_label(_("Your recovery key"), "subtitle"),
            plain_label(why, "body", "text2", wrap=True),
            self.recovery,
            None,
            row(None, self.done),
            spacing=10,
        )


class Doorway(QStackedWidget):
    """What is inside, or the gate before it. ``locked`` and ``opened`` as it goes."""

    locked = Signal()
    opened = Signal()

    def __init__(self, inside: QWidget, workspace: Workspace, runner: TaskRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self.addWidget(inside)

    def ask(self) -> None:
        """Show the gate while the workspace is locked."""
        if not self._workspace.vault.locked:
            return
        gate = Gate(self._workspace, self._runner)
        gate.opened.connect(self._let_in)
        self.addWidget(gate)
        self.setCurrentWidget(gate)
        gate.setFocus()
        self.locked.emit()

    def _let_in(self) -> None:
        gate = self.currentWidget()
        self.setCurrentIndex(0)
        self.removeWidget(gate)
        gate.deleteLater()
        self.opened.emit()


def _secret_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
    return field
