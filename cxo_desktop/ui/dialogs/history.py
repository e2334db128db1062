"""The history of one record: who changed what, when; any earlier state can be brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from cxo_desktop.app import history
from cxo_desktop.app.done_words import done_words
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.history import Version
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.record_words import differences, kind_of, title_of
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.words import moment

_WIDTH, _HEIGHT, _LIST = 780, 480, 290


class HistoryDialog(QDialog):
    """Versions at the left, newest first; what one of them changed at the right."""

    def __init__(
        self, desk: Desk, engagement: OpenEngagement, record: Record, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._engagement, self._record = desk, engagement, record
        self._versions: dict[str, Version[Record]] = {}
        self.setWindowTitle(_("History"))
        self.resize(_WIDTH, _HEIGHT)
        self.title = plain_label("", "subtitle", wrap=True)
        self.list = RowList(_("Versions, newest first"))
        self.list.setFixedWidth(_LIST)
        self.changes = QScrollArea()
        self.changes.setAccessibleName(_("What was changed"))
        self.changes.setWidgetResizable(True)
        self.changes.setFrameShape(QScrollArea.Shape.NoFrame)
        self.back = primary_button(_("Bring this one back"), handler=self.bring_back)
        close = plain_button(_("Close"), handler=self.accept)
        body = row(self.list, self.changes, spacing=14)
        body.setStretch(1, 1)
        whole = column(
            plain_label(kind_of(record), "label", "text2"),
            self.title,
            body,
            row(None, close, self.back),
            spacing=8,
            margins=(20, 16, 20, 16),
        )
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.list.picked.connect(self._show)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the versions and show the newest."""
        found = history.versions(self._engagement, self._record)
        self._versions = {str(version.number): version for version in found}
        own = self._engagement.store.log.device
        me = self._desk.settings.now.name or _("You")
        self.list.show_rows(
            [
                ListRow(
                    key=str(version.number),
                    title=done_words(version.operation),
                    below=" · ".join(
                        (moment(version.at), me if version.device == own else version.device)
                    ),
                    icon="history",
                )
                for version in reversed(found)
            ]
        )
        standing = [version.record for version in found if version.record is not None]
        newest = standing[-1] if standing else self._record
        self.title.setText(title_of(newest, self._engagement.dossier()))
        if found:
            self.list.select(str(found[-1].number))

    def bring_back(self) -> None:
        """Make the record as it was in the version that is current; that is a change itself."""
        number = int(self.list.current or 0)
        self._desk.did(lambda: history.restore(self._engagement, self._record, number))
        self.refresh()

    def _show(self, key: str) -> None:
        version = self._versions[key]
        before = self._versions.get(str(version.number - 1))
        newest = version.number == len(self._versions)
        self.back.setEnabled(
            version.record is not None and not newest and not self._engagement.read_only
        )
        parts: list[QWidget] = []
        if version.record is None:
            parts.append(plain_label(_("It was put into the bin."), "body", "text2", wrap=True))
        else:
            old = before.record if before else None
            for field, was, now in differences(old, version.record):
                parts.extend(_difference(field, was, now, first=before is None))
        holder = boxed(column(*parts, None, spacing=3, margins=(2, 2, 8, 2)))
        holder.setProperty("ground", "bg")
        self.changes.setWidget(holder)


def _difference(field: str, was: str, now: str, *, first: bool) -> list[QWidget]:
    name = plain_label(field, "label", "text2")
    after = plain_label(now, "body", wrap=True)
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    after.setTextInteractionFlags(selectable)
    if first:
        return [name, after]
    before = plain_label(_("Before: {value}").format(value=was), "body", "text3", wrap=True)
    before.setTextInteractionFlags(selectable)
    return [name, before, after]
