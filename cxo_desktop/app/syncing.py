"""Exchange with the share: what this laptop wrote goes there, what colleagues wrote comes in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop.app.backups import back_up_before, due
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.app.sharing import opened
from cxo_desktop.app.tasks import CancelToken, Progress, silent
from cxo_desktop.app.workspace import EngagementCard, Workspace
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.store import erase
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.outbox import waiting
from cxo_desktop.store.share_state import Quarantined
from cxo_desktop.sync import joining, places
from cxo_desktop.sync.arrivals import counted
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.refusals import Reason
from cxo_desktop.sync.rehearsal import rehearse
from cxo_desktop.sync.rounds import BATCH_BYTES, Exchange, How, exchange
from cxo_desktop.sync.transport import ShareUnreachable

__all__ = ["Exchange", "ShareUnreachable", "Synced", "WouldDo", "sync", "sync_all", "would_do"]

_BESIDE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Synced:
    """What an exchange did, with the engagement's code ("" while it has not arrived).

    ``remark`` says why nothing was done for an engagement that this laptop asked to join.
    """

    code: str
    done: Exchange
    remark: str = ""

    def lines(self) -> list[str]:
        """Return it in words."""
        done = self.done
        if self.remark:
            return [self.remark]
        lines = [
            ngettext("{n} file sent.", "{n} files sent.", done.sent).format(n=done.sent),
            ngettext("{n} change came in.", "{n} changes came in.", done.came_in).format(
                n=done.came_in
            ),
        ]
        if done.conflicts:
            lines.append(
                ngettext(
                    "{n} field was changed on two laptops: “cxo conflicts list”.",
                    "{n} fields were changed on two laptops: “cxo conflicts list”.",
                    done.conflicts,
                ).format(n=done.conflicts)
            )
        if done.cloned:
            lines.append(
                _("This profile was restored or copied; it goes on as another laptop of the share.")
            )
        lines += [reason_in_words(reason, name) for name, (_s, reason, _d) in done.refused.items()]
        return lines


def sync(
    engagement: OpenEngagement,
    place: str = "",
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    beside: bool = False,
) -> Synced:
    """Exchange with the share; safe to stop and to be cut off at any moment.

    ``place`` is where the share lies now, where it has moved. A backup is made before colleagues'
    work is merged; what they erased is overwritten here, too. ``beside`` a window that writes,
    little is taken in at a time, and the backup is made where one is due. Raises NotFound when
    there is no share, ShareUnreachable, Cancelled.
    """
    local, share = opened(engagement, place)

    def before() -> None:
        if not beside or due(engagement, datetime.now(UTC)):
            back_up_before(engagement)

    how = How(
        batch=_BESIDE_BYTES if beside else BATCH_BYTES, thorough=not beside, before_merge=before
    )
    done = exchange(local, share, _step(progress, cancel), how)
    engagement.tell(*done.tables)
    if done.erased:
        erase.purge(engagement.store.db)
    if not done.admitted:
        raise _not_a_member(local)
    return Synced(engagement.code, done)


def sync_all(workspace: Workspace, code: str, place: str, progress: Progress) -> list[Synced]:
    """Exchange for what this laptop has asked to join, and for the engagement in question.

    That is the one named, or the only one. A request that nobody has answered yet is told, and
    keeps nothing else from being done. Raises as ``sync`` does; NotFound when there is neither.
    """
    asked = [] if code else JoiningFolders(workspace).all()
    done = [_tried(workspace, folder, place, progress) for folder in asked]
    arrived = {one.code for one, refusal in done if refusal is None}
    others = [card for card in _shared(workspace) if card.code not in arrived]
    refusals = [refusal for _one, refusal in done if refusal is not None]
    if done and not others:
        if len(refusals) == len(done):
            raise refusals[0]
        return [one for one, _refusal in done]
    engagement = workspace.open(code)
    try:
        own = sync(engagement, "" if done else place, progress)
    finally:
        engagement.close()
    return [*(one for one, _refusal in done), own]


def sync_joining(
    workspace: Workspace, progress: Progress = silent
) -> tuple[list[str], list[CxoError]]:
    """Exchange for all that this laptop has asked to join, one after the other.

    Return the codes of what has arrived, and why something could not be put among the rest; that
    nobody has answered yet is no error.
    """
    arrived, errors = [], []
    for folder in JoiningFolders(workspace).all():
        try:
            done, _refusal = _tried(workspace, folder, "", progress)
        except CxoError as error:
            errors.append(error)
        else:
            arrived += [done.code] if done.code else []
    return arrived, errors


def _tried(
    workspace: Workspace, folder: Path, place: str, progress: Progress
) -> tuple[Synced, ShareUnreachable | None]:
    try:
        return _join(JoiningFolders(workspace), folder, place, progress), None
    except ShareUnreachable as refusal:
        return Synced("", Exchange(admitted=False), str(refusal)), refusal


@dataclass(frozen=True, slots=True)
class WouldDo:
    """What an exchange would do: files and bytes it would put, and what would come in.

    ``came_in`` counts records by laptop and kind, ``not_taken`` are sentences; ``contents`` are
    attachments that would be sent beside the files.
    """

    changes: int
    files: int
    size: int
    contents: int
    came_in: Mapping[str, Mapping[str, int]]
    conflicts: int
    not_taken: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return it in words."""
        lines = [
            ngettext(
                "{n} change would be sent ({kb} KB).",
                "{n} changes would be sent ({kb} KB).",
                self.changes,
            ).format(n=self.changes, kb=-(-self.size // 1024))
        ]
        if self.contents:
            lines.append(
                ngettext(
                    "{n} attachment would be sent.",
                    "{n} attachments would be sent.",
                    self.contents,
                ).format(n=self.contents)
            )
        for name, records in self.came_in.items():
            kinds = ", ".join(f"{count} {table}" for table, count in records.items())
            lines.append(_("From {name}: {kinds}.").format(name=name, kinds=kinds))
        if not self.came_in:
            lines.append(_("Nothing would come in."))
        if self.conflicts > 0:
            lines.append(
                ngettext(
                    "{n} field would be changed on two laptops at once.",
                    "{n} fields would be changed on two laptops at once.",
                    self.conflicts,
                ).format(n=self.conflicts)
            )
        return [*lines, *self.not_taken]


def would_do(
    engagement: OpenEngagement,
    place: str = "",
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> WouldDo:
    """Return what an exchange would do now, with nothing written here or on the share.

    Raises as ``sync`` does.
    """
    local, share = opened(engagement, place, remembered=False)
    found = rehearse(local, share, _step(progress, cancel))
    if not found.done.admitted:
        raise _not_a_member(local)
    called = {dev: local.name_of(one) for dev, one in local.roster().members.items()}
    refused = found.done.refused.items()
    return WouldDo(
        changes=waiting(engagement.store.db),
        files=found.files,
        size=found.size,
        contents=found.contents,
        came_in={called.get(dev, dev): counted(rows) for dev, rows in found.done.rows.items()},
        conflicts=found.done.conflicts - len(conflicts(engagement.store.db)),
        not_taken=tuple(reason_in_words(reason, name) for name, (_s, reason, _d) in refused),
    )


def _shared(workspace: Workspace) -> list[EngagementCard]:
    found = []
    for card in workspace.engagements():
        store = workspace.folders.store(card.folder)
        try:
            if LocalSpace(store).is_shared:
                found.append(card)
        finally:
            store.close()
    return found


def _join(folders: JoiningFolders, folder: Path, place: str, progress: Progress) -> Synced:
    """Exchange for an engagement that was asked for; put it among the others once it is here."""
    store = folders.store(folder)
    try:
        local = LocalSpace(store)
        share = places.open_space(place or local.state.get("place"), local.space)
        done = exchange(local, share, _step(progress, None))
        if not done.admitted:
            raise _not_a_member(local)
    finally:
        store.close()
    card = folders.arrive(folder)
    return Synced(card.code if card else "", done)


def _not_a_member(local: LocalSpace) -> ShareUnreachable:
    mine = local.roster().members.get(local.device)
    if mine is not None and mine.removed:
        return ShareUnreachable(
            _("This laptop was removed from the share."),
            _("A colleague removed it; what it had before is still here."),
            _("Ask them, and ask to join again as a new laptop if you are to go on together."),
        )
    if mine is not None:
        return ShareUnreachable(
            _("Nothing was sent yet."),
            _("The key under which your colleagues write now has not arrived."),
            _("What had arrived is here. Sync again when a colleague has synced."),
        )
    return ShareUnreachable(
        _("This laptop is not admitted yet."),
        _("Its six words are: {words}.").format(words=joining.own_words(local)),
        _("Read them to a colleague, who runs “cxo share admit”; then sync again."),
    )


def reason_of(one: Quarantined) -> str:
    """Return why a file in quarantine was not taken, in words that do without its name."""
    return reason_in_words(Reason(one.reason), _("This file"))


def reason_in_words(reason: Reason, name: str) -> str:
    """Return why a file on the share was not taken, in words."""
    return _REASONS[reason]().format(name=name.rstrip("#"))


_REASONS: dict[Reason, Callable[[], str]] = {
    Reason.NOT_WHOLE: lambda: _("{name} has not arrived whole; waiting for it."),
    Reason.ALTERED: lambda: _("{name} was altered on the way; it is left where it is."),
    Reason.FORGED: lambda: _("{name} was not signed by the laptop it says it is from."),
    Reason.WRONG_PLACE: lambda: _("{name} does not belong where it lies."),
    Reason.BROKEN_CHAIN: lambda: _("{name} does not follow on what came before it."),
    Reason.STRANGER: lambda: _("{name} is of somebody who is no member."),
    Reason.REMOVED: lambda: _("{name} was written by a laptop after it had been removed."),
    Reason.NO_KEY: lambda: _("{name} cannot be opened yet: its key has not arrived."),
    Reason.FORK: lambda: _("{name} has a twin: a laptop was copied. Both were taken in."),
    Reason.NEWER: lambda: _("{name} is of a newer version of this program: update to see it."),
    Reason.MISSING: lambda: _("{name} is missing on the share; waiting for it."),
    Reason.ROLLED_BACK: lambda: _("Files that were in {name} are gone: “cxo share repair”."),
}


def _step(progress: Progress, cancel: CancelToken | None) -> Callable[[str, int], None]:
    def step(what: str, count: int) -> None:
        if cancel:
            cancel.check()
        progress(0.0, f"{_STEPS[what]()} {count}" if count else _STEPS[what]())

    return step


_STEPS: dict[str, Callable[[], str]] = {
    "sealed": lambda: _("Sealed"),
    "sent": lambda: _("Sent"),
    "came in": lambda: _("Came in"),
}
