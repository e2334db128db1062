"""A drawing with marks on what differs from another map."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.app.map_compare import MapComparison
from cxo_desktop.domain.drawing import Drawing, Ink, LegendEntry
from cxo_desktop.i18n import _


def marked(drawing: Drawing, comparison: MapComparison) -> Drawing:
    """Return the drawing of the second map with what is new or different marked by line and word.

    What was removed is told in the remarks.
    """
    found = comparison.differences
    new = set(found.added)
    other = {it.code for it in (*found.moved, *found.changed)} - new

    def ink(code: str, ends: str = "") -> Ink | None:
        if new & {code, ends}:
            return Ink.OK
        return Ink.WARN if other & {code, ends} else None

    boxes = tuple(
        replace(box, stroke=ink(box.code) or box.stroke, bold=True) if ink(box.code) else box
        for box in drawing.boxes
    )
    arrows = tuple(
        replace(arrow, ink=ink(arrow.code, f"{arrow.tail}>{arrow.head}") or arrow.ink, width=2.2)
        if ink(arrow.code, f"{arrow.tail}>{arrow.head}")
        else arrow
        for arrow in drawing.arrows
    )
    legend = (
        LegendEntry(_("New"), Ink.OK, 2.2, ()),
        LegendEntry(_("Moved or changed"), Ink.WARN, 2.2, ()),
    )
    gone = [comparison.words.get(code, code) for code in found.removed]
    remarks = (_("Removed: {names}.").format(names=", ".join(gone)),) if gone else ()
    return replace(
        drawing,
        title=_("{name} compared with {other}").format(
            name=comparison.second.name, other=comparison.first.name
        ),
        boxes=boxes,
        arrows=arrows,
        legend=(*drawing.legend, *legend),
        remarks=(*drawing.remarks, *remarks),
    )
