"""Personal data the organisation holds, how well it looks after it, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.enums import PiiClass
from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyItem(Record):
    """One data set with personal data; the legal words are those of the organisation."""

    dataset: str = ""
    data_principals: str | None = None
    children: bool | None = None
    location: str | None = None
    pii_classes: tuple[PiiClass, ...] = ()
    purpose: str | None = None
    legal_basis: str | None = None
    notice_given: str | None = None
    retention: str | None = None
    retention_until: date | None = None
    hosted: str | None = None
    processors: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck(Record):
    """Twenty-five answers of 0, 1 or 2, five to a section; None where nobody knew."""

    answers: tuple[int | None, ...] = ()
    scale: str | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record):
    """Something that happened to personal data, and whom we told."""

    what: str = ""
    found_on: date | None = None
    told_ed_on: date | None = None
    told_board_on: date | None = None
