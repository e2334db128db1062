"""The matters of a share: how many of each there are, and the part of the page for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from cxo_desktop.app.duplicates import duplicates
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.erasures import Erasure, erasures
from cxo_desktop.app.sharing import ShareStatus, repair
from cxo_desktop.app.syncing import WouldDo
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.app.unfiled import Unfiled, unfiled
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import share_rows
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.sections.contested import ContestedSection
from cxo_desktop.ui.sections.laptops import LaptopsSection
from cxo_desktop.ui.sections.told import ToldSection
from cxo_desktop.ui.sections.twice import TwiceSection
from cxo_desktop.ui.share_work import ShareNow, ShareWork
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

Rows = Callable[[ShareStatus], list[ListRow]]


class Rehearsing(Protocol):
    """What knows what an exchange would do, once it was asked."""

    would: WouldDo | None


def sections(desk: Desk, work: ShareWork, page: Rehearsing) -> dict[str, Section]:
    """Return a part of the page for each matter, by its key."""
    return {
        "contested": ContestedSection(desk),
        "arrived": _arrived(desk, work),
        "laptops": LaptopsSection(desk, work),
        "twice": TwiceSection(desk),
        "unfiled": _unfiled(desk),
        "quarantine": _quarantine(desk, work),
        "erased": _erased(desk, work),
        "would": _would(desk, page),
    }


def matter_rows(desk: Desk, now: ShareNow, status: ShareStatus, *, told: bool) -> list[ListRow]:
    """Return the matters with how many of each there are; ``told`` with what would happen."""
    asking = len(now.asking)
    unconfirmed = sum(bool(one.waiting) for one in _erasures(desk, now))
    rows = [
        _matter("contested", _("Changed by two"), "split", status.conflicts, "warn"),
        _matter("arrived", _("Came in"), "inbox"),
        _matter(
            "laptops",
            _("Laptops"),
            "laptop",
            asking or len(status.laptops),
            "warn" if asking else "text2",
        ),
        _matter("twice", _("There twice"), "copy", _twice(desk), "warn"),
        _matter("unfiled", _("Unfiled"), "folder", len(_loose(desk)), "warn"),
        _matter("quarantine", _("Not taken"), "triangle-alert", len(status.quarantine), "warn"),
        _matter("erased", _("Erased"), "shield-check", unconfirmed, "warn"),
    ]
    return [*rows, _matter("would", _("What would happen"), "eye")] if told else rows


def _matter(key: str, name: str, icon: str, count: int = 0, ink: str = "text2") -> ListRow:
    return ListRow(key, name, icon=icon, aside=f"{count}" if count else "", aside_ink=ink)


def _twice(desk: Desk) -> int:
    return len(duplicates(desk.engagement)) if desk.engagement is not None else 0


def _loose(desk: Desk) -> tuple[Unfiled, ...]:
    return unfiled(desk.engagement.dossier()) if desk.engagement is not None else ()


def _unfiled(desk: Desk) -> Section:
    def rows() -> list[ListRow]:
        engagement = desk.engagement
        dossier = engagement.dossier() if engagement is not None else None
        return [share_rows.unfiled_row(one, dossier) for one in _loose(desk)] if dossier else []

    section = ToldSection(
        desk,
        _("Unfiled"),
        _("What belongs to something that somebody removed meanwhile. Enter goes to it."),
        rows,
        (_("All has its place"), _("What loses its home, as two work apart, shows up here.")),
    )
    section.list.chosen.connect(desk.record_asked)
    return section


def _erasures(desk: Desk, now: ShareNow) -> tuple[Erasure, ...]:
    engagement = desk.engagement
    return erasures(engagement) if engagement is not None and now.status is not None else ()


def _of(work: ShareWork, rows: Rows) -> Callable[[], list[ListRow]]:
    def asked() -> list[ListRow]:
        status = work.now.status
        return rows(status) if status is not None else []

    return asked


def _arrived(desk: Desk, work: ShareWork) -> Section:
    return ToldSection(
        desk,
        _("Came in"),
        _("What your colleagues wrote and this laptop took in, the newest first."),
        _of(work, lambda status: share_rows.arrived_rows(status.arrived)),
        (_("Nothing has come in yet"), _("What your colleagues write will be told here.")),
    )


def _quarantine(desk: Desk, work: ShareWork) -> Section:
    def mended(count: Any) -> None:
        words = ngettext("{n} file was put back.", "{n} files were put back.", count)
        desk.said.emit(words.format(n=count), None)

    def mend(engagement: OpenEngagement, _token: CancelToken, _progress: Progress) -> int:
        return repair(engagement)

    button = plain_button(
        _("Repair the share"), "wrench", lambda: work.begin(_("Repairing"), mend, mended)
    )
    said = plain_label(_("Any laptop can put back what another lost there."), "small", "text2")
    return ToldSection(
        desk,
        _("Not taken"),
        _("Files on the share that were left where they are. What waits comes by itself."),
        _of(work, lambda status: share_rows.quarantine_rows(status.quarantine)),
        (_("All is in order"), _("Every file on the share is whole and from who it says.")),
        row(said, None, button),
    )


def _erased(desk: Desk, work: ShareWork) -> Section:
    return ToldSection(
        desk,
        _("Erased"),
        _("When somebody takes consent back, every laptop has to confirm that it is gone."),
        lambda: share_rows.erasure_rows(_erasures(desk, work.now)),
        (_("Nothing was erased"), _("Erasures and who has confirmed them are told here.")),
    )


def _would(desk: Desk, page: Rehearsing) -> Section:
    return ToldSection(
        desk,
        _("What would happen"),
        _("If you synced now. Nothing was written for this, here or on the share."),
        lambda: share_rows.would_rows(page.would) if page.would is not None else [],
        (_("Nothing to tell"), _("Ask what would happen, and it is told here.")),
    )
