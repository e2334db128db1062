"""Withdrawal of consent, up to forgetting a person: what goes, from where, and what cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cxo_desktop.app.backups import backup_now
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.redaction import finder, in_markup, names, spellings
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.interviews import Consent
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.store import erase
from cxo_desktop.store.backup import backups, left_over, remove_backup, remove_left_over
from cxo_desktop.store.columns import from_cells
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.packing import repack

_QUOTED = re.compile(r'["\\]')


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes with a person: records by kind, those that lose a name, contents, drafts.

    ``backups`` is how many older backups, or files set aside, still hold it; ``sealed`` how many
    packets for colleagues do, ``unseen`` how many contents of others nobody looks into.
    """

    person: str
    records: Mapping[str, int]
    contents: int
    backups: int
    sealed: int = 0
    unseen: int = 0

    def lines(self) -> list[str]:
        """Return it in words, with what cannot be reached from here."""
        found = [f"{count:6}  {kind}" for kind, count in self.records.items() if count]
        found.append(
            ngettext("{n} attachment's content", "{n} attachments' contents", self.contents).format(
                n=self.contents
            )
        )
        found.append(
            ngettext(
                "{n} older backup still holds it until it is removed or thinned out.",
                "{n} older backups still hold it until they are removed or thinned out.",
                self.backups,
            ).format(n=self.backups)
        )
        if self.sealed:
            found.append(
                ngettext(
                    "{n} packet for colleagues holds it: it leaves the share at your next sync, "
                    "and each laptop when that one syncs.",
                    "{n} packets for colleagues hold it: they leave the share at your next sync, "
                    "and each laptop when that one syncs.",
                    self.sealed,
                ).format(n=self.sealed)
            )
        if self.unseen:
            found.append(
                ngettext(
                    "{n} attachment of others stays; its content is not looked into.",
                    "{n} attachments of others stay; their contents are not looked into.",
                    self.unseen,
                ).format(n=self.unseen)
            )
        found.append(
            _(
                "Briefs and files that were given out, copies of the workspace, and engagements in "
                "the bin are not reached: ask for them back, empty the bin."
            )
        )
        return found


def what_goes(engagement: OpenEngagement, person: str) -> Goes:
    """Return what would go if a person, by code, were forgotten. Raises NotFound."""
    return _goes(engagement, person, _held(engagement, person, _known(engagement, person)))


def forget_person(engagement: OpenEngagement, person: str, *, with_backups: bool = False) -> Goes:
    """Make a person's words, names, contents and drafts be gone for good; return what went.

    A record without words stays: the code, when, and how many. It cannot be undone. With
    ``with_backups`` all older backups go as well, and a fresh one is made. Raises NotFound.
    """
    cleaner = _known(engagement, person)
    held = _held(engagement, person, cleaner)
    goes = _goes(engagement, person, held)
    erase.erase(engagement.store, person, held, _now(), cleaner.clean)
    try:
        _seal_again(engagement)
    finally:
        erase.purge(engagement.store.db)
    if with_backups:
        path = engagement.store.place[0]
        old = backups(path)
        backup_now(engagement)
        for backup in old:
            remove_backup(backup)
        remove_left_over(path)
    engagement.tell(*{table for table, _row in (*held.gone, *held.cleaned)})
    return goes


def withdraw_consent(engagement: OpenEngagement, person: str) -> int:
    """Mark every consent of a person as taken back: the notes stay, blocked; return how many.

    Raises NotFound for an unknown person.
    """
    engagement.get(Person, person)
    given = engagement.find(Consent, person=person)
    with engagement.operation("withdraw consent"):
        for consent in given:
            engagement.put(replace(consent, state=ConsentState.WITHDRAWN, withdrawn_at=_now()))
    return len(given)


def _seal_again(engagement: OpenEngagement) -> None:
    """Put packets without the erased words in place of the own ones; the next sync sends them."""
    local = LocalSpace(engagement.store)
    if local.is_shared and local.epoch_keys():
        repack(local)


def _held(engagement: OpenEngagement, person: str, cleaner: _Cleaner) -> erase.Held:
    return erase.held_of(engagement.store, person, cleaner.clean, _now(), cleaner.clean_whole_names)


def _known(engagement: OpenEngagement, person: str) -> _Cleaner:
    """Return what takes a person's names out of texts. Raises NotFound for nobody known."""
    known = erase.last_known(engagement.store)
    if not any(
        person in {cells.get("code"), cells.get("person")}
        for (table, _row), cells in known.items()
        if table in {"person", "person_name", "note"}
    ):
        raise NotFound(
            _("Nobody was forgotten."),
            _("There is no person {code}.").format(code=person),
            _("“cxo records person list” shows the codes."),
        )
    return _Cleaner(engagement, person)


class _Cleaner:
    """Takes every name that a person ever had out of texts.

    A part of a name that somebody else has as well stays, as nobody can tell whom it means.
    """

    def __init__(self, engagement: OpenEngagement, person: str) -> None:
        known = erase.last_known(engagement.store)
        theirs: dict[str, str] = {}
        whole: dict[str, str] = {}
        others: set[str] = set()
        for change in engagement.store.log.all_changes():
            if change.table == "person_name" and change.cells:
                named = from_cells(PersonName, change.row, change.cells)
                if known[change.table, change.row].get("person") == person:
                    theirs |= spellings(named)
                    whole |= names(named)
                else:
                    others.update(spellings(named))
        own = {name: it for name, it in theirs.items() if name not in others}
        self._all = finder([own])
        whole = {name: it for name, it in whole.items() if name in own}
        self._whole = finder([whole])
        self._marked_up = finder([in_markup(own, whole)])
        self._words = _QUOTED.sub("", _("[left out]"))

    def clean(self, text: str) -> str:
        """Return a text without the names and their parts, also as markup writes them."""
        text = self._without(self._all, text)
        return self._without(self._marked_up, text) if "&" in text else text

    def clean_whole_names(self, text: str) -> str:
        """Return a text without the names; parts of them stay."""
        return self._without(self._whole, text)

    def _without(self, pattern: Any, text: str) -> str:
        return str(pattern.sub(self._words, text)) if pattern is not None else text


def _goes(engagement: OpenEngagement, person: str, held: erase.Held) -> Goes:
    path = engagement.store.place[0]
    kept = {it.digest for it in engagement.find(Attachment)} - held.digests
    older = len(backups(path)) + len(left_over(path))
    return Goes(person, held.counts(), len(held.digests), older, held.sealed, len(kept))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
