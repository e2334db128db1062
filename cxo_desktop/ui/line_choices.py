"""All that a line can be made: twelve kinds, three forms, three flags, and what can be put in."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import (
    FORM_MARKS,
    OFF_RECORD_MARK,
    OWN_READING_MARK,
    VERBATIM_MARK,
    LineForm,
    TypedLine,
    mark_of,
    reformed,
    retyped,
    with_flags,
)
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.line_looks import look

PICKER_DIGIT = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a line can be made; exactly one of its fields is filled."""

    kind: NoteKind | None = None
    form: LineForm | None = None
    flag: str = ""

    def on(self, line: TypedLine) -> TypedLine:
        """Return the line made so; a flag that is set is taken off again."""
        if self.kind is not None:
            return retyped(line, self.kind)
        if self.form is not None:
            return reformed(line, self.form)
        return with_flags(line, **{self.flag: not getattr(line, self.flag)})

    @property
    def mark(self) -> str:
        """Return what one types for it at the start of a line."""
        if self.kind is not None:
            return mark_of(self.kind)
        if self.form is not None:
            return next(mark for mark, form in FORM_MARKS.items() if form is self.form)
        return {
            "verbatim": VERBATIM_MARK,
            "off_record": OFF_RECORD_MARK,
            "own_reading": OWN_READING_MARK,
        }[self.flag]

    @property
    def look(self) -> tuple[str, str, str]:
        """Return icon, ink and word."""
        if self.flag:
            return {
                "verbatim": ("quote", "quote", _("Quote, word for word")),
                "off_record": ("eye-off", "warn", _("Off the record")),
                "own_reading": ("lightbulb", "person", _("My reading, not theirs")),
            }[self.flag]
        return look(self.kind, self.form or LineForm.NOTE, verbatim=False)


KINDS = tuple(Choice(kind=kind) for kind in words.KIND_LOOK)
FORMS = tuple(Choice(form=form) for form in (LineForm.FLOW, LineForm.COST, LineForm.ACTION))
VERBATIM, OFF_RECORD, OWN_READING = (
    Choice(flag=flag) for flag in ("verbatim", "off_record", "own_reading")
)
ALL = (*KINDS, *FORMS, VERBATIM, OFF_RECORD, OWN_READING)
BY_ALT_DIGIT: dict[int, Choice] = {
    1: Choice(kind=NoteKind.FACT),
    2: Choice(kind=NoteKind.PAIN_POINT),
    3: VERBATIM,
    4: Choice(form=LineForm.FLOW),
    5: Choice(form=LineForm.COST),
    6: Choice(kind=NoteKind.OPEN_QUESTION),
    7: Choice(form=LineForm.ACTION),
    8: OWN_READING,
    9: OFF_RECORD,
}


def key_of(choice: Choice) -> str:
    """Return the key that makes a line so at once, for the picker and the key sheet."""
    digit = next((digit for digit, it in BY_ALT_DIGIT.items() if it == choice), None)
    if digit is not None:
        return f"Alt+{digit}"
    number = KINDS.index(choice) if choice in KINDS else len(KINDS)
    return kind_shortcut(number)


def kind_shortcut(number: int) -> str:
    """Return the key of the n-th kind, counted from 0; the last two have none of their own."""
    digits = "1234567890"
    return f"Ctrl+{digits[number]}" if number < len(digits) else ""


def chip_words(line: TypedLine) -> tuple[str, str, str]:
    """Return icon, ink and words that say all a line is understood as."""
    icon, ink, word = look(line.kind, line.form, verbatim=line.verbatim)
    marks = [word]
    if line.verbatim and (line.form is not LineForm.NOTE or line.kind is not NoteKind.FACT):
        marks.append(_("word for word"))
    if line.off_record:
        icon, ink = "eye-off", "warn"
        marks.append(_("off the record"))
    if line.own_reading:
        marks.append(_("my reading"))
    return icon, ink, " · ".join(marks)
