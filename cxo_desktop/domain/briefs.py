"""What a brief says, page by page, before anybody draws it.

All words are ready to print: in the reader's language, without names of people, every number
written once from one figure. Drawing adds nothing and leaves nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxo_desktop.domain.drawing import Drawing


class Mood(StrEnum):
    """How a statement is marked; always by a shape and a word beside the colour."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence or two under a short label, such as "Situation"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One large figure; ``label`` says what it is, ``note`` its scope."""

    label: str
    value: str
    note: str
    mood: Mood = Mood.PLAIN


@dataclass(frozen=True, slots=True)
class AskedDecision:
    """What is asked, and its terms: by when, cost, who carries it out, what waiting costs."""

    statement: str
    terms: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class DecisionBox:
    """The decisions asked, with boxes to tick on paper; ``remark`` says how they were chosen."""

    heading: str
    decisions: tuple[AskedDecision, ...]
    tick_words: tuple[str, str]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """How the engagement goes: a word with its mood, and the numbers behind it."""

    word: str
    mood: Mood
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two shares (0..1) of one area, with the words that stand beside its bars."""

    label: str
    first: float
    second: float
    first_words: str
    second_words: str


@dataclass(frozen=True, slots=True)
class PairChart:
    """Two bars for each area; the title is a claim, ``alt`` says it all without the picture."""

    title: str
    first_name: str
    second_name: str
    pairs: tuple[Pair, ...]
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Rung:
    """How many were done of how many wanted; ``mood`` marks what is not enough."""

    label: str
    done: int
    target: int
    words: str
    mood: Mood = Mood.PLAIN


@dataclass(frozen=True, slots=True)
class Ladder:
    """One bar a level, filled as far as it was heard."""

    title: str
    rungs: tuple[Rung, ...]
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class ChainMap:
    """The data chain with what to read from it; ``alt`` for those who cannot see it.

    ``beside`` stands beside the words; ``sheet`` is the whole chain for a page of its own, None
    where it stands beside them already or is too large for a page.
    """

    title: str
    lead: str
    beside: Drawing | None
    sheet: Drawing | None
    sheet_title: str
    callouts: tuple[Labelled, ...]
    caption: str
    alt: str
    sheet_alt: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding and what it rests on: levels, interviews for and against, and the grade."""

    statement: str
    levels: int
    interviews_for: int
    interviews_against: int
    grade: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class FindingTable:
    """The findings of a brief; ``reach`` is how many levels were heard at all.

    ``evidence_words`` say a row's evidence in a line, with {levels}, {count} and {against}.
    """

    title: str
    heads: tuple[str, str, str, str, str]
    evidence_words: str
    rows: tuple[FoundRow, ...]
    reach: int
    caption: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody allowed to be quoted; ``voice`` is a group, never one person."""

    text: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A whole brief. ``on`` is its date, ``language`` a BCP 47 tag such as "en"."""

    organisation: str
    title: str
    subtitle: str
    reader: str
    author: str
    subject: str
    dated: str
    page_words: str
    on: date
    language: str
    summary: tuple[Labelled, ...] = ()
    tiles: tuple[Tile, ...] = ()
    health: Health | None = None
    box: DecisionBox | None = None
    asked_needed: PairChart | None = None
    coverage: Ladder | None = None
    chain: ChainMap | None = None
    findings: FindingTable | None = None
    quote: Quote | None = None
    closing_title: str = ""
    closing: tuple[Labelled, ...] = ()
