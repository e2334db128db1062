"""Rows for widgets in tests."""

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.ui.line_looks import ShownLine
from cxo_desktop.ui.shown import NoteRow

LOOK = ("sticky-note", "text2", "Fact")


def note_row(number, text="Runs 14 field workers", **more):
    more = {"kind": NoteKind.FACT, "raw": text, **more}
    return NoteRow(f"n{number}", f"N{number}", "10:26", LOOK, ShownLine(text), **more)
