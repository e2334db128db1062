"""A map as a tree: its nodes, the flows that leave each, and the notes behind both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cxo_desktop.app.map_notes import reference
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Arrow, Box, Drawing
from cxo_desktop.domain.interviews import Note
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.map_facts import note_row, outline_rows
from cxo_desktop.ui.shown import ListRow

NOTE = "note:"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A row and the rows below it. ``edited`` are the words that can be changed in place.

    The key of a note is its code behind NOTE, and that of the part that it stands behind.
    """

    row: ListRow
    below: tuple[OutlineRow, ...] = ()
    edited: str | None = None

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        count = len(self.below)
        more = ngettext("{count} below it", "{count} below it", count).format(count=count)
        return ", ".join((self.row.spoken, *((more,) if count else ())))


def outline(
    dossier: Dossier, card: MapCard, drawing: Drawing, labels: Mapping[str, str]
) -> tuple[OutlineRow, ...]:
    """Return the nodes of a drawing from the top, with the flows that leave each and the notes.

    ``labels`` are the words of boxes as they were written.
    """
    rows = {row.key: row for row in outline_rows(drawing)}
    boxes = {box.code: box for box in drawing.boxes}
    notes: dict[str, list[ListRow]] = {}
    for note in dossier.all(Note):
        for ref in note.refs:
            notes.setdefault(ref, []).append(note_row(dossier, note))
    fixed = card.kind is MapKind.SCENARIO

    def behind(part: str) -> tuple[OutlineRow, ...]:
        found = notes.get(reference(card, part), [])
        return tuple(OutlineRow(_keyed(row, part)) for row in found)

    def of_arrow(arrow: Arrow) -> OutlineRow:
        words = " ".join(line.text for line in arrow.label) if card.base != CHAIN else None
        row = rows[arrow.code]
        if arrow.tail in boxes and arrow.head in boxes:
            row = replace(row, title=_("to {target}").format(target=rows[arrow.head].title))
        return OutlineRow(row, behind(arrow.code), None if fixed else words)

    def of_box(box: Box) -> OutlineRow:
        leaving = tuple(of_arrow(it) for it in drawing.arrows if it.tail == box.code)
        edited = None if fixed else labels.get(box.code)
        return OutlineRow(rows[box.code], (*leaving, *behind(box.code)), edited)

    loose = (of_arrow(it) for it in drawing.arrows if it.tail not in boxes)
    return (*(of_box(boxes[key]) for key in rows if key in boxes), *loose)


def _keyed(row: ListRow, part: str) -> ListRow:
    return ListRow(f"{NOTE}{row.key}:{part}", row.title, row.below, row.icon, row.ink, _("note"))
