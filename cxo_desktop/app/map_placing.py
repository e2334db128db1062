"""What a note becomes on a map: evidence, an arrow, a time, or a cost; the note stays behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.line_entities import cost_said
from cxo_desktop.app.map_edit import connect, editable
from cxo_desktop.app.map_find import box_of, find_arrow, find_box
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card
from cxo_desktop.app.placings import FIELDS, Becomes, Placing
from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.flow_lines import FREQUENCY_WORDS
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.tools import CostItem
from cxo_desktop.i18n import _

_WAITS = re.compile(
    r"\bwait|\blater\b|\bdelay|\bpending\b|\bdays?\b|\bbefore anybody\b", re.IGNORECASE
)
_MONEY = re.compile(r"₹|\brs\b", re.IGNORECASE)
_AN_HOUR = 60


_NAMES: Mapping[Becomes, str] = {
    Becomes.EVIDENCE: "place evidence",
    Becomes.FLOW: "place flow",
    Becomes.COST: "place cost",
}


def becoming(card: MapCard) -> tuple[Becomes, ...]:
    """Return what notes can become on a map; a scenario only takes evidence."""
    if card.kind is MapKind.SCENARIO:
        return (Becomes.EVIDENCE,)
    if card.base == CHAIN:
        numbers = (Becomes.HANDLING, Becomes.MONTHLY)
    else:
        numbers = (Becomes.WORK, Becomes.WAIT)
    return (Becomes.EVIDENCE, Becomes.FLOW, *numbers, Becomes.COST)


def suggested(dossier: Dossier, card: MapCard, note: Note, target: str) -> Placing:
    """Return what a note that speaks of a box or arrow seems to tell of it.

    A number that is known already is not suggested again: the note is evidence beside it.
    """
    evidence = Placing(Becomes.EVIDENCE, target)
    if card.kind is MapKind.SCENARIO:
        return evidence
    words = parse_cost(note.text)
    if _MONEY.search(note.text):
        rupees = words.rupees_per_month(dossier.engagement.settings)
        return replace(evidence, becomes=Becomes.COST, amount=rupees) if rupees else evidence
    found = _time(dossier, card, note, target)
    return found or evidence


def _time(dossier: Dossier, card: MapCard, note: Note, target: str) -> Placing | None:
    from cxo_desktop.analysis.told_numbers import told_times

    told = told_times([note])
    row = _row(dossier, card, target)
    if not told or row is None:
        return None
    minutes = told[0].minutes
    monthly = parse_cost(note.text).hours_per_month(dossier.engagement.settings)
    if isinstance(row, DataFlow):
        if monthly is not None:
            found = Placing(Becomes.MONTHLY, target, amount=round(monthly, 2))
        else:
            found = Placing(Becomes.HANDLING, target, amount=round(minutes / _AN_HOUR, 2))
    elif not isinstance(row, Step):
        return None
    elif told[0].kind == "wait" or ">" in target:
        found = Placing(Becomes.WAIT, target, amount=round(minutes / _AN_HOUR, 2))
    else:
        found = Placing(Becomes.WORK, target, amount=minutes)
    return found if getattr(row, FIELDS[found.becomes][1]) is None else None


def _row(dossier: Dossier, card: MapCard, target: str) -> Record | None:
    """Return what a time belongs to: a step or flow; on an arrow of a process what it leads to."""
    arrow = find_arrow(dossier, card, target)
    if isinstance(arrow, Transition):
        return box_of(dossier, card, arrow.target)
    return arrow or box_of(dossier, card, target)


def named_part(dossier: Dossier, card: MapCard, words: str) -> tuple[str, str]:
    """Return the box or arrow of these words, or of "one > other" the two boxes.

    Raises NotFound or InputRefused as find_box does.
    """
    from cxo_desktop.app.map_check import words_of

    asked = bare(words).strip().casefold()
    for code, called in reversed(words_of(dossier, card).items()):
        if asked in {code.casefold(), bare(called).casefold()}:
            arrow = find_arrow(dossier, card, code)
            return arrow.code if isinstance(arrow, DataFlow) else code, ""
    first, between, second = words.partition(">")
    if not between:
        return find_box(dossier, card, words), ""
    return find_box(dossier, card, first), find_box(dossier, card, second)


def bare(words: str) -> str:
    """Return the words of a box or arrow without the quotes around each."""
    return words.replace("“", "").replace("”", "")


def operation_name(becomes: Becomes) -> str:
    """Return what placing a note is called in the log."""
    return _NAMES.get(becomes, "place time")


def place(engagement: OpenEngagement, code: str, note: str, placing: Placing) -> None:
    """Let a note become what was said, as one operation; it stays behind it as evidence.

    Raises NotFound, and InputRefused for a number that is missing or has no place there.
    """
    with engagement.operation(operation_name(placing.becomes)):
        makers: Mapping[Becomes, Callable[[], str]] = {
            Becomes.EVIDENCE: lambda: placing.target,
            Becomes.FLOW: lambda: _flow(engagement, code, note, placing),
            Becomes.COST: lambda: _cost(engagement, code, note, placing),
        }
        make = makers.get(placing.becomes, lambda: _number(engagement, code, placing))
        part = make()
        card = map_card(engagement.dossier(), code)
        row = engagement.get(Note, note)
        ref = part if card.base == CHAIN else f"{card.base}/{part}"
        if ref not in row.refs:
            engagement.put(replace(row, refs=(*row.refs, ref)))


def _number(engagement: OpenEngagement, code: str, placing: Placing) -> str:
    dossier = engagement.dossier()
    row = _row(dossier, editable(dossier, code), placing.target)
    cls, field = FIELDS[placing.becomes]
    if placing.amount is None or placing.amount < 0:
        raise _refused(_("It has no number."), _("Type how many."))
    if row is None or not isinstance(row, cls):
        raise _refused(
            _("Such a time belongs to a step, or on the data chain to a flow."),
            _("Choose another place for it."),
        )
    change: dict[str, Any] = {field: placing.amount}
    engagement.put(replace(row, **change))
    return placing.target


def _flow(engagement: OpenEngagement, code: str, note: str, placing: Placing) -> str:
    dossier = engagement.dossier()
    card = editable(dossier, code)
    if not placing.head:
        raise _refused(_("An arrow needs two boxes."), _("Type “one > other”."))
    connect(engagement, code, placing.target, placing.head)
    if card.base != CHAIN:
        return f"{placing.target}>{placing.head}"
    known = {flow.id for flow in dossier.all(DataFlow)}
    flow = next(it for it in engagement.find(DataFlow) if it.id not in known)
    said = engagement.get(Note, note).text.casefold()
    often = next((it for word, it in FREQUENCY_WORDS.items() if word in said), None)
    engagement.put(replace(flow, frequency=often, noted_in=note))
    return flow.code


def _cost(engagement: OpenEngagement, code: str, note: str, placing: Placing) -> str:
    dossier = engagement.dossier()
    card = editable(dossier, code)
    row = find_arrow(dossier, card, placing.target) or box_of(dossier, card, placing.target)
    if placing.amount is None:
        raise _refused(_("It has no amount."), _("Type how many rupees a month."))
    tool = row.tool if isinstance(row, (Step, DataNode)) else None
    tool = row.attributed_tool if isinstance(row, DataFlow) else tool
    there = engagement.find(CostItem, noted_in=note)
    cost = cost_said(note, tool, placing.amount)
    if there:
        engagement.put(replace(cost, id=there[0].id, code=there[0].code))
    else:
        engagement.add(cost)
    return placing.target


def _refused(why: str, remedy: str) -> InputRefused:
    return InputRefused(_("The note was not placed."), why, remedy)
