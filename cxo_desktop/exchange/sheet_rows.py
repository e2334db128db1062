"""Boxes and links that a file gave, as the rows of a process map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_sheets import Loss, MapSheet, ReadMap, ReadMaps
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.i18n import _

_LIKE = {
    "source_event": StepKind.START,
    "decision_point": StepKind.END,
    "paper": StepKind.DOCUMENT,
    "file": StepKind.DOCUMENT,
    "report": StepKind.DOCUMENT,
}


def to_rows(sheet: MapSheet, losses: Iterable[Loss] = ()) -> ReadMaps:
    """Return a sheet as one process map; kinds that a process does not have become tasks."""
    known = {box.code: box for box in reversed(sheet.boxes)}
    steps = tuple(
        Step(code=box.code, kind=_kind(box.kind), lane=box.lane or None, label=box.label)
        for box in sheet.boxes
        if known[box.code] is box
    )
    moves = tuple(
        Transition(source=link.source, target=link.target, condition=link.label or None)
        for link in sheet.links
    )
    found = ReadMap(ProcessMap(name=sheet.name, lanes=sheet.lanes), steps, moves)
    told = (*losses, *_twice(sheet), *_lost_kinds(sheet), *_loose(sheet, set(known)))
    return ReadMaps((found,), told)


def _kind(kind: str) -> StepKind:
    if kind in set(StepKind):
        return StepKind(kind)
    return _LIKE.get(kind, StepKind.TASK)


def _twice(sheet: MapSheet) -> Iterator[Loss]:
    for code, count in Counter(box.code for box in sheet.boxes).items():
        if count > 1:
            yield Loss(code, _("Its id is used more than once; only the first is taken."))


def _lost_kinds(sheet: MapSheet) -> Iterator[Loss]:
    for kind in sorted({box.kind for box in sheet.boxes} - set(StepKind)):
        yield Loss(
            kind, _("A process map has no such kind; it became “{kind}”.").format(kind=_kind(kind))
        )


def _loose(sheet: MapSheet, known: set[str]) -> Iterator[Loss]:
    for link in sheet.links:
        if not {link.source, link.target} <= known:
            yield Loss(link.code, _("It starts or ends at nothing; it is kept and not drawn."))
