"""Maps: the data chain and what each scenario makes of it, to look at and to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QToolButton

from cxo_desktop.app.maps import MapKind, draw_map, map_cards
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.map_facts import facts_of, outline_rows, size_words
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.facts_panel import FactsPanel
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.map_legend import MapLegend
from cxo_desktop.ui.widgets.map_view import MapView
from cxo_desktop.ui.widgets.row_list import RowList

_LEFT, _FOUR_THIRDS = 256, 4 / 3
_STEP, _MAPS_HEIGHT = 1.2, 220


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
        self.facts = FactsPanel()
        self.title = plain_label(_("Maps"), "title")
        self.extent = Chip()
        self._build()
        self.setFocusProxy(self.view)
        self.maps.picked.connect(self.show_map)
        self.outline.picked.connect(self.view.choose)
        self.view.picked.connect(self._show_facts)

    def refresh(self) -> None:
        """Show the maps of the engagement as it is now."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        cards = map_cards(engagement.dossier())
        icon = {MapKind.CHAIN: "workflow", MapKind.PROCESS: "route"}
        rows = [
            ListRow(one.code, one.name, _kind_word(one.kind), icon.get(one.kind, "split"))
            for one in cards
        ]
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

    def _draw(self, code: str) -> None:
        """Lay the map out on another thread; an older layout that still runs is stopped."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._code = code
        dossier = engagement.dossier()
        port = self.view.viewport().size()
        fit = (port.width() / _FOUR_THIRDS, port.height() / _FOUR_THIRDS)

        def work(token: CancelToken, _progress: Progress) -> Drawing:
            return draw_map(dossier, code, fit=fit, cancelled=lambda: token.cancelled)

        self._task = Task(work, self)
        self._task.succeeded.connect(self._show_drawing)
        self._task.failed.connect(self._show_failure)
        self.desk.runner.start(self._task)

    def _show_drawing(self, drawing: Any) -> None:
        if self.sender() is not self._task:
            return
        chosen = self.view.chosen
        self.drawing = drawing
        self.title.setText(drawing.title)
        self.extent.show_text(size_words(drawing))
        self.view.show_drawing(drawing)
        self.legend.show_legend(drawing.legend, drawing.remarks)
        self.outline.show_rows(outline_rows(drawing))
        self.view.choose(chosen)
        self._show_facts(self.view.chosen)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, CxoError):
            raise error
        self.desk.troubled.emit(error)

    def _show_facts(self, code: str) -> None:
        engagement = self.desk.engagement
        if engagement is not None:
            self.facts.show_facts(facts_of(engagement.dossier(), code) if code else None)
        if code and code != self.outline.current:
            self.outline.select(code)

    def _build(self) -> None:
        tools = (
            _tool("zoom-out", _("Smaller (-)"), lambda: self.view.zoom(1 / _STEP)),
            _tool("zoom-in", _("Larger (+)"), lambda: self.view.zoom(_STEP)),
            _tool("maximize", _("Fit (F)"), self.view.fit),
        )
        keys = plain_label(_("Arrows move · Ctrl+arrows walk · F fits"), "small", "text3")
        header = row(self.title, self.extent, None, keys, 8, *tools)
        left = card(
            column(
                plain_label(_("Maps"), "heading"),
                self.maps,
                rule(),
                plain_label(_("Nodes and flows"), "heading"),
                self.outline,
                margins=(10, 12, 10, 10),
            )
        )
        left.setFixedWidth(_LEFT)
        middle = column(self.view, rule(), self.legend, spacing=0, margins=(1, 1, 1, 1))
        middle.setStretch(0, 1)
        body = row(left, card(middle), self.facts, spacing=12)
        body.setStretch(1, 1)
        page = column(header, body, spacing=10, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)


def _kind_word(kind: MapKind) -> str:
    return {
        MapKind.CHAIN: _("As it is"),
        MapKind.SCENARIO: _("What if"),
        MapKind.PROCESS: _("Process"),
    }[kind]


def _tool(icon: str, name: str, handler: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    icons.dress(button, icon, "text", 18)
    button.clicked.connect(lambda _checked=False: handler())
    return button
