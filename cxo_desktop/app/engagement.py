"""One open engagement: its records, kept and changed, and everything known of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from cxo_desktop.app.events import Changed, Events
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.records import Record
from cxo_desktop.store.repository import Repository

R = TypeVar("R", bound=Record)


class OpenEngagement:
    """The records of one engagement. A change is on the disk when its method returns.

    To be used from the thread that opened it; hand a dossier, which never changes, to others.
    """

    def __init__(
        self, repository: Repository, events: Events, today: Callable[[], date] = date.today
    ) -> None:
        self._repository = repository
        self._today = today
        self._dossier: Dossier | None = None
        self._version = repository.data_version()
        self.events = events
        self.code = repository.list(Engagement)[0].code

    @property
    def organisation(self) -> str:
        """Return the organisation's name."""
        return self.dossier().engagement.organisation

    def today(self) -> date:
        """Return the date on which figures stand: the engagement's own, else today."""
        return self.dossier().engagement.as_of or self._today()

    def dossier(self) -> Dossier:
        """Return everything known now; read again only after a change, here or elsewhere."""
        version = self._repository.data_version()
        if self._dossier is None or version != self._version:
            self._dossier = self._repository.dossier()
            self._version = version
        return self._dossier

    def get(self, cls: type[R], code: str) -> R:
        """Return one record by its code. Raises NotFound."""
        found = self._repository.find(cls, code=code)
        if not found:
            raise NotFound(
                f"There is no {BY_CLASS[cls].table.replace('_', ' ')} {code}.",
                f"The engagement {self.code} does not have it.",
                "Look at the list and use one of the codes shown there.",
            )
        return found[0]

    def find(self, cls: type[R], **having: str) -> tuple[R, ...]:
        """Return the records of one class whose fields hold these texts, oldest first."""
        return self._repository.find(cls, **having)

    def add(self, record: R) -> R:
        """Keep a new record; return it with its id and code."""
        kept = self._repository.add(record)
        self._changed((kept,))
        return kept

    def add_all(self, records: Sequence[Record]) -> None:
        """Keep several new records, all or none of them."""
        self._repository.add_all(records)
        self._changed(records)

    def put(self, record: Record) -> None:
        """Replace a record by its new version. Raises NotFound when it is gone."""
        self._repository.put(record)
        self._changed((record,))

    def remove(self, record: Record) -> None:
        """Take a record away. Raises NotFound when it is gone already."""
        self._repository.remove(record)
        self._changed((record,))

    def close(self) -> None:
        """Let go of the file."""
        self._repository.close()

    def _changed(self, records: Iterable[Record]) -> None:
        self._dossier = None
        kinds = frozenset(BY_CLASS[type(record)].table for record in records)
        self.events.publish(Changed(self.code, kinds))
