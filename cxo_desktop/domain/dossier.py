"""Everything known of one engagement at one moment: what analysis and drawing work from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar, cast

from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.records import Json, Record, empty

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The records of one engagement by class, in list order, with whatever else a file held.

    ``extra`` are top-level keys of the exchange format that this version does not know.
    """

    engagement: Engagement
    records: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    extra: Mapping[str, Json] = field(default_factory=empty, hash=False)

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """Return the records of one class, in list order."""
        return cast("tuple[R, ...]", self.records.get(cls, ()))

    def by_code(self, cls: type[R]) -> dict[str, R]:
        """Return the records of one class by their code."""
        return {record.code: record for record in self.all(cls)}

    def with_records(self, cls: type[R], records: Iterable[R]) -> Dossier:
        """Return the same dossier with other records of one class."""
        return Dossier(
            engagement=self.engagement,
            records=MappingProxyType({**self.records, cls: tuple(records)}),
            extra=self.extra,
        )
