"""What is done with whole engagements: renamed, put away, removed, brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cxo_desktop.app.workspace import EngagementCard, Workspace
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.i18n import _

OFFER_TO_EMPTY_AFTER = timedelta(days=30)


def rename(workspace: Workspace, code: str, organisation: str) -> EngagementCard:
    """Give an engagement's organisation another name. Raises NotFound, InputRefused for none."""
    if not organisation.strip():
        raise InputRefused(
            _("The engagement was not renamed."),
            _("The new name is empty."),
            _("Give the name of the organisation."),
        )
    card = workspace.find(code)
    opened = workspace.open(card.code)
    try:
        engagement = opened.dossier().engagement
        opened.put(replace(engagement, organisation=organisation.strip()))
    finally:
        opened.close()
    return replace(card, organisation=organisation.strip())


def archive(workspace: Workspace, code: str, *, archived: bool = True) -> EngagementCard:
    """Put an engagement away, out of the list of those in use, or take it back into use."""
    card = workspace.find(code)
    workspace.folders.archive(card.folder, archived=archived)
    return replace(card, archived=archived)


def remove(workspace: Workspace, code: str) -> EngagementCard:
    """Put an engagement into the bin; it must not be open. Raises NotFound."""
    card = workspace.find(code)
    workspace.folders.to_bin(card.folder)
    return card


def removed(workspace: Workspace) -> tuple[EngagementCard, ...]:
    """Return the engagements in the bin, oldest first."""
    return workspace.folders.bin()


def bring_back(workspace: Workspace, code: str) -> EngagementCard:
    """Take an engagement out of the bin, the one removed last where several have its code.

    Raises NotFound when none has, InputRefused when one with its code is in use.
    """
    card = _in_bin(workspace, code)[-1]
    if any(other.code == card.code for other in workspace.folders.cards()):
        raise InputRefused(
            _("The engagement was not brought back."),
            _("Another one with the code {code} is here.").format(code=card.code),
            _("Remove that one first; it goes to the bin."),
        )
    workspace.folders.from_bin(card.folder)
    return card


def empty_bin(workspace: Workspace, now: datetime, *, older_than: timedelta = timedelta()) -> int:
    """Remove for good what has lain in the bin for longer; return how many engagements.

    What cannot be told how long it has lain there goes as well, but only with no time given.
    """
    due = [
        card
        for card in workspace.folders.bin()
        if not older_than or (card.removed_at and now - card.removed_at > older_than)
    ]
    for card in due:
        workspace.folders.destroy(card.folder)
    return len(due)


def _in_bin(workspace: Workspace, code: str) -> list[EngagementCard]:
    wanted = code.casefold()
    found = [
        card
        for card in workspace.folders.bin()
        if wanted in {card.code.casefold(), card.organisation.casefold()}
    ]
    if not found:
        raise NotFound(
            _("The engagement was not brought back."),
            _("The bin holds no “{code}”.").format(code=code),
            _("“cxo engagement list --removed” shows what it holds."),
        )
    return sorted(found, key=lambda card: card.removed_at or datetime.min.replace(tzinfo=UTC))
