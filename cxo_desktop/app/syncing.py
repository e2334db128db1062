"""Exchange with the share: what this laptop wrote goes there, what colleagues wrote comes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.app.backups import back_up_before
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.app.sharing import opened
from cxo_desktop.app.tasks import CancelToken, Progress, silent
from cxo_desktop.app.workspace import EngagementCard, Workspace
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.store import erase
from cxo_desktop.sync import joining, places
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.refusals import Reason
from cxo_desktop.sync.rounds import Exchange, exchange
from cxo_desktop.sync.transport import ShareUnreachable


@dataclass(frozen=True, slots=True)
class Synced:
    """What an exchange did, with the engagement's code ("" while it has not arrived)."""

    code: str
    done: Exchange

    def lines(self) -> list[str]:
        """Return it in words."""
        done = self.done
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
) -> Synced:
    """Exchange with the share; safe to stop and to be cut off at any moment.

    ``place`` is where the share lies now, where it has moved. A backup is made before colleagues'
    work is merged; what they erased is overwritten here, too. Raises NotFound when there is none,
    ShareUnreachable, Cancelled.
    """
    local, share = opened(engagement, place)
    done = exchange(
        local, share, _step(progress, cancel), before_merge=lambda: back_up_before(engagement)
    )
    engagement.tell(*done.tables)
    if done.erased:
        erase.purge(engagement.store.db)
    if not done.admitted:
        raise _not_a_member(local)
    return Synced(engagement.code, done)


def sync_all(workspace: Workspace, code: str, place: str, progress: Progress) -> list[Synced]:
    """Exchange for what this laptop has asked to join, and for the engagement in question.

    That is the one named, or the only one. Raises as ``sync`` does; NotFound when there is
    neither.
    """
    folders = JoiningFolders(workspace)
    asked = [] if code else folders.all()
    done = [_join(folders, folder, place, progress) for folder in asked]
    if done and not any(card.code not in {one.code for one in done} for card in _shared(workspace)):
        return done
    engagement = workspace.open(code)
    try:
        return [*done, sync(engagement, "" if done else place, progress)]
    finally:
        engagement.close()


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
