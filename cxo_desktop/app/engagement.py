"""One open engagement: its records, kept and changed, and everything known of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from cxo_desktop.app.events import Changed, Events
from cxo_desktop.app.figures import KeptFigures
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Settings
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.records import Record
from cxo_desktop.store.engagement_store import EngagementStore

R = TypeVar("R", bound=Record)


class OpenEngagement:
    """The records of one engagement. A change is on the disk when its method returns.

    To be used from the thread that opened it; hand a dossier, which never changes, to others.
    ``read_only`` says in words why it cannot be changed, and is "" when it can.
    """

    def __init__(
        self, store: EngagementStore, events: Events, today: Callable[[], date] = date.today
    ) -> None:
        self.store = store
        self._records = store.records
        self._today = today
        self._dossier: Dossier | None = None
        self._version = self._records.data_version()
        self._written: set[str] | None = None
        self.events = events
        self.figures = KeptFigures()
        self.read_only = store.read_only
        self.code = self._records.list(Engagement)[0].code

    @property
    def organisation(self) -> str:
        """Return the organisation's name."""
        return self.dossier().engagement.organisation

    def today(self) -> date:
        """Return the date on which figures stand: the engagement's own, else today."""
        return self.dossier().engagement.as_of or self._today()

    def settings(self) -> Settings:
        """Return the constants by which figures are reckoned."""
        return self.dossier().engagement.settings

    def dossier(self) -> Dossier:
        """Return everything known now; read again only after a change, here or elsewhere."""
        version = self._records.data_version()
        if self._dossier is None or version != self._version:
            self._dossier, self._version = self._records.dossier(), version
        return self._dossier

    def get(self, cls: type[R], code: str) -> R:
        """Return one record by its code. Raises NotFound."""
        found = self._records.find(cls, code=code)
        if not found:
            raise NotFound(
                f"There is no {BY_CLASS[cls].table.replace('_', ' ')} {code}.",
                f"The engagement {self.code} does not have it.",
                "Look at the list and use one of the codes shown there.",
            )
        return found[0]

    def find(self, cls: type[R], **having: str) -> tuple[R, ...]:
        """Return the records of one class whose fields hold these texts, oldest first."""
        return self._records.find(cls, **having)

    def add(self, record: R) -> R:
        """Keep a new record; return it with its id and code."""
        kept = self._records.add(record)
        self.tell(_table(kept))
        return kept

    def add_all(self, records: Sequence[Record]) -> tuple[Record, ...]:
        """Keep several new records, all or none of them; return them as kept."""
        kept = self._records.add_all(records)
        self.tell(*map(_table, kept))
        return kept

    def put(self, record: Record) -> None:
        """Replace a record by its new version. Raises NotFound when it is gone."""
        self._records.put(record)
        self.tell(_table(record))

    def remove(self, record: Record) -> None:
        """Take a record away; it goes to the bin. Raises NotFound when it is gone already."""
        self._records.remove(record)
        self.tell(_table(record))

    @contextmanager
    def operation(self, name: str) -> Iterator[None]:
        """Do several changes as one: all or none of them, undone together, told once."""
        if self._written is not None:
            yield
            return
        self._written = set()
        try:
            with self._records.operation(name):
                yield
        except BaseException:
            self._written, self._dossier = None, None
            raise
        written, self._written = self._written, None
        self.tell(*written)

    def close(self) -> None:
        """Let go of the file, and of what is known from it."""
        self._dossier, self.figures = None, KeptFigures()
        self._records.forget()
        self.store.close()

    def tell(self, *tables: str) -> None:
        """Let all who listen know that these tables were written; inside an operation, later."""
        self._dossier = None
        if self._written is not None:
            self._written |= set(tables)
        elif tables:
            self.events.publish(Changed(self.code, frozenset(tables)))


def _table(record: Record) -> str:
    return BY_CLASS[type(record)].table
