"""What the window shows, as plain values: rows, bars, readings, facts. Widgets paint them."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.i18n import _
from cxo_desktop.ui.line_looks import ShownLine

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row; ``aside`` is a chip at the right. Inks are names of tokens."""

    key: str
    title: str
    below: str = ""
    icon: str = ""
    ink: str = "text2"
    aside: str = ""
    aside_ink: str = "text2"
    strong: bool = False

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.below, self.aside) if part)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A line as it is listed.

    ``look`` is icon, ink and word; ``raw`` what one edits; ``blocked`` says that it never leaves
    the laptop, ``mine`` that it is our own reading; ``photos`` are codes of attachments.
    """

    key: str
    code: str
    time: str
    look: tuple[str, str, str]
    line: ShownLine
    raw: str = ""
    kind: NoteKind = NoteKind.FACT
    who: str = ""
    verbatim: bool = False
    off_record: bool = False
    mine: bool = False
    blocked: bool = False
    question: str = ""
    photos: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Return the words as they are shown."""
        return self.line.text

    @property
    def below(self) -> str:
        """Return what stands in small words below the line."""
        marks = (
            self.who,
            _("off the record") if self.off_record else "",
            _("my reading") if self.mine else "",
        )
        return " · ".join(part for part in marks if part)

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        stays = _("stays on this laptop") if self.blocked else ""
        parts = (self.time, self.look[2], self.shown, self.below, stays)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: how long, and in which ink."""

    amount: float
    ink: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name, its parts, its figure in words.

    ``frame`` is the whole it is part of; ``twin`` a second bar right below the first.
    """

    label: str
    figure: str
    segments: tuple[Segment, ...]
    frame: float = 0
    ink: str = "text"
    twin: Segment | None = None

    @property
    def length(self) -> float:
        """Return what the longest of bar, twin and frame measures."""
        twin = self.twin.amount if self.twin else 0
        return max(self.frame, twin, sum(segment.amount for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Reading:
    """One point of a line: when, how much, and whether it is still running."""

    label: str
    value: float
    figure: str
    running: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A line across a chart that values should stay under."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A node or flow as the side panel shows it; ``unknown`` names the fields nobody filled."""

    title: str
    icon: str
    facts: tuple[Fact, ...]
    unknown: tuple[str, ...]
    notes: tuple[ListRow, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class InterviewSummary:
    """What the lines of an interview add up to; ``stays`` says what must not leave, or ""."""

    tools: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    costs: tuple[str, str] = ("", "")
    actions: int = 0
    quoted: str = ""
    stays: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of a guide beside the notes; ``state`` is "answered", "asked" or "open"."""

    code: str
    short: str
    text: str
    probes: tuple[str, ...]
    state: str
    must: bool

    @property
    def key(self) -> str:
        """Return what tells this question from all others."""
        return self.code

    @property
    def spoken(self) -> str:
        """Return the question as a screen reader says it."""
        said = {"answered": _("answered"), "asked": _("asked, nothing noted")}.get(self.state, "")
        return ", ".join(part for part in (self.text, said) if part)
