"""What is being typed and was not kept yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """The words in the field of an interview, the caret's place, and since when (ISO, UTC)."""

    interview: str
    text: str
    caret: int
    started_at: str
