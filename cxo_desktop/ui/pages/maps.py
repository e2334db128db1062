"""Maps: the data chain, scenarios and processes, to look at, to ask, and to change by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from cxo_desktop.app.map_files import MapLook
from cxo_desktop.app.map_focus import focused
from cxo_desktop.app.map_notes import notes_to_place, where_is
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, chain_rows, map_cards
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.map_acts import map_acts
from cxo_desktop.ui.map_drawer import Drawn, MapDrawer, Wanted, room_of
from cxo_desktop.ui.map_editing import MapEditing
from cxo_desktop.ui.map_export import ask_and_write
from cxo_desktop.ui.map_facts import facts_of, size_words
from cxo_desktop.ui.map_lane_editing import MapLaneEditing
from cxo_desktop.ui.map_menu import MapMenu
from cxo_desktop.ui.map_outline import outline
from cxo_desktop.ui.map_state import MapState
from cxo_desktop.ui.map_tray import MapTray
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.shown import Facts, ListRow
from cxo_desktop.ui.step_facts import step_facts
from cxo_desktop.ui.what_if_facts import difference_words, what_if_facts
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.facts_panel import FactsPanel
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row, scrolled
from cxo_desktop.ui.widgets.map_legend import MapLegend
from cxo_desktop.ui.widgets.map_overlays import MapOverlays
from cxo_desktop.ui.widgets.map_prompt import MapPrompt
from cxo_desktop.ui.widgets.map_view import MapView
from cxo_desktop.ui.widgets.outline_tree import OutlineTree
from cxo_desktop.ui.widgets.place_form import PlaceForm
from cxo_desktop.ui.widgets.row_list import RowList

_LEFT, _LEFT_HEIGHT = 256, 620
_MAPS_HEIGHT, _TRAY_HEIGHT = 190, 190
_FOCUS = ("upstream", "downstream")
_NATIVE = QKeySequence.SequenceFormat.NativeText


class MapsPage(Page):
    """The maps at the left, the one that was chosen, and the facts behind what is selected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.drawing: Drawing | None = None
        self.maps = RowList(_("Maps"))
        self.outline = OutlineTree(_("Nodes, flows and evidence of this map"))
        self.view = MapView()
        self.legend = MapLegend()
        self.prompt = MapPrompt(self.view.setFocus)
        self.state = MapState(desk)
        self.editing = MapEditing(self.state, self.prompt, self)
        self.lanes = MapLaneEditing(self.state, self)
        self.drawer = MapDrawer(desk, self)
        self._losses: dict[str, Facts] = {}
        self.menu = MapMenu(desk, lambda: self.state.code, self)
        self.overlays = MapOverlays()
        self.notes = MapTray(self.state, PlaceForm(), self)
        self.editing.numbers = lambda part: self.notes.ask_number(part, self.view.setFocus)
        self.tray = self.notes.list
        self._cards: dict[str, MapCard] = {}
        self._shown = ""
        self._wanted: tuple[str, ...] = ()
        self.facts = FactsPanel()
        self.title = plain_label(_("Maps"), "title")
        self.extent = Chip()
        self._build()
        self.setFocusProxy(self.view)
        self._connect()

    def refresh(self) -> None:
        """Show the maps of the engagement as it is now."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        cards = map_cards(engagement.dossier())
        self._cards = {one.code: one for one in cards}
        rows = [ListRow(one.code, one.name, _kind_word(one), _ICONS[one.kind]) for one in cards]
        self.maps.show_rows(rows)
        self.maps.fit_height(_MAPS_HEIGHT)
        code = self.state.code if self.state.code in self._cards else cards[0].code
        self.state.code = code
        self.maps.select(code)
        self._draw(code)

    def show_map(self, code: str) -> None:
        """Show one map."""
        if code != self.state.code:
            self._draw(code)

    def open_map(self, code: str) -> None:
        """Choose a map in the list, such as one that was just begun."""
        self.state.code = code
        self.refresh()

    def to_note(self, note: str = "", interview: str = "") -> bool:
        """Go to a note where it stands on a map, else to the notes to place; tell if there is any.

        To that note if it is among them, else to the first one of the interview, if any is named.
        """
        if self.desk.engagement is None:
            return False
        dossier = self.desk.engagement.dossier()
        code, part = where_is(dossier, note, self.state.code)
        if code != self.state.code:
            self.open_map(code)
        if part:
            self._wanted = (part,)
            self.view.choose(part)
            self.view.setFocus()
            return True
        self.notes.show_notes()
        codes = [one.note.code for one in notes_to_place(dossier, code, interview)]
        wanted = note if note in codes else next(iter(codes), "")
        if wanted:
            self.tray.setFocus()
            self.tray.select(wanted)
        return bool(wanted)

    def _draw(self, code: str) -> None:
        """Have the map drawn on another thread."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        self.state.code = code
        card, port = self._cards[code], self.view.viewport().size().toSizeF()
        self.overlays.show_for(card)
        self.drawer.draw(
            Wanted(engagement.dossier(), card, self.overlays.overlay, self.state.folded, port)
        )

    def _show_drawing(self, drawn: Drawn) -> None:
        drawing, code = drawn.shown, drawn.wanted.card.code
        self.drawing = self.state.drawing = drawing
        self.title.setText(drawing.title)
        self.extent.show_text(size_words(drawing))
        self._show(drawing, same=self._shown == code)
        self._shown = code
        if drawn.whole:
            self.notes.show_notes()
        dossier, card = drawn.wanted.dossier, drawn.wanted.card
        self.outline.show_rows(outline(dossier, card, drawing, self.state.labels()))
        chosen, self._wanted = self._wanted, ()
        self.view.choose(*chosen)
        self._show_facts(self.view.chosen)

    def _show(self, drawing: Drawing, *, same: bool) -> None:
        self.view.show_drawing(drawing, same=same)
        self.legend.show_legend(drawing.legend, drawing.remarks)

    def _show_facts(self, code: str) -> None:
        self.state.chosen, self.state.chosen_all = code, self.view.chosen_all
        engagement, shown = self.desk.engagement, self._cards.get(self.state.code)
        if engagement is None or shown is None:
            return
        dossier = engagement.dossier()
        facts = None
        if code:
            told = step_facts(dossier, shown, code) if shown.base != CHAIN else None
            flows = chain_rows(dossier, shown)[1] if shown.base == CHAIN else None
            facts = told or facts_of(dossier, code, flows)
            if facts is not None and shown.kind is MapKind.SCENARIO:
                told_too = (facts.remark, difference_words(dossier, shown))
                facts = replace(facts, remark="\n".join(filter(None, told_too)))
        elif shown.kind is MapKind.SCENARIO:
            facts = what_if_facts(dossier, shown)
        else:
            facts = self._losses.get(self.state.code)
        self.facts.show_facts(facts)
        if code and code != self.outline.current:
            self.outline.select(code)

    def export(self) -> None:
        """Write the map that is shown to a file that the person names."""
        port = self.view.viewport().size().toSizeF()
        look = MapLook(fit=room_of(port), overlay=self.overlays.overlay)
        ask_and_write(self.desk, self, self.state.code, look)

    def _act(self, act: str) -> None:
        """Do what a key on the map asks for."""
        if self.drawing is None:
            return
        if act in _FOCUS and self.view.chosen:
            looked = focused(self.drawing, self.view.chosen, downstream=act == "downstream")
            self._show(looked, same=True)
        elif act == "plain":
            self._show(self.drawing, same=True)
        elif act not in _FOCUS:
            {**self.editing.acts, **self.lanes.acts}[act]()

    def _connect(self) -> None:
        self.maps.picked.connect(self.show_map)
        self.outline.picked.connect(self.view.choose_also)
        self.outline.renamed.connect(self.editing.rename)
        self.outline.opened.connect(lambda note: self.desk.record_asked.emit(f"note:{note}"))
        self.drawer.drawn.connect(self._show_drawing)
        self.menu.made.connect(self.open_map)
        self.menu.told.connect(self._losses.__setitem__)
        self.overlays.chosen.connect(lambda: self._draw(self.state.code))
        self.lanes.folded.connect(partial(setattr, self, "_wanted"))
        self.lanes.folded.connect(lambda: self._draw(self.state.code))
        self.editing.made.connect(partial(setattr, self, "_wanted"))
        self.editing.found.connect(self.view.choose)
        view = self.view
        view.hands.refuses = self.editing.why_apart
        view.picked.connect(self._show_facts)
        view.asked.connect(self._act)
        view.dragged.connect(self.lanes.move)
        self.lanes.refused.connect(partial(self._act, "plain"))
        view.joined.connect(self.editing.join)
        view.lane_moved.connect(self.lanes.put)
        view.lane_sized.connect(self.lanes.size)
        self.outline.addActions([view.acts[one.act] for one in map_acts() if one.edits])

    def _build(self) -> None:
        header = row(
            self.title, self.extent, None, self.overlays, 8, *_tools(self.view, self.export)
        )
        left = card(
            column(
                row(plain_label(_("Maps"), "heading"), None, self.menu.button),
                self.maps,
                rule(),
                row(plain_label(_("Notes to place"), "heading"), None, self.notes.count),
                plain_label(_("Enter takes it, Tab changes it"), "small", "text3", wrap=True),
                self.tray,
                rule(),
                plain_label(_("Nodes, flows and evidence"), "heading"),
                self.outline,
                margins=(10, 12, 10, 10),
            )
        )
        left.setMinimumHeight(_LEFT_HEIGHT)
        lists = scrolled(left)
        lists.setFixedWidth(_LEFT)
        self.tray.setFixedHeight(_TRAY_HEIGHT)
        middle = column(
            self.view,
            self.prompt,
            self.notes.form,
            rule(),
            self.legend,
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        middle.setStretch(0, 1)
        body = row(lists, card(middle), self.facts, spacing=12)
        body.setStretch(1, 1)
        page = column(header, body, spacing=10, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)


_ICONS = {MapKind.CHAIN: "workflow", MapKind.SCENARIO: "split", MapKind.PROCESS: "list-checks"}


def _kind_word(shown: MapCard) -> str:
    """Return a word for what is not as it is: the others say it by having none."""
    if shown.kind is MapKind.SCENARIO:
        return _("What if")
    return _("To be") if shown.variant is MapVariant.TO_BE else ""


_TOOLS = {
    "new": "plus",
    "connect": "arrow-right-left",
    "edit": "pencil",
    "comment": "message-circle",
    "remove": "trash-2",
    "tidy": "workflow",
    "smaller": "zoom-out",
    "larger": "zoom-in",
    "fit": "maximize",
}


def _tools(view: MapView, export: Callable[[], object]) -> list[QToolButton]:
    """Return a button for what is done most, each with its key in its name."""
    buttons = []
    for act, icon in _TOOLS.items():
        action = view.acts[act]
        name = _("{words} ({key})").format(
            words=action.text(), key=action.shortcut().toString(_NATIVE)
        )
        buttons.append(_tool(icon, name, partial(view.do, act)))
    return [*buttons, _tool("external-link", _("Write to a file"), export)]


def _tool(icon: str, name: str, handler: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    icons.dress(button, icon, "text", 18)
    button.clicked.connect(lambda _checked=False: handler())
    return button
