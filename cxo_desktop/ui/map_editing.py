"""The keys that change what is on a map: what each asks for, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app import map_comments, map_edit, map_find, map_many
from cxo_desktop.app.maps import map_card
from cxo_desktop.domain.drawing import Arrow, Box
from cxo_desktop.i18n import _
from cxo_desktop.ui.map_state import MapState
from cxo_desktop.ui.widgets.map_prompt import MapPrompt


class MapEditing(QObject):
    """Changes the map that is shown.

    ``numbers`` asks for a number instead of words where only those change, and tells if it did.
    ``made`` tells the codes of boxes that were added, ``found`` that of one that was looked for.
    """

    made = Signal(tuple)
    found = Signal(str)

    def __init__(self, state: MapState, prompt: MapPrompt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._prompt = prompt
        self.numbers: Callable[[str], bool] = lambda _part: False
        self._copied: map_many.Copied | None = None
        self.acts: Mapping[str, Callable[[], object]] = {
            "new": self._new,
            "connect": self._connect,
            "edit": self._edit,
            "comment": self._comment,
            "remove": self._remove,
            "find": self._find,
            "copy": self._copy,
            "cut": self._cut,
            "paste": self._paste,
        }

    def rename(self, part: str, words: str) -> None:
        """Give a box, or an arrow of a process, other words."""
        self._state.do(
            "change step", lambda opened, code: map_edit.rename(opened, code, part, words)
        )

    def join(self, source: str, target: str) -> None:
        """Draw an arrow between two boxes; without a target ask for a new box behind the first."""
        if not target:
            self._new(source)
            return
        self._state.do(
            "add transition", lambda opened, code: map_edit.connect(opened, code, source, target)
        )

    def why_apart(self, source: str, target: str) -> str:
        """Return why two boxes cannot be joined, or ""."""
        opened = self._state.desk.engagement
        if opened is None:
            return ""
        return map_edit.why_apart(opened.dossier(), self._state.code, source, target)

    def _new(self, beside: str = "") -> None:
        beside = beside or self._state.chosen
        question = _("New, behind “{words}”:") if beside else _("New:")
        if beside == self._state.chosen and isinstance(self._state.part(), Arrow):
            question = _("New, between “{words}”:")

        def add(words: str) -> None:
            if words:
                box = self._state.do(
                    "add step",
                    lambda opened, code: map_edit.add_box(opened, code, words, beside),
                )
                self.made.emit((box,) if box else ())

        self._prompt.ask(question.format(words=self._state.words_of(beside)), add)

    def _connect(self) -> None:
        source = self._state.chosen
        if not isinstance(self._state.part(), Box):
            return

        def join(words: str) -> None:
            if words:
                self._state.do(
                    "add transition",
                    lambda opened, code: map_edit.connect(opened, code, source, words),
                )

        question = _("Connect “{words}” to:").format(words=self._state.words_of(source))
        self._prompt.ask(question, join, known=self._names(but=source))

    def _edit(self) -> None:
        part, chosen = self._state.part(), self._state.chosen
        if part is None or self.numbers(chosen):
            return
        given = self._state.words_of(chosen)
        if isinstance(part, Arrow):
            given = " ".join(line.text for line in part.label)

        def rename(words: str) -> None:
            if words or isinstance(part, Arrow):
                self.rename(chosen, words)

        self._prompt.ask(_("Words:"), rename, given)

    def _comment(self) -> None:
        chosen = self._state.chosen
        if self._state.part() is None:
            return

        def keep(words: str) -> None:
            if words:
                self._state.do(
                    "add note",
                    lambda opened, code: map_comments.comment(opened, code, chosen, words),
                )

        question = _("Comment on “{words}”; codes of notes in it are its evidence:")
        self._prompt.ask(question.format(words=self._state.words_of(chosen)), keep)

    def _remove(self) -> None:
        parts = self._state.chosen_all
        if parts:
            self._state.do(
                "remove step", lambda opened, code: map_many.remove_parts(opened, code, parts)
            )

    def _find(self) -> None:
        opened = self._state.desk.engagement
        if opened is None:
            return

        def look(words: str) -> None:
            card = map_card(opened.dossier(), self._state.code)
            code = self._state.desk.attempt(
                lambda: map_find.find_box(opened.dossier(), card, words) if words else None
            )
            if code is not None:
                self.found.emit(code)

        self._prompt.ask(_("Find:"), look, known=self._names())

    def _copy(self) -> None:
        opened = self._state.desk.engagement
        if opened is not None:
            state = self._state
            found = map_many.copied(opened.dossier(), state.code, state.chosen_all)
            self._copied = found or self._copied

    def _cut(self) -> None:
        self._copy()
        self._remove()

    def _paste(self) -> None:
        what = self._copied
        if what is not None:
            made = self._state.do(
                "add step", lambda opened, code: map_many.paste(opened, what, code)
            )
            self.made.emit(made or ())

    def _names(self, but: str = "") -> list[str]:
        return [words for code, words in self._state.labels().items() if code != but]
