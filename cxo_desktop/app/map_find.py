"""Find a box or an arrow of a map by its code or by its words."""

from __future__ import annotations

from cxo_desktop.app.map_sheets import rows_of, sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.i18n import _

Arrow = DataFlow | Transition


def find_box(dossier: Dossier, card: MapCard, words: str) -> str:
    """Return the code of the box that is called so: its code, its words, or how they begin."""
    boxes = sheet_of(dossier, card).boxes
    asked = words.strip().casefold()
    for fits in (
        [box.code for box in boxes if box.code.casefold() == asked],
        [box.code for box in boxes if box.label.casefold() == asked],
        [box.code for box in boxes if asked and box.label.casefold().startswith(asked)],
        [box.code for box in boxes if asked and asked in box.label.casefold()],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise InputRefused(
                _("The arrow was not drawn."),
                _("More than one box begins with “{words}”.").format(words=words),
                _("Type more of its words."),
            )
    raise NotFound(
        _("The arrow was not drawn."),
        _("No box on this map is called “{words}”.").format(words=words),
        _("Type how the words of the box begin."),
    )


def find_arrow(dossier: Dossier, card: MapCard, code: str) -> Arrow | None:
    """Return the arrow that a drawing calls so: its code, or "source>target"."""
    for one in arrows_of(dossier, card):
        if code and code in {one.code, f"{one.source}>{one.target}"}:
            return one
    return None


def arrows_of(dossier: Dossier, card: MapCard) -> tuple[Arrow, ...]:
    """Return the arrows of a map as they are stored."""
    if card.base == CHAIN:
        return dossier.all(DataFlow)
    return rows_of(dossier, card).transitions


def box_of(dossier: Dossier, card: MapCard, code: str) -> Step | DataNode | None:
    """Return the step or place of that code, or None if it is not on the map."""
    if card.base == CHAIN:
        return dossier.by_code(DataNode).get(code)
    return next((step for step in rows_of(dossier, card).steps if step.code == code), None)
