"""Ctrl+K and Ctrl+P: the palette over every action and record, and what follows a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.ui.actions import ActionSpec
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.finder import Finder, Known, record_entries
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.palette import Entry, Palette

_BELOW_TOP = 56


class Finding(QObject):
    """Keeps the palette and what was chosen in it last."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._specs: Sequence[ActionSpec] = ()
        self._actions: Mapping[str, QAction] = {}
        self._others: list[QAction] = []
        self.finder = Finder(desk.settings.now.recent)
        self.box = Palette(window)
        self.box.chosen.connect(self._choose)
        desk.opened.connect(self._prepare)
        desk.let_go.connect(self.forget)

    def offer(self, specs: Sequence[ActionSpec], actions: Mapping[str, QAction]) -> None:
        """Offer these actions from now on, beside those of the page that is shown."""
        self._specs, self._actions = specs, actions

    def open_all(self) -> None:
        """Open over every action and every record."""
        specs = [*self._specs_now(), *self._other_specs()]
        self._open(self.finder.entries(specs, self._desk.engagement))

    def open_records(self) -> None:
        """Open over the records alone."""
        self._open(self.finder.entries((), self._desk.engagement))

    def forget(self) -> None:
        """Keep no word of the engagement."""
        self.finder.forget()
        self.box.forget()

    def _prepare(self) -> None:
        """Make the entries of an engagement on another thread, before somebody asks for them."""
        engagement = self._desk.engagement
        if engagement is None:
            return
        # Handed over, not shared: the task stays until the window closes, the dossier must not.
        handed = [engagement.dossier()]

        def work(_token: CancelToken, _progress: Progress) -> tuple[Dossier, Known]:
            dossier = handed.pop()
            return dossier, record_entries(dossier)

        task = Task(work, self)
        task.succeeded.connect(self._prepared)
        self._desk.runner.start(task)

    def _prepared(self, made: Any) -> None:
        if self._desk.engagement is not None:
            self.finder.remember(*made)

    def _open(self, entries: list[Entry]) -> None:
        self.box.open_with(entries, QPoint(self._window.width() // 2, _BELOW_TOP))

    def _specs_now(self) -> list[ActionSpec]:
        """Return the window's actions under the names they have now."""
        return [
            ActionSpec(
                spec.key, self._actions[spec.key].text(), spec.icon, spec.handler, spec.shortcut
            )
            for spec in self._specs
            if self._actions[spec.key].isEnabled()
        ]

    def _other_specs(self) -> list[ActionSpec]:
        """Return the actions of the page that is shown, and of its menus."""
        own = set(self._actions.values())
        self._others = [
            action
            for action in self._window.findChildren(QAction)
            if action not in own and action.text() and action.isEnabled() and _is_near(action)
        ]
        return [
            ActionSpec(
                f"#{number}", action.text(), "", action.trigger, action.shortcut().toString()
            )
            for number, action in enumerate(self._others)
        ]

    def _choose(self, key: str) -> None:
        kind, _colon, code = key.partition(":")
        if kind == "do" and code.startswith("#"):
            self._others[int(code[1:])].trigger()
            return
        self.finder.used(key)
        recent = tuple(one for one in self.finder.recent if one.startswith("do:"))
        self._desk.attempt(lambda: self._desk.settings.change(recent=recent))
        if kind == "do":
            self._actions[code].trigger()
        else:
            self._desk.record_asked.emit(key)


def _is_near(action: QAction) -> bool:
    """Tell whether an action belongs to something that is shown now."""
    owner = action.parent()
    while owner is not None and not (isinstance(owner, QWidget) and not owner.isWindow()):
        owner = owner.parent()
    return owner is not None and owner.isVisible()
