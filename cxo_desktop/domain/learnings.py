"""What the consultant takes along, and what was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning(Record):
    """A learning of the field, tied to one of the standing ones (L01, L02, ...)."""

    text: str = ""
    learning_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBrief(Record):
    """A brief that left the laptop; ``file_hash`` is the SHA-256 of the PDF."""

    version: str | None = None
    sent_on: date | None = None
    sections: tuple[str, ...] = ()
    file_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact(Record):
    """A document we were shown; ``redacted`` when names were taken out of our copy."""

    name: str = ""
    file_hash: str | None = None
    redacted: bool | None = None
