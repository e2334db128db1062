"""The keys that change a map: what each asks for, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app import map_edit, map_find, map_notes, map_places
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import map_card
from cxo_desktop.domain.drawing import Arrow, Box, Drawing
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.map_prompt import MapPrompt


class MapEditing(QObject):
    """Changes the map that is shown.

    ``made`` tells the code of a box that was added, ``found`` that of one that was looked for.
    """

    made = Signal(str)
    found = Signal(str)

    def __init__(self, desk: Desk, prompt: MapPrompt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prompt = prompt
        self.code = ""
        self.drawing: Drawing | None = None
        self.chosen = ""
        self._copied = ("", "")

    def act(self, key: str) -> None:
        """Do what a key asks for: new, connect, edit, remove, tidy or tidy_all."""
        if self.drawing is None or self._desk.engagement is None:
            return
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "connect": self._connect,
            "edit": self._edit,
            "remove": self._remove,
            "find": self._find,
            "copy": lambda: setattr(self, "_copied", (self.code, self.chosen)),
            "paste": self._paste,
            "lane_up": partial(self._move_lane, -1),
            "lane_down": partial(self._move_lane, 1),
            "tidy": partial(self._do, map_places.tidy),
            "tidy_all": partial(self._do, partial(map_places.tidy, pinned_too=True)),
        }
        acts[key]()

    def move(self, box: str, right: float, down: float) -> None:
        """Leave a box where it was dragged to; a step in another lane belongs to that lane."""
        lane = self._lane_at(box, down)

        def work(opened: OpenEngagement, code: str) -> None:
            with opened.operation("move on the map"):
                map_places.move_boxes(opened, code, {box: (right, down)})
                if lane is not None:
                    map_edit.to_lane(opened, code, box, lane)

        self._do(work)

    def place(self, note: str, target: str) -> None:
        """Let a note stand behind a box or arrow."""
        self._do(lambda opened, code: map_notes.place_note(opened, code, note, target))

    def _do(self, work: Callable[[OpenEngagement, str], object]) -> None:
        opened = self._desk.engagement
        if opened is not None:
            self._desk.did(lambda: work(opened, self.code))

    def _new(self) -> None:
        beside = self.chosen
        question = _("New, behind “{words}”:") if beside else _("New:")
        if self._part() is not None and isinstance(self._part(), Arrow):
            question = _("New, between “{words}”:")

        def add(words: str) -> None:
            opened = self._desk.engagement
            if words and opened is not None:
                box = self._desk.write(lambda: map_edit.add_box(opened, self.code, words, beside))
                if box is not None:
                    self.made.emit(box)

        self._prompt.ask(question.format(words=self.words_of(beside)), add)

    def _connect(self) -> None:
        source = self.chosen
        if not isinstance(self._part(), Box) or self.drawing is None:
            return
        known = [self.words_of(box.code) for box in self.drawing.boxes if box.code != source]

        def join(words: str) -> None:
            if words:
                self._do(lambda opened, code: map_edit.connect(opened, code, source, words))

        question = _("Connect “{words}” to:").format(words=self.words_of(source))
        self._prompt.ask(question, join, known=known)

    def _edit(self) -> None:
        part, chosen = self._part(), self.chosen
        if part is None:
            return
        given = self.words_of(chosen)
        if isinstance(part, Arrow):
            given = " ".join(line.text for line in part.label)

        def rename(words: str) -> None:
            if words or isinstance(part, Arrow):
                self._do(lambda opened, code: map_edit.rename(opened, code, chosen, words))

        self._prompt.ask(_("Words:"), rename, given)

    def _remove(self) -> None:
        chosen = self.chosen
        if chosen:
            self._do(lambda opened, code: map_edit.remove_part(opened, code, chosen))

    def _find(self) -> None:
        opened = self._desk.engagement
        if opened is None or self.drawing is None:
            return
        known = [self.words_of(box.code) for box in self.drawing.boxes]

        def look(words: str) -> None:
            card = map_card(opened.dossier(), self.code)
            code = self._desk.attempt(lambda: map_find.find_box(opened.dossier(), card, words))
            if code is not None:
                self.found.emit(code)

        self._prompt.ask(_("Find:"), lambda words: look(words) if words else None, known=known)

    def _paste(self) -> None:
        source, box = self._copied
        opened = self._desk.engagement
        if box and opened is not None:
            made = self._desk.write(lambda: map_edit.copy_box(opened, source, box, self.code))
            if made is not None:
                self.made.emit(made)

    def _move_lane(self, by: int) -> None:
        lane = self._lane_at(self.chosen, 0)
        if lane is not None:
            self._do(lambda opened, code: map_edit.move_lane(opened, code, lane, by))

    def _part(self) -> Box | Arrow | None:
        if self.drawing is None:
            return None
        parts: tuple[Box | Arrow, ...] = (*self.drawing.boxes, *self.drawing.arrows)
        return next((part for part in parts if part.code == self.chosen), None)

    def words_of(self, code: str) -> str:
        """Return the words of a box as they were written, or the ends of an arrow."""
        opened = self._desk.engagement
        if opened is None or self.drawing is None:
            return ""
        dossier = opened.dossier()
        labels = {it.code: it.label for it in sheet_of(dossier, map_card(dossier, self.code)).boxes}
        arrow = next((one for one in self.drawing.arrows if one.code == code), None)
        if arrow is None:
            return labels.get(code, "")
        ends = (labels.get(arrow.tail, ""), labels.get(arrow.head, ""))
        return _("{source} to {target}").format(source=ends[0], target=ends[1])

    def _lane_at(self, code: str, down: float) -> str | None:
        if self.drawing is None:
            return None
        box = next((one for one in self.drawing.boxes if one.code == code), None)
        if box is None:
            return None
        middle = box.y + box.height / 2 + down
        for lane in self.drawing.lanes:
            if lane.y <= middle < lane.y + lane.height:
                return lane.name
        return None
