"""Notes to place: Enter takes what is suggested, Tab changes it before it is taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from cxo_desktop.app.map_check import words_of
from cxo_desktop.app.map_notes import Suggestion, notes_to_place
from cxo_desktop.app.map_placing import bare, becoming, named_part, operation_name, place
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card
from cxo_desktop.app.placings import FIELDS, Becomes, Placing
from cxo_desktop.app.scenario_edit import NAME, set_number
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui.map_facts import tray_row
from cxo_desktop.ui.map_state import MapState
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.place_form import PlaceForm
from cxo_desktop.ui.widgets.row_list import RowList


class MapTray(QObject):
    """The list of notes without a place, their count, and the form that edits a suggestion."""

    def __init__(self, state: MapState, form: PlaceForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.form = form
        self.list = RowList(_("Notes to place"))
        self.count = Chip()
        self._found: dict[str, Suggestion] = {}
        self.list.chosen.connect(self._take)
        self.list.setTabKeyNavigation(False)
        tab = QShortcut(QKeySequence("Tab"), self.list)
        tab.setContext(Qt.ShortcutContext.WidgetShortcut)
        tab.activated.connect(lambda: self._edit(self.list.current))

    def show_notes(self) -> None:
        """Show which notes seem to belong on the map, and as what."""
        opened = self._state.desk.engagement
        if opened is None:
            return
        found = notes_to_place(opened.dossier(), self._state.code)
        self._found = {one.note.code: one for one in found}
        self.list.show_rows([tray_row(one) for one in found])
        self.count.show_text(str(len(found)))

    def ask_number(self, part: str, back_to: Callable[[], object]) -> bool:
        """On a what-if ask which time of a part changes, and to what; tell if that was asked."""
        opened = self._state.desk.engagement
        if opened is None:
            return False
        card = map_card(opened.dossier(), self._state.code)
        if card.kind is not MapKind.SCENARIO:
            return False
        choices = tuple(it for it, (cls, _field) in FIELDS.items() if _fits(cls, card))

        def answer(becomes: Becomes, _where: str, amount: str) -> None:
            number = self._state.desk.attempt(lambda: (number_of(amount),))
            if number is not None:
                placing = Placing(becomes, part, amount=number[0])
                self._state.do(NAME, lambda opened, code: set_number(opened, code, placing))

        words = self._state.words_of(part)
        self.form.ask(choices, choices[0], words, "", [words], answer, back_to)
        return True

    def _take(self, note: str) -> None:
        if note in self._found:
            self._place(note, self._found[note].placing)

    def _place(self, note: str, placing: Placing) -> None:
        self._state.do(
            operation_name(placing.becomes), lambda opened, code: place(opened, code, note, placing)
        )

    def _edit(self, note: str) -> None:
        opened = self._state.desk.engagement
        if opened is None or note not in self._found:
            return
        dossier, found = opened.dossier(), self._found[note]
        card = map_card(dossier, self._state.code)
        words, placing = words_of(dossier, card), found.placing
        target = words.get(placing.target, placing.target)
        if placing.head:
            target = f"{bare(target)} > {bare(words.get(placing.head, placing.head))}"
        self.form.ask(
            becoming(card),
            placing.becomes,
            bare(target),
            "" if placing.amount is None else f"{placing.amount:g}",
            sorted({bare(one) for one in words.values()}),
            lambda becomes, where, amount: self._answer(note, becomes, where, amount),
            self.list.setFocus,
        )

    def _answer(self, note: str, becomes: Becomes, where: str, amount: str) -> None:
        opened = self._state.desk.engagement
        if opened is None:
            return
        dossier = opened.dossier()
        card = map_card(dossier, self._state.code)

        def told() -> Placing:
            target, head = named_part(dossier, card, where)
            return Placing(becomes, target, head, number_of(amount))

        placing = self._state.desk.attempt(told)
        if placing is not None:
            self._place(note, placing)


def _fits(cls: type[Record], card: MapCard) -> bool:
    return (cls is DataFlow) == (card.base == CHAIN)


def number_of(text: str) -> float | int | None:
    """Return the number that was typed, None for nothing. Raises InputRefused for words."""
    if not text:
        return None
    try:
        number = float(text.replace(",", ""))
    except ValueError as error:
        raise InputRefused(
            _("The number was not taken."),
            _("“{text}” is no number.").format(text=text),
            _("Type it in figures, such as 1.5."),
        ) from error
    return int(number) if number == int(number) else number
