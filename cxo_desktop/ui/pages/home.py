"""Home: how the engagement stands, from the figures as they are now."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from cxo_desktop.app import people
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import home_rows
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.home_rows import Figures
from cxo_desktop.ui.opening import Openings
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.cards import EmptyState, Panel, Tile, plain_button, primary_button
from cxo_desktop.ui.widgets.charts import BarChart, LineChart
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.widgets.swatches import swatches
from cxo_desktop.ui.window_actions import NEW_ENGAGEMENT_KEY

_LIST = 120


class HomePage(Page):
    """Tiles, charts and lists; every one from the indicators or the records."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self.stage = plain_label("", "body", "text2")
        self.heard = Tile(_("People heard"), "users")
        self.answers = Tile(_("ED answers within"), "timer")
        self.chain = Tile(_("From visit to decision"), "route")
        self.cost = Tile(_("True cost of “free” tools"), "indian-rupee")
        self.coverage = BarChart(
            _("People heard, of those planned, by level"),
            _("Say on Records, Level, how many people of each level to hear."),
        )
        self.needs = BarChart(
            _("Asked first and needed, by area"),
            _("Notes of what is asked and needed, with themes, show up here."),
        )
        self.readings = LineChart(
            _("Days until the ED answered"),
            _("Put down on Actions, Dispatch, what was sent and when it was answered."),
        )
        self.costs = BarChart(
            _("True cost a year, by tool"), _("Put down the tools and what they cost on Costs.")
        )
        self.weak = RowList(_("Skills that nobody or one person has"))
        self.actions_list = RowList(_("Actions not done yet"))
        self._weak_panel = Panel(_("Single points of failure"), self.weak)
        self._actions_panel = Panel(_("Actions"), self.actions_list)
        self._next = ""
        self.opening = Openings(desk, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(self._overview())
        self.setLayout(column(self._stack, margins=(16, 12, 16, 14)))
        self._open_what_it_rests_on()

    def refresh(self) -> None:
        """Reckon the figures on another thread and show them; show the records at once."""
        engagement = self.desk.engagement
        self._stack.setCurrentIndex(0 if engagement is None else 1)
        if engagement is None:
            return
        dossier, today, kept = engagement.dossier(), engagement.today(), engagement.figures
        self._show_records(dossier, today)
        if self._task is not None:
            self._task.cancel()

        def work(token: CancelToken, _progress: Progress) -> tuple[Figures, Dossier]:
            token.check()
            return kept.indicators(dossier, today), dossier

        self._task = Task(work, self)
        self._task.succeeded.connect(self._show_figures)
        self._task.failed.connect(self._show_failure)
        self.desk.runner.start(self._task)

    def _show_records(self, dossier: Dossier, today: date) -> None:
        self.stage.setText(home_rows.stage_words(dossier, today))
        self.readings.show_readings(
            home_rows.answer_readings(dossier, today), home_rows.answer_limit(dossier)
        )
        actions = home_rows.open_actions(dossier, today)
        self.actions_list.show_rows(actions)
        self._actions_panel.set_heading(_("Actions"), home_rows.late_words(actions))

    def _show_figures(self, result: Any) -> None:
        if self.sender() is not self._task:
            return
        figures, dossier = result
        for tile, shown in (
            (self.heard, home_rows.heard(figures, dossier)),
            (self.answers, home_rows.answers(figures)),
            (self.chain, home_rows.chain_time(figures)),
            (self.cost, home_rows.free_tools(figures)),
        ):
            tile.show_figure(shown.value, shown.remark, shown.ink)
        self._offer_next(figures, dossier)
        self.coverage.show_bars(home_rows.coverage_bars(figures, dossier))
        self.needs.show_bars(home_rows.need_bars(figures))
        self.costs.show_bars(home_rows.cost_bars(figures))
        for chart in (self.coverage, self.needs, self.readings, self.costs):
            if (panel := chart.parentWidget()) is not None:
                panel.setAccessibleName(chart.accessibleName())
        weak = home_rows.weak_points(figures, dossier)
        self.weak.show_rows(weak)
        found = ngettext("{count} found", "{count} found", len(weak)).format(count=len(weak))
        self._weak_panel.set_heading(_("Single points of failure"), found)

    def _offer_next(self, figures: Figures, dossier: Dossier) -> None:
        level = home_rows.lowest_level(figures)
        self._next = people.next_to_hear(dossier, level) if level else ""
        name = home_rows.level_name(dossier, level)
        self.heard.offer_next(_("New interview: {level}").format(level=name) if level else "")

    def _open_what_it_rests_on(self) -> None:
        opening = self.opening
        for tile, name, title in (
            (self.heard, "coverage", _("People heard")),
            (self.answers, "responsiveness", _("How fast the ED answers")),
            (self.chain, "chain_as_is", _("From visit to decision")),
            (self.cost, "true_cost", _("True cost")),
        ):
            opening.of_indicator(tile, name, title)
        for chart, name, title in (
            (self.coverage, "coverage", _("People heard")),
            (self.needs, "divergence", _("Asked first, and needed")),
            (self.readings, "responsiveness", _("How fast the ED answers")),
            (self.costs, "true_cost", _("True cost")),
        ):
            opening.of_indicator(chart.parentWidget(), name, title)
        self.heard.next.clicked.connect(
            lambda _checked=False: self.desk.interview_asked.emit(self._next)
        )
        self.weak.chosen.connect(opening.of_skill)
        self.actions_list.chosen.connect(lambda code: self.desk.record_asked.emit(f"action:{code}"))

    def _show_failure(self, error: Exception) -> None:
        raise error

    def _nothing(self) -> QWidget:
        state = EmptyState(
            "building-2",
            _("No engagement here yet"),
            _("An engagement is one organisation and all you hear, draw and advise there."),
            _("New engagement"),
            NEW_ENGAGEMENT_KEY,
        )
        self.begin_first = state.button
        state.button.clicked.connect(lambda _checked=False: self.desk.asked.emit("engagement.new"))
        state.add_second(
            plain_button(
                _("Look at the sample first"),
                handler=lambda: self.desk.asked.emit("engagement.sample"),
            )
        )
        return state

    def _overview(self) -> QWidget:
        begin = plain_button(
            _("New interview"), "plus", lambda: self.desk.asked.emit("interview.new")
        )
        self.setFocusProxy(begin)
        header = row(
            plain_label(_("Overview"), "title"),
            self.stage,
            None,
            begin,
            primary_button(_("Make the brief"), handler=lambda: self.desk.asked.emit("brief.make")),
            spacing=12,
        )
        tiles = row(self.heard, self.answers, self.chain, self.cost, spacing=12)
        need_legend = swatches((("flow", _("Asked first")), ("accent", _("Needed"))))
        cost_legend = swatches(
            (("tool", _("Cash")), ("accent", _("Staff time")), ("cost", _("Training")))
        )
        charts = row(
            Panel(_("Who we have heard"), self.coverage, aside=_("heard of planned")),
            Panel(_("Asked first, and needed"), self.needs, need_legend, aside=_("asked / needed")),
            Panel(_("How fast the ED answers"), self.readings, aside=_("days, by day sent")),
            spacing=12,
        )
        lists = row(
            Panel(_("True cost by tool"), self.costs, cost_legend, aside=_("₹ a year")),
            self._weak_panel,
            self._actions_panel,
            spacing=12,
        )
        for line in (tiles, charts, lists):
            for place in range(line.count()):
                line.setStretch(place, 1)
        whole = column(header, tiles, charts, lists, spacing=12)
        whole.setStretch(2, 5)
        whole.setStretch(3, 5)
        for short in (self.weak, self.actions_list):
            short.setMinimumHeight(_LIST)
        holder = boxed(whole)
        holder.setProperty("ground", "bg")
        holder.setMinimumWidth(1)  # narrow windows squeeze it; only its height may scroll
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        return area
