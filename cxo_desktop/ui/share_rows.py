"""From how the share stands to the rows and words that the window shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.erasures import Erasure
from cxo_desktop.app.sharing import Arrived, Laptop, Quarantined, Request, ShareStatus
from cxo_desktop.app.syncing import WouldDo, reason_of
from cxo_desktop.app.unfiled import Unfiled
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.record_words import title_of
from cxo_desktop.ui.share_work import ShareNow
from cxo_desktop.ui.shown import ListRow

_KILO = 1024
_WRONG_CLOCK = 1.0
Look = tuple[str, str, str]


def chip_look(now: ShareNow) -> Look:
    """Return words, ink and icon of the chip above every page; no words where nothing is shared."""
    status = now.status
    if status is None:
        return "", "text2", ""
    waiting = _("{n} to send").format(n=status.waiting) if status.waiting else ""
    contested = ngettext("{n} to settle", "{n} to settle", status.conflicts)
    away = " · ".join(filter(None, [_("Share away"), waiting]))
    looks: tuple[tuple[object, Look], ...] = (
        (now.doing, (now.doing, "text2", "refresh-cw")),
        (status.left, (_("Share left"), "text2", "log-out")),
        (status.conflicts, (contested.format(n=status.conflicts), "warn", "split")),
        (now.asking, (_("Somebody asks to join"), "warn", "user-plus")),
        (now.away, (away, "text2", "cloud-off")),
        (waiting, (waiting, "text2", "send")),
    )
    return next((look for holds, look in looks if holds), (_("Shared"), "ok", "check"))


def state_words(now: ShareNow) -> str:
    """Return in one line how the share stands, for the head of the page."""
    status = now.status
    if status is None:
        return _("On this laptop only")
    if now.doing:
        return _("{what}…").format(what=now.doing)
    if status.left:
        return _("This laptop has left the share; everything it had is still here.")
    if now.away:
        return now.away
    if now.seen is None:
        return _("Not exchanged yet since this laptop joined.")
    return _("Last seen {when}").format(when=moment(now.seen))


def share_rows(now: ShareNow, status: ShareStatus) -> list[ListRow]:
    """Return where the share lies, when it was seen, and what waits to go out."""
    seen = now.seen or status.seen
    waiting = ngettext("{n} change", "{n} changes", status.waiting).format(n=status.waiting)
    return [
        ListRow(
            "place",
            status.place,
            _("Where the share lies"),
            "cloud-off" if now.away else "folder",
        ),
        ListRow("seen", moment(seen) if seen else _("Not yet"), _("Last seen"), "clock"),
        ListRow(
            "waiting",
            waiting if status.waiting else _("Nothing"),
            _("Waiting to go out"),
            "send",
            "warn" if status.waiting and now.away else "text2",
        ),
    ]


def laptop_rows(laptops: Iterable[Laptop], asking: Iterable[Request]) -> list[ListRow]:
    """Return who asks to be admitted, then the laptops of the share."""
    return [
        *(
            ListRow(
                f"ask:{one.dev}",
                one.name,
                _("asks to be admitted"),
                "user-plus",
                "warn",
                _("waits"),
                "warn",
                strong=True,
            )
            for one in asking
        ),
        *(_laptop_row(one) for one in laptops),
    ]


def _laptop_row(one: Laptop) -> ListRow:
    wrote = _("last wrote {when}").format(when=moment(one.last_at)) if one.last_at else ""
    aside, ink = "", "text2"
    if one.removed:
        aside = _("removed")
    elif one.hours_ahead >= _WRONG_CLOCK:
        aside, ink = clock_words(one.hours_ahead), "warn"
    elif one.this_one:
        aside, ink = _("this laptop"), "accent"
    return ListRow(
        f"laptop:{one.device}",
        one.name,
        _("the one you work on") if one.this_one else wrote or _("has written nothing yet"),
        "user-x" if one.removed else "laptop",
        "text3" if one.removed else "text2",
        aside,
        ink,
    )


def clock_words(hours: float) -> str:
    """Return how far a laptop's clock is ahead of this one's."""
    days = round(hours / 24)
    if days >= 1:
        return ngettext("clock {n} day ahead", "clock {n} days ahead", days).format(n=days)
    whole = round(hours)
    return ngettext("clock {n} hour ahead", "clock {n} hours ahead", whole).format(n=whole)


def arrived_rows(arrived: Iterable[Arrived]) -> list[ListRow]:
    """Return what came in lately: how many records of which kinds, from whom, when."""
    return [
        ListRow(
            f"{number}",
            counted_words(one.records),
            _("from {name}").format(name=one.name),
            "inbox",
            aside=moment(one.at),
        )
        for number, one in enumerate(arrived)
    ]


def counted_words(records: Mapping[str, int]) -> str:
    """Return counts of records by table in words: ``Note 3 · Action 1``."""
    return " · ".join(f"{thing_word(table)} {count}" for table, count in records.items())


def would_rows(found: WouldDo) -> list[ListRow]:
    """Return what an exchange would do now."""
    rows = [_going_out(found)]
    if found.contents:
        attachments = ngettext("{n} attachment", "{n} attachments", found.contents)
        rows.append(ListRow("contents", attachments.format(n=found.contents), icon="send"))
    rows += [
        ListRow(
            f"in:{name}",
            counted_words(records),
            _("from {name}").format(name=name),
            "inbox",
            aside=_("would come in"),
        )
        for name, records in found.came_in.items()
    ]
    if not found.came_in:
        rows.append(ListRow("in", _("Nothing of others"), icon="inbox", aside=_("would come in")))
    if found.conflicts > 0:
        contested = ngettext(
            "{n} field changed by two", "{n} fields changed by two", found.conflicts
        )
        rows.append(
            ListRow("contested", contested.format(n=found.conflicts), icon="split", ink="warn")
        )
    rows += [
        ListRow(f"not:{number}", text, icon="circle-alert", ink="warn")
        for number, text in enumerate(found.not_taken)
    ]
    return rows


def _going_out(found: WouldDo) -> ListRow:
    aside = _("would go out")
    if not found.files:
        return ListRow("out", _("Nothing of yours"), icon="send", aside=aside)
    changes = ngettext("{n} change of yours", "{n} changes of yours", found.changes)
    files = ngettext("{n} file, {kb} KB", "{n} files, {kb} KB", found.files)
    size = -(-found.size // _KILO)
    below = files.format(n=found.files, kb=size)
    return ListRow("out", changes.format(n=found.changes), below, "send", aside=aside)


def quarantine_rows(found: Iterable[Quarantined]) -> list[ListRow]:
    """Return the files on the share that were not taken: why, which, since when."""
    return [
        ListRow(
            one.name,
            reason_of(one),
            one.name.rstrip("#"),
            "triangle-alert",
            "warn",
            moment(datetime.fromisoformat(one.first_seen)),
        )
        for one in found
    ]


def erasure_rows(found: Sequence[Erasure]) -> list[ListRow]:
    """Return what was erased, and which laptops have not confirmed yet, the newest first."""
    rows = []
    for number, one in reversed(list(enumerate(found))):
        waits = ", ".join(one.waiting)
        rows.append(
            ListRow(
                f"{number}",
                _("Not confirmed by {names}").format(names=waits)
                if waits
                else _("Gone from all laptops"),
                _("erased by {name}; confirmed by {names}").format(
                    name=one.by, names=", ".join(one.confirmed)
                ),
                "shield-alert" if waits else "shield-check",
                "warn" if waits else "ok",
                moment(one.at),
            )
        )
    return rows


def unfiled_row(one: Unfiled, dossier: Dossier) -> ListRow:
    """Return a record that names what is gone, by the key under which one goes to it."""
    return ListRow(
        f"{one.kind}:{one.record.code}",
        title_of(one.record, dossier),
        _("{kind}; its {home} {code} is not there").format(
            kind=thing_word(one.kind), home=thing_word(one.target).lower(), code=one.missing
        ),
        "folder",
        "warn",
    )


def moment(at: datetime) -> str:
    """Return an instant as people say it here: the time today, the day and time else."""
    here, today = at.astimezone(), datetime.now(UTC).astimezone().date()
    time = f"{here:%H:%M}"
    return time if here.date() == today else f"{words.short_day(here.date())}, {time}"
