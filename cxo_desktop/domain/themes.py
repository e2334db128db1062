"""Themes: what notes are about, and which area of need that belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.enums import Dimension
from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A tag for notes; ``need_area`` is what the asked/needed comparison adds up."""

    label: str = ""
    label_hi: str | None = None
    need_area: str | None = None
    dimension: Dimension | None = None
