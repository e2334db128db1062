"""Before anything is shown: the passphrase of the workspace, or a first one for a new one."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cxo_desktop.app.settings import SettingsFile
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import CxoError, InputRefused
from cxo_desktop.i18n import OWN_NAMES, _, languages
from cxo_desktop.ui.desk import Desk, speak
from cxo_desktop.ui.tasks import Task, TaskRunner
from cxo_desktop.ui.widgets.cards import card, plain_button, primary_button
from cxo_desktop.ui.widgets.fields import secret_field
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH = 440
_PRODUCT = "CxO Desktop"


class Gate(QWidget):
    """``opened`` when the workspace is unlocked. Reckoning the key takes a moment: off-thread.

    A new workspace asks for a name and a passphrase, shows the recovery key, and offers the
    sample: ``sample_asked``.
    """

    opened = Signal()
    sample_asked = Signal()
    spoken = Signal(str)

    def __init__(self, workspace: Workspace, runner: TaskRunner, settings: SettingsFile) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self._settings = settings
        self._workspace = workspace
        self._runner = runner
        self._task: Task | None = None
        self.is_new = workspace.vault.is_new
        self.passphrase = secret_field(_("Passphrase"))
        self.again = secret_field(_("The same passphrase again"))
        if not self.is_new:
            self.again.hide()
        self.name = QLineEdit(settings.now.name)
        self.name.setPlaceholderText(_("Your name"))
        self.name.setAccessibleName(_("Your name"))
        self.language = _languages(settings.now.language)
        self.language.activated.connect(self._choose_language)
        self.by_recovery = False
        self.forgotten = plain_button(
            _("Use the recovery key"), "key-round", handler=self._turn_to_recovery
        )
        self.words = plain_label("", "body", "bad", wrap=True)
        self.enter = primary_button(
            _("Set the passphrase") if self.is_new else _("Unlock"), handler=self.try_it
        )
        self.recovery = QLineEdit()
        self.recovery.setReadOnly(True)
        self.recovery.setAccessibleName(_("Recovery key"))
        self.done = primary_button(_("Written down: begin"), handler=self.opened.emit)
        self.sample = plain_button(
            _("Written down: look at the sample first"), handler=self._open_with_sample
        )
        self._steps = QStackedWidget()
        self._steps.addWidget(boxed(self._asking()))
        self._steps.addWidget(boxed(self._recovering()))
        frame = card(column(self._steps, margins=(28, 24, 28, 24)))
        frame.setFixedWidth(_WIDTH)
        brand = row(icon_label("notebook-pen", "accent", 26), plain_label(_PRODUCT, "title"))
        self.setLayout(column(None, row(None, brand, None), 8, row(None, frame, None), None, None))
        for field in (self.passphrase, self.again):
            field.returnPressed.connect(self.try_it)
        self.setFocusProxy(self.name if self.is_new else self.passphrase)

    def _choose_language(self) -> None:
        """Keep the name that was typed: the gate is put up anew in the language chosen."""
        with suppress(InputRefused):
            self._settings.change(name=self.name.text().strip())
        self.spoken.emit(self.language.currentData())

    def try_it(self) -> None:
        """Unlock with what was typed, or set it as the passphrase."""
        typed = self.passphrase.text()
        if not typed:
            self.words.setText(
                _("Type the recovery key first.")
                if self.by_recovery
                else _("Type a passphrase first.")
            )
        elif self.is_new and typed != self.again.text():
            self.words.setText(_("The two are not the same. Type it once more."))
        elif self._task is None:
            self._start(typed)

    def _start(self, typed: str) -> None:
        workspace, is_new, by_recovery = self._workspace, self.is_new, self.by_recovery
        if is_new:
            with suppress(InputRefused):
                self._settings.change(
                    name=self.name.text().strip(), language=self.language.currentData()
                )
        self.words.setText("")
        self.enter.setEnabled(False)

        def work(_token: CancelToken, _progress: Progress) -> str:
            if is_new:
                return workspace.vault.set_passphrase(typed)
            if by_recovery:
                workspace.vault.unlock_by_recovery(typed)
            else:
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

    def _turn_to_recovery(self) -> None:
        """Take the printed key in place of the passphrase, or the other way round."""
        self.by_recovery = not self.by_recovery
        mode = QLineEdit.EchoMode
        name = _("Recovery key") if self.by_recovery else _("Passphrase")
        self.passphrase.clear()
        self.passphrase.setEchoMode(mode.Normal if self.by_recovery else mode.Password)
        self.passphrase.setPlaceholderText(name)
        self.passphrase.setAccessibleName(name)
        self.forgotten.setText(
            _("Use the passphrase") if self.by_recovery else _("Use the recovery key")
        )
        self.passphrase.setFocus()

    def _open_with_sample(self) -> None:
        self.opened.emit()
        self.sample_asked.emit()

    def _asking(self) -> QVBoxLayout:
        title = _("Choose a passphrase") if self.is_new else _("Unlock your notes")
        why = (
            _("All you write is kept encrypted on this laptop. Nobody can read it without this.")
            if self.is_new
            else _("Your notes are encrypted. Nothing is shown before you unlock them.")
        )
        about = (self.language, self.name) if self.is_new else ()
        if self.is_new:
            self.forgotten.hide()
        return column(
            row(icon_label("shield-check", "accent", 22), plain_label(title, "subtitle"), None),
            plain_label(why, "body", "text2", wrap=True),
            4,
            *about,
            self.passphrase,
            self.again,
            self.words,
            row(self.forgotten, None, self.enter),
            spacing=10,
        )

    def _recovering(self) -> QVBoxLayout:
        why = _("If the passphrase is forgotten, only this key opens your notes. Keep it on paper.")
        return column(
            plain_label(_("Your recovery key"), "subtitle"),
            plain_label(why, "body", "text2", wrap=True),
            self.recovery,
            None,
            row(None, self.sample, self.done),
            spacing=10,
        )


class Doorway(QStackedWidget):
    """What is inside, or the gate before it. ``locked`` and ``opened`` as it goes."""

    locked = Signal()
    opened = Signal()
    sample_asked = Signal()

    def __init__(self, inside: QWidget, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.addWidget(inside)

    def ask(self) -> None:
        """Show the gate while the workspace is locked."""
        workspace = self._desk.workspace
        if not workspace.vault.locked:
            return
        gate = Gate(workspace, self._desk.runner, self._desk.settings)
        gate.opened.connect(self._let_in)
        gate.sample_asked.connect(self.sample_asked)
        if not self._desk.aside.is_empty:
            gate.words.setText(
                _(
                    "What you were typing could not be saved here. It is held, sealed, while this "
                    "window stays open, and is back when you unlock it."
                )
            )
        gate.spoken.connect(lambda language: speak(self._desk, language))
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


def _languages(now: str) -> QComboBox:
    """Return a choice of the languages there are; hidden while there is but one."""
    box = QComboBox()
    box.setAccessibleName(_("Language"))
    for code in languages():
        box.addItem(OWN_NAMES.get(code, code), code)
    box.setCurrentIndex(max(0, box.findData(now)))
    if box.count() == 1:
        box.hide()
    return box
