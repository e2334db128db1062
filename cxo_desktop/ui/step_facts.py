"""The facts behind a step or arrow of a process map."""

from __future__ import annotations

from collections.abc import Sequence

from cxo_desktop.app.map_disputes import dispute_words
from cxo_desktop.app.map_fold import folded_lane
from cxo_desktop.app.map_notes import reference
from cxo_desktop.app.map_sheets import rows_of
from cxo_desktop.app.maps import MapCard
from cxo_desktop.app.unfiled import called
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _, grouped
from cxo_desktop.ui.chain_words import step_kind_word
from cxo_desktop.ui.map_facts import note_row
from cxo_desktop.ui.shown import Fact, Facts


def step_facts(dossier: Dossier, card: MapCard, code: str) -> Facts | None:
    """Return the facts of a step or arrow as the map shows it, or None if it is not there."""
    rows = rows_of(dossier, card)
    lane = folded_lane(code)
    if lane is not None:
        return _lane(dossier, lane, [step for step in rows.steps if (step.lane or "") == lane])
    for step in rows.steps:
        if step.code == code:
            return _step(dossier, card, step)
    for move in rows.transitions:
        if code in {move.code, f"{move.source}>{move.target}"}:
            labels = {step.code: step.label for step in rows.steps}
            return _move(dossier, card, move, labels)
    return None


def _lane(dossier: Dossier, lane: str, steps: Sequence[Step]) -> Facts:
    """Return what is known of a folded lane: sums, and of how many of its steps they are."""
    minutes = [step.touch_minutes for step in steps if step.touch_minutes is not None]
    waits = [step.wait_hours for step in steps if step.wait_hours is not None]
    known = _("{number} of {count} steps")
    fields = (
        (_("Steps"), str(len(steps))),
        (_("Work"), _number(sum(minutes) if minutes else None, _("{number} min"))),
        (_("known of"), known.format(number=len(minutes), count=len(steps)) if minutes else ""),
        (_("Waits"), _number(sum(waits) if waits else None, _("{number} h"))),
    )
    return _facts(dossier, lane or _("Nobody named"), "list-checks", fields, ())


def _step(dossier: Dossier, card: MapCard, step: Step) -> Facts:
    tools, places = dossier.by_code(Tool), dossier.by_code(DataNode)

    def data(codes: tuple[str, ...]) -> str:
        return ", ".join(called(places, code, lambda it: it.name) for code in codes)

    fields = (
        (_("Kind"), step_kind_word(step.kind)),
        (_("Done by"), step.lane or ""),
        (_("Tool"), called(tools, step.tool, lambda it: it.name)),
        (_("Work"), _number(step.touch_minutes, _("{number} min"))),
        (_("Waits before"), _number(step.wait_hours, _("{number} h"))),
        (_("Right first time"), _share(step.complete_accurate)),
        (_("How many"), _number(step.volume, _("{number} a month"))),
        (_("Reads"), data(step.reads)),
        (_("Writes"), data(step.writes)),
    )
    return _facts(dossier, step.label, "list-checks", fields, _notes(dossier, card, step.code))


def _move(dossier: Dossier, card: MapCard, move: Transition, labels: dict[str, str]) -> Facts:
    fields = (
        (_("From"), labels.get(move.source, move.source)),
        (_("To"), labels.get(move.target, move.target)),
        (_("When"), move.condition or ""),
        (_("Share"), _share(move.share)),
    )
    title = _("{source} to {target}").format(source=fields[0][1], target=fields[1][1])
    code = f"{move.source}>{move.target}"
    return _facts(dossier, title, "arrow-right-left", fields, _notes(dossier, card, code))


def _notes(dossier: Dossier, card: MapCard, code: str) -> tuple[Note, ...]:
    ref = reference(card, code)
    return tuple(note for note in dossier.all(Note) if ref in note.refs)


def _facts(
    dossier: Dossier, title: str, icon: str, fields: tuple[Fact, ...], notes: tuple[Note, ...]
) -> Facts:
    known = tuple(field for field in fields if field[1])
    unknown = tuple(name for name, value in fields if not value)
    rows = tuple(note_row(dossier, note) for note in notes)
    return Facts(title, icon, known, unknown, rows, dispute_words(dossier, notes))


def _number(value: float | None, form: str) -> str:
    return "" if value is None else form.format(number=grouped(value))


def _share(value: float | None) -> str:
    return "" if value is None else _("{share} %").format(share=round(100 * value))
