"""Brief: what will be in it, and a button that makes the PDF in the background."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QScrollArea, QStackedWidget

from cxo_desktop.app.briefs import compose, write_brief
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.briefs import Brief
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.brief_paper import contents, paper
from cxo_desktop.ui.widgets.cards import EmptyState, card, plain_button, primary_button
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.window_actions import NEW_ENGAGEMENT_KEY

_LEFT = 290
_LANGUAGE = "en"
_WHOLE = 100


class BriefPage(Page):
    """The parts at the left, their words in the middle, and the making of the PDF above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.folder = Path(documents) / "CxO Desktop"
        self.brief: Brief | None = None
        self.path: Path | None = None
        self._composing: Task | None = None
        self._making: Task | None = None
        self.dated = plain_label("", "body", "text2")
        self.make_button = primary_button(_("Make the PDF"), "file-text", self.make)
        self.cancel_button = plain_button(_("Cancel"), handler=self.cancel)
        self.open_button = plain_button(_("Open"), "external-link", self._open)
        self.progress = QProgressBar()
        self.progress.setRange(0, _WHOLE)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(_("Progress of the brief"))
        self.words = plain_label("", "small", "text2")
        self.parts = RowList(_("Parts of the brief"))
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setAccessibleName(_("Words of the brief"))
        self._stack = QStackedWidget()
        self._build()
        self.setFocusProxy(self.make_button)
        self._show_state(running=False)

    def refresh(self) -> None:
        """Compose the brief of the engagement as it is now."""
        engagement = self.desk.engagement
        self._stack.setCurrentIndex(0 if engagement is None else 1)
        if engagement is None:
            return
        dossier, today = engagement.dossier(), engagement.today()
        if self._composing is not None:
            self._composing.cancel()

        def work(token: CancelToken, progress: Progress) -> Brief:
            return compose(dossier, on=today, language=_LANGUAGE, token=token, progress=progress)

        self._composing = Task(work, self)
        self._composing.succeeded.connect(self.show_brief)
        self._composing.failed.connect(self._show_failure)
        self.desk.runner.start(self._composing)

    def make(self) -> None:
        """Make the PDF in the background."""
        engagement = self.desk.engagement
        if engagement is None or self._making is not None:
            return
        dossier, today = engagement.dossier(), engagement.today()
        path = self.folder / f"brief-{today:%Y-%m-%d}.pdf"

        def work(token: CancelToken, progress: Progress) -> Path:
            write_brief(dossier, path, on=today, language=_LANGUAGE, token=token, progress=progress)
            return path

        self._making = Task(work, self)
        self._making.progressed.connect(self._show_progress)
        self._making.succeeded.connect(self._show_made)
        self._making.failed.connect(self._show_failure)
        self._making.cancelled.connect(self._show_cancelled)
        self._making.finished.connect(self._made)
        self._show_state(running=True)
        self.desk.runner.start(self._making)

    def cancel(self) -> None:
        """Stop making the PDF; an older one stays as it is."""
        if self._making is not None:
            self._making.cancel()
            self.words.setText(_("Stopping…"))

    def show_brief(self, brief: Any) -> None:
        """Show the words of the brief that was asked for last."""
        if self.sender() is not self._composing:
            return
        self.brief = brief
        self.dated.setText(words.day(brief.on))
        self.parts.show_rows(contents(brief))
        self.sheet.setWidget(paper(brief))

    def _show_progress(self, share: float, said: str) -> None:
        self.progress.setValue(round(_WHOLE * share))
        self.words.setText(said)

    def _show_made(self, path: Any) -> None:
        self.path = path
        self.words.setText(_("Written to {path}").format(path=path))

    def _show_cancelled(self) -> None:
        self.words.setText(_("Cancelled; nothing was written."))

    def _made(self) -> None:
        self._making = None
        self._show_state(running=False)

    def _show_failure(self, error: Exception) -> None:
        self.words.setText("")
        if not isinstance(error, CxoError):
            raise error
        self.desk.troubled.emit(error)

    def _show_state(self, *, running: bool) -> None:
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.make_button.setEnabled(not running)
        self.open_button.setVisible(self.path is not None and not running)
        if running:
            self.progress.setValue(0)

    def _open(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def _build(self) -> None:
        nothing = EmptyState(
            "file-text",
            _("Nothing to brief on yet"),
            _("The brief tells the Executive Director in a few pages what you heard and advise."),
            _("New engagement"),
            NEW_ENGAGEMENT_KEY,
        )
        nothing.button.clicked.connect(
            lambda _checked=False: self.desk.asked.emit("engagement.new")
        )
        left = card(
            column(
                plain_label(_("What will be in it"), "heading"),
                self.parts,
                row(
                    icon_label("shield-check", "ok"),
                    plain_label(
                        _("People are roles. Notes without consent stay out."),
                        "small",
                        "text2",
                        wrap=True,
                    ),
                    spacing=8,
                ),
                margins=(10, 12, 10, 12),
            )
        )
        left.setFixedWidth(_LEFT)
        middle = card(column(self.sheet, margins=(1, 1, 1, 1)))
        body = row(left, middle, spacing=12)
        body.setStretch(1, 1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(boxed(body))
        header = row(
            plain_label(_("Brief"), "title"),
            self.dated,
            None,
            self.words,
            self.progress,
            self.cancel_button,
            self.open_button,
            self.make_button,
            spacing=10,
        )
        page = column(header, self._stack, spacing=10, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)
