"""Who shares: laptops that ask are compared by six words and admitted, others can be removed."""

from __future__ import annotations

from cxo_desktop.app import sharing
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.sharing import Laptop, Request
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.share_rows import clock_words, laptop_rows, moment
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.widgets.six_words import SixWords

_LIST = 340


class LaptopsSection(Section):
    """The laptops at the left; beside them what the current one is, and what can be done."""

    def __init__(self, desk: Desk, work: ShareWork) -> None:
        super().__init__(desk)
        self._work = work
        self._sure = ""
        self.list = RowList(_("Laptops of the share"))
        self.list.setFixedWidth(_LIST)
        self.name = plain_label("", "subtitle", wrap=True)
        self.about = plain_label("", "body", "text2", wrap=True)
        self.words = SixWords()
        self.admit = primary_button(_("The words are the same: admit"), "check", self.admit_it)
        self.remove = plain_button(_("Remove this laptop"), "user-x", self.remove_it)
        self.leave = plain_button(_("Leave the share"), "log-out", self.leave_it)
        self.warning = plain_label("", "body", "warn", wrap=True)
        right = column(
            self.name, self.about, self.words, self.warning,
            row(self.admit, self.remove, self.leave, None), None,
            spacing=12, margins=(18, 14, 18, 14),
        )  # fmt: skip
        (beside := boxed(right)).setMinimumWidth(1)  # buttons that are not shown need no room
        both = row(boxed(column(self.list, margins=(8, 8, 8, 8))), beside, spacing=0)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.setFocusProxy(self.list)
        self.list.picked.connect(self._show)

    def refresh(self) -> None:
        """Show who asks and who shares; the first is current when none is."""
        status = self._work.now.status
        laptops = status.laptops if status else ()
        rows = laptop_rows(laptops, self._work.now.asking)
        self.list.show_rows(rows)
        if rows and self.list.current not in {one.key for one in rows}:
            self.list.select(rows[0].key)
        self._show(self.list.current)

    def admit_it(self) -> None:
        """Admit the laptop whose words were compared."""
        request = self._request()
        if request is None:
            return

        def work(engagement: OpenEngagement, _token: CancelToken, _progress: Progress) -> str:
            sharing.admit(engagement, device=request.dev, words=request.words)
            return _("{name} is admitted.").format(name=request.name)

        self._work.begin(_("Admitting"), work, self._then_exchange)

    def remove_it(self) -> None:
        """Remove the current laptop, once asked a second time."""
        laptop = self._laptop()
        if laptop is None or not self._certain(
            "remove", _("It keeps what it already has, and reads nothing you write from now on.")
        ):
            return

        def work(engagement: OpenEngagement, _token: CancelToken, _progress: Progress) -> str:
            sharing.remove(engagement, laptop.device)
            return _("{name} is removed.").format(name=laptop.name)

        self._work.begin(_("Removing"), work, self._then_exchange)

    def leave_it(self) -> None:
        """Leave the share, once asked a second time."""
        if not self._certain(
            "leave", _("All you have stays here. Your colleagues keep what you sent.")
        ):
            return

        def work(engagement: OpenEngagement, _token: CancelToken, _progress: Progress) -> str:
            sharing.leave(engagement)
            return _("This laptop has left the share.")

        self._work.begin(_("Leaving"), work, lambda said: self.desk.said.emit(said, None))

    def _then_exchange(self, said: str) -> None:
        self.desk.said.emit(said, None)
        self._work.wanted_soon.emit()

    def _certain(self, what: str, warning: str) -> bool:
        key = f"{what} {self.list.current}"
        if self._sure == key:
            return True
        self._sure = key
        self.warning.setText(" ".join((warning, _("Press the button once more to do it."))))
        self.warning.show()
        return False

    def _request(self) -> Request | None:
        asking = {f"ask:{one.dev}": one for one in self._work.now.asking}
        return asking.get(self.list.current)

    def _laptop(self) -> Laptop | None:
        status = self._work.now.status
        laptops = {f"laptop:{one.device}": one for one in (status.laptops if status else ())}
        return laptops.get(self.list.current)

    def _show(self, _key: str) -> None:
        request, laptop = self._request(), self._laptop()
        self._sure = ""
        self.warning.hide()
        self.words.setVisible(request is not None)
        self.admit.setVisible(request is not None)
        left = self._work.now.status is None or self._work.now.status.left
        others = laptop is not None and not laptop.this_one and not laptop.removed
        self.remove.setVisible(others and not left)
        self.leave.setVisible(laptop is not None and laptop.this_one and not left)
        if request is not None:
            self.name.setText(_("{name} asks to be admitted").format(name=request.name))
            self.about.setText(
                _(
                    "Call each other. Let them read out the six words they see; they must be "
                    "these. If one differs, somebody is in between: do not admit."
                )
            )
            self.words.show_words(request.words)
        elif laptop is not None:
            self.name.setText(laptop.name)
            self.about.setText(_about(laptop))
        else:
            self.name.setText("")
            self.about.setText("")


def _about(laptop: Laptop) -> str:
    said = [_("This is the laptop you work on.")] if laptop.this_one else []
    if laptop.removed:
        said.append(_("It was removed; it keeps what it had."))
    if laptop.last_at is not None and not laptop.this_one:
        said.append(
            ngettext(
                "Its last entry here is of {when}, {n} parcel in all.",
                "Its last entry here is of {when}, {n} parcels in all.",
                laptop.last,
            ).format(when=moment(laptop.last_at), n=laptop.last)
        )
    if laptop.hours_ahead >= 1:
        said.append(
            _("Its {clock}: set the clock of one of the two. Nothing is lost by it.").format(
                clock=clock_words(laptop.hours_ahead)
            )
        )
    return " ".join(said)
