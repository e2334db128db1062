"""Withdrawal of consent, up to forgetting a person: what goes, from where, and what cannot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cxo_desktop.app.backups import backup_now
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.redaction import finder, spellings
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.interviews import Consent
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.store import erase
from cxo_desktop.store.backup import backups, remove_backup
from cxo_desktop.store.columns import from_cells

_QUOTED = re.compile(r'["\\]')


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes with a person: records by kind, those that lose a name, contents, drafts.

    ``backups`` is how many older backups still hold it.
    """

    person: str
    records: Mapping[str, int]
    contents: int
    backups: int

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
        found.append(
            _(
                "Briefs and files that were given out, copies of the workspace, and engagements in "
                "the bin are not reached: ask for them back, empty the bin."
            )
        )
        return found


def what_goes(engagement: OpenEngagement, person: str) -> Goes:
    """Return what would go if a person, by code, were forgotten. Raises NotFound."""
    held = _held(engagement, person)
    return _goes(engagement, person, held)


def forget_person(engagement: OpenEngagement, person: str, *, with_backups: bool = False) -> Goes:
    """Make a person's words, names, contents and drafts be gone for good; return what went.

    A record without words stays: the code, when, and how many. It cannot be undone. With
    ``with_backups`` all older backups go as well, and a fresh one is made. Raises NotFound.
    """
    held = _held(engagement, person)
    goes = _goes(engagement, person, held)
    erase.erase(engagement.store, person, held, _now())
    if with_backups:
        old = backups(engagement.store.place[0])
        backup_now(engagement)
        for backup in old:
            remove_backup(backup)
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


def _held(engagement: OpenEngagement, person: str) -> erase.Held:
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
    return erase.held_of(engagement.store, person, _cleaner(engagement, person), _now())


def _cleaner(engagement: OpenEngagement, person: str) -> Callable[[str], str]:
    """Return what takes every name the person ever had out of a text.

    A part of a name that somebody else has as well stays, as nobody can tell whom it means.
    """
    known = erase.last_known(engagement.store)
    theirs: dict[str, str] = {}
    others: Counter[str] = Counter()
    for change in engagement.store.log.all_changes():
        if change.table == "person_name" and change.cells:
            named = from_cells(PersonName, change.row, change.cells)
            if known[change.table, change.row].get("person") == person:
                theirs |= spellings(named)
            else:
                others.update(spellings(named))
    pattern = finder([{name: it for name, it in theirs.items() if name not in others}])
    if pattern is None:
        return str
    words = _QUOTED.sub("", _("[left out]"))
    return lambda text: str(pattern.sub(words, text))


def _goes(engagement: OpenEngagement, person: str, held: erase.Held) -> Goes:
    path = engagement.store.place[0]
    return Goes(person, held.counts(), len(held.digests), len(backups(path)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
