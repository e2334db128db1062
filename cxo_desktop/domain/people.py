"""The people of the organisation: roles and codes; names live in one table of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody in or around the organisation. Influence and interest 1..3, comfort 1..5."""

    role: str = ""
    level: str | None = None
    role_band: str | None = None
    unit: str | None = None
    languages: tuple[str, ...] = ()
    is_ed: bool | None = None
    influence: int | None = None
    interest: int | None = None
    tool_comfort: int | None = None
    digital_since: str | None = None
    leaving_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName(Record):
    """Who a person code is; never exported unless asked, never written anywhere else."""

    person: str = ""
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
