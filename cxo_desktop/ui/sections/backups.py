"""The backups of the engagement that is open: how old, made now, brought back."""

from __future__ import annotations

from cxo_desktop.app.backups import Backup, backups, restore
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row
from cxo_desktop.ui.widgets.row_list import RowList

_KILO = 1024


class BackupsSection(Section):
    """A backup is verified before it takes the place of anything, and what it replaces is kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList(_("Backups, newest first"))
        self.restore = plain_button(_("Restore this one"), "archive-restore", self.restore_it)
        self.now = plain_button(
            _("Back up now"), "hard-drive", lambda: desk.asked.emit("backup.now")
        )
        self.words = plain_label("", "body", "text2", wrap=True)
        self.list.picked.connect(lambda _key: self.restore.setEnabled(True))
        desk.said.connect(self._refresh_if_seen)
        self.lay_out(
            _("Backups"),
            _(
                "One is made when the window opens and after every 30 minutes of use, encrypted "
                "like the engagement itself. With age one a day stays, then a week, then a month."
            ),
            self.list,
            self.words,
            row(self.restore, self.now, None),
        )

    def refresh(self) -> None:
        engagement = self.desk.engagement
        self.now.setEnabled(engagement is not None and not engagement.read_only)
        rows = [backup_row(one) for one in backups(engagement)] if engagement else []
        self.list.show_rows(rows)
        self.restore.setEnabled(bool(self.list.current))
        self.words.setText("" if rows else _("There is no backup yet."))

    def restore_it(self) -> None:
        """Put the backup that is current in place of the engagement, off the window's thread."""
        engagement, name = self.desk.engagement, self.list.current
        if engagement is None or not name:
            return
        workspace, code = self.desk.workspace, engagement.code
        self.restore.setEnabled(False)
        self.words.setText(_("The backup is being verified…"))

        def work(_token: CancelToken, _progress: Progress) -> Backup:
            return restore(workspace, code, name)

        task = Task(work, self)
        task.succeeded.connect(self._restored)
        task.failed.connect(self._refused)
        self.desk.runner.start(task)

    def _restored(self, backup: object) -> None:
        engagement = self.desk.engagement
        if engagement is None or not isinstance(backup, Backup):
            return
        self.desk.attempt(lambda: self.desk.open(engagement.code))
        self.refresh()
        self.words.setText(
            _(
                "The engagement is as it was on {when}. What was here before is the newest backup: "
                "restore that one to go back."
            ).format(when=words.moment(backup.made_at))
        )

    def _refused(self, error: Exception) -> None:
        self.refresh()
        if not isinstance(error, CxoError):
            raise error
        self.words.setText(str(error))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()


def backup_row(backup: Backup) -> ListRow:
    """Return the row of a backup: when it was made, and how large it is."""
    return ListRow(
        key=backup.path.stem,
        title=words.moment(backup.made_at),
        icon="hard-drive",
        aside=_("{size} KB").format(size=max(1, backup.size // _KILO)),
    )
