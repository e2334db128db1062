"""Maps: the data chain, scenarios and processes, to look at, to ask, and to change by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QToolButton

from cxo_desktop.app.map_files import ENDINGS, export_map
from cxo_desktop.app.map_focus import focused
from cxo_desktop.app.map_notes import notes_to_place
from cxo_desktop.app.map_overlays import lay_over
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, draw_map, map_cards
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.map_editing import MapEditing
from cxo_desktop.ui.map_facts import facts_of, outline_rows, size_words, tray_row
from cxo_desktop.ui.map_menu import MapMenu
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.shown import Facts, ListRow
from cxo_desktop.ui.step_facts import step_facts
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.what_if_facts import what_if_facts
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.facts_panel import FactsPanel
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row, scrolled
from cxo_desktop.ui.widgets.map_legend import MapLegend
from cxo_desktop.ui.widgets.map_overlays import MapOverlays
from cxo_desktop.ui.widgets.map_prompt import MapPrompt
from cxo_desktop.ui.widgets.map_view import MapView
from cxo_desktop.ui.widgets.row_list import RowList

_LEFT, _FOUR_THIRDS = 256, 4 / 3
_STEP, _MAPS_HEIGHT, _TRAY_HEIGHT, _LEFT_HEIGHT = 1.2, 190, 190, 620
_FOCUS = ("upstream", "downstream")
_OUTLINE_KEYS = {"N": "new", "C": "connect", "E": "edit", "Del": "remove", "L": "tidy"}


class MapsPage(Page):
    """The maps at the left, the one that was chosen, and the facts behind what is selected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._code = ""
        self._task: Task | None = None
        self.drawing: Drawing | None = None
        self.maps = RowList(_("Maps"))
        self.outline = RowList(_("Nodes and flows of this map"))
        self.view = MapView()
        self.legend = MapLegend()
        self.prompt = MapPrompt(self.view.setFocus)
        self.editing = MapEditing(desk, self.prompt, self)
        self._losses: dict[str, Facts] = {}
        self.menu = MapMenu(desk, lambda: self._code, self)
        self.menu.made.connect(self.open_map)
        self.menu.told.connect(self._losses.__setitem__)
        self.overlays = MapOverlays()
        self.overlays.chosen.connect(lambda: self._draw(self._code))
        self.tray = RowList(_("Notes to place"))
        self._targets: dict[str, str] = {}
        self._cards: dict[str, MapCard] = {}
        self._shown = self._wanted = ""
        self.facts = FactsPanel()
        self.title = plain_label(_("Maps"), "title")
        self.extent, self.tray_count = Chip(), Chip()
        self._build()
        self.setFocusProxy(self.view)
        self.maps.picked.connect(self.show_map)
        self.outline.picked.connect(self.view.choose)
        self.view.picked.connect(self._show_facts)
        self.view.asked.connect(self._act)
        self.view.dragged.connect(self.editing.move)
        self.editing.made.connect(partial(setattr, self, "_wanted"))
        self.editing.found.connect(self.view.choose)
        self.tray.chosen.connect(self._place)
        tray = QShortcut(QKeySequence("Ctrl+M"), self)
        tray.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        tray.activated.connect(self._to_tray)
        for key, act in _OUTLINE_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self.outline)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.editing.act, act))

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
        codes = [one.code for one in cards]
        self._code = self._code if self._code in codes else codes[0]
        self.maps.select(self._code)
        self._draw(self._code)

    def show_map(self, code: str) -> None:
        """Show one map."""
        if code != self._code:
            self._draw(code)

    def open_map(self, code: str) -> None:
        """Choose a map in the list, such as one that was just begun."""
        self._code = code
        self.refresh()

    def _draw(self, code: str) -> None:
        """Lay the map out on another thread; an older layout that still runs is stopped."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._code = self.editing.code = code
        self.overlays.show_for(self._cards[code])
        dossier = engagement.dossier()
        self._show_tray()
        port = self.view.viewport().size()
        fit = (port.width() / _FOUR_THIRDS, port.height() / _FOUR_THIRDS)

        shown, overlay = self._cards[code], self.overlays.overlay

        def work(token: CancelToken, _progress: Progress) -> Drawing:
            drawing = draw_map(dossier, code, fit=fit, cancelled=lambda: token.cancelled)
            return lay_over(dossier, shown, drawing, overlay) if overlay else drawing

        self._task = Task(work, self)
        self._task.succeeded.connect(self._show_drawing)
        self._task.failed.connect(self._show_failure)
        self.desk.runner.start(self._task)

    def _show_drawing(self, drawing: Any) -> None:
        if self.sender() is not self._task:
            return
        chosen, self._wanted = self._wanted or self.view.chosen, ""
        self.drawing = self.editing.drawing = drawing
        self.title.setText(drawing.title)
        self.extent.show_text(size_words(drawing))
        self.view.show_drawing(drawing, same=self._shown == self._code)
        self._shown = self._code
        self.legend.show_legend(drawing.legend, drawing.remarks)
        self.outline.show_rows(outline_rows(drawing))
        self.view.choose(chosen)
        self._show_facts(self.view.chosen)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, CxoError):
            raise error
        self.desk.troubled.emit(error)

    def _show_facts(self, code: str) -> None:
        self.editing.chosen = code
        engagement, shown = self.desk.engagement, self._cards.get(self._code)
        if engagement is None or shown is None:
            return
        dossier = engagement.dossier()
        facts = None
        if code:
            told = step_facts(dossier, shown, code) if shown.base != CHAIN else None
            facts = told or facts_of(dossier, code)
        elif shown.kind is MapKind.SCENARIO:
            facts = what_if_facts(dossier, shown)
        else:
            facts = self._losses.get(self._code)
        self.facts.show_facts(facts)
        if code and code != self.outline.current:
            self.outline.select(code)

    def _show_tray(self) -> None:
        """Show which notes seem to belong on this map."""
        if self.desk.engagement is None:
            return
        found = notes_to_place(self.desk.engagement.dossier(), self._code)
        self._targets = {one.note.code: one.target for one in found}
        self.tray.show_rows([tray_row(one) for one in found])
        self.tray_count.show_text(str(len(found)))

    def _to_tray(self) -> None:
        """Go to the notes to place, at the first one."""
        self.tray.setFocus()
        self.tray.select(next(iter(self.tray.keys), ""))

    def _place(self, note: str) -> None:
        """Take the suggestion for a note."""
        if note in self._targets:
            self.editing.place(note, self._targets[note])

    def export(self) -> None:
        """Write the map that is shown to a file that the person names."""
        engagement = self.desk.engagement
        if engagement is None or self.drawing is None:
            return
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Write the map"), f"{self._code}.pdf", _("Maps ({kinds})").format(kinds=kinds)
        )
        if name:
            dossier, drawing = engagement.dossier(), self.drawing
            self.desk.attempt(lambda: export_map(dossier, self._code, Path(name), drawing))

    def _act(self, act: str) -> None:
        """Do what a key on the map asks for."""
        if act in _FOCUS and self.drawing is not None and self.view.chosen:
            looked = focused(self.drawing, self.view.chosen, downstream=act == "downstream")
            chosen = self.view.chosen
            self.view.show_drawing(looked, same=True)
            self.view.choose(chosen)
            self.legend.show_legend(looked.legend, looked.remarks)
        elif act not in _FOCUS:
            self.editing.act(act)

    def _asks(self, act: str) -> Callable[[], object]:
        return partial(self.editing.act, act)

    def _build(self) -> None:
        tools = (
            _tool("plus", _("New, behind or between what is chosen (N)"), self._asks("new")),
            _tool("arrow-right-left", _("Connect (C)"), self._asks("connect")),
            _tool("pencil", _("Words (E)"), self._asks("edit")),
            _tool("trash-2", _("Take off the map (Del)"), self._asks("remove")),
            _tool("workflow", _("Tidy (L)"), self._asks("tidy")),
            _tool("zoom-out", _("Smaller (-)"), lambda: self.view.zoom(1 / _STEP)),
            _tool("zoom-in", _("Larger (+)"), lambda: self.view.zoom(_STEP)),
            _tool("maximize", _("Fit (F)"), self.view.fit),
            _tool("external-link", _("Write to a file"), self.export),
        )
        header = row(self.title, self.extent, None, self.overlays, 8, *tools)
        left = card(
            column(
                row(plain_label(_("Maps"), "heading"), None, self.menu.button),
                self.maps,
                rule(),
                row(plain_label(_("Notes to place"), "heading"), None, self.tray_count),
                plain_label(_("Enter takes the suggestion"), "small", "text3"),
                self.tray,
                rule(),
                plain_label(_("Nodes and flows"), "heading"),
                self.outline,
                margins=(10, 12, 10, 10),
            )
        )
        left.setMinimumHeight(_LEFT_HEIGHT)
        lists = scrolled(left)
        lists.setFixedWidth(_LEFT)
        self.tray.setFixedHeight(_TRAY_HEIGHT)
        keys = plain_label(
            _("Arrows walk · N new · C connect · E words · L tidy"), "small", "text3", wrap=True
        )
        keys.setContentsMargins(0, 0, 12, 0)
        middle = column(
            self.view, self.prompt, rule(), row(self.legend, keys), spacing=0, margins=(1, 1, 1, 1)
        )
        middle.setStretch(0, 1)
        body = row(lists, card(middle), self.facts, spacing=12)
        body.setStretch(1, 1)
        page = column(header, body, spacing=10, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)


def go_to_tray(page: MapsPage, interview: str, note: str) -> bool:
    """Go to a note to place on the data chain, else to the first one of its interview, if any."""
    engagement = page.desk.engagement
    if engagement is None:
        return False
    if page.maps.current != CHAIN:
        page.open_map(CHAIN)
    codes = [it.note.code for it in notes_to_place(engagement.dossier(), CHAIN, interview)]
    wanted = note if note in codes else next(iter(codes), "")
    if wanted:
        page.tray.setFocus()
        page.tray.select(wanted)
    return bool(wanted)


_ICONS = {MapKind.CHAIN: "workflow", MapKind.SCENARIO: "split", MapKind.PROCESS: "list-checks"}


def _kind_word(shown: MapCard) -> str:
    if shown.kind is MapKind.SCENARIO:
        return _("What if")
    return _("As it should be") if shown.variant is MapVariant.TO_BE else _("As it is")


def _tool(icon: str, name: str, handler: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    icons.dress(button, icon, "text", 18)
    button.clicked.connect(lambda _checked=False: handler())
    return button
