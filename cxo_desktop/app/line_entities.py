"""What a line makes beside its note: flows of data, a cost, an action; the line is evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.action_lines import parse_action
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import Certainty, CostKind, NodeKind
from cxo_desktop.domain.flow_lines import bare, parse_flow
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import LineForm, TypedLine
from cxo_desktop.domain.mentions import MentionKind, Vocabulary
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Number, Record
from cxo_desktop.domain.tools import CostItem

OURS, THEIRS = "Consultant", "NGO"
_EXTERNAL = "L0"


@dataclass(frozen=True, slots=True)
class Made:
    """Codes of what a line makes or draws on, and of what it made before and no longer does."""

    codes: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()


def settle(engagement: OpenEngagement, note: Note, line: TypedLine, known: Vocabulary) -> Made:
    """Make what a line says, change what it said otherwise before, take away what it no more says.

    To be called inside an operation.
    """
    makers: dict[LineForm, Callable[[], list[str]]] = {
        LineForm.FLOW: lambda: _flows(engagement, note, line.text, known),
        LineForm.COST: lambda: _cost(engagement, note, line.text, known),
        LineForm.ACTION: lambda: _action(engagement, note, line.text, known),
    }
    before = _made_by(engagement, note)
    codes = makers[line.form]() if line.form in makers else []
    gone = [record for record in before if record.code not in codes]
    for record in gone:
        engagement.remove(record)
    left = {record.code for record in gone} | _drawn_on(engagement, note).difference(codes)
    return Made(tuple(codes), frozenset(left))


def unsettle(engagement: OpenEngagement, note: Note) -> tuple[Record, ...]:
    """Take away all that a line made, and return it. To be called inside an operation."""
    made = _made_by(engagement, note)
    for record in made:
        engagement.remove(record)
    return made


def _made_by(engagement: OpenEngagement, note: Note) -> tuple[Record, ...]:
    """Return what a line made and nothing else needs now, flows before their nodes."""
    flows = engagement.find(DataFlow, noted_in=note.code)
    nodes = engagement.find(DataNode, noted_in=note.code)
    if nodes:
        own = {flow.id for flow in flows}
        others = [flow for flow in engagement.find(DataFlow) if flow.id not in own]
        needed = {end for flow in others for end in (flow.source, flow.target)}
        nodes = tuple(node for node in nodes if node.code not in needed)
    return (
        *flows,
        *nodes,
        *engagement.find(CostItem, noted_in=note.code),
        *engagement.find(Action, raised_from=note.code),
    )


def _drawn_on(engagement: OpenEngagement, note: Note) -> set[str]:
    """Return the flows that were there already when a line named them."""
    return {code for code in note.refs if engagement.find(DataFlow, code=code)}


def _flows(engagement: OpenEngagement, note: Note, text: str, known: Vocabulary) -> list[str]:
    words = parse_flow(text)
    if not words.hops:
        return []
    nodes = [_node(engagement, note, stop, known) for stop in words.stops]
    codes: list[str] = []
    for source, target in pairwise(nodes):
        there = engagement.find(DataFlow, source=source.code, target=target.code)
        if there and there[0].noted_in != note.code:
            codes.append(there[0].code)
            continue
        fresh = DataFlow(
            source=source.code,
            target=target.code,
            frequency=words.frequency,
            noted_in=note.code,
        )
        codes.append(_kept(engagement, there, fresh).code)
    own = [node.code for node in nodes if node.noted_in == note.code]
    return [*dict.fromkeys((*codes, *own))]


def _node(engagement: OpenEngagement, note: Note, stop: str, known: Vocabulary) -> DataNode:
    """Return the place a stop means: by its tool, else by its name; a new one when there is none.

    A person's place is called by the role, as names of people stand nowhere else.
    """
    mentioned = next(iter(known.mentions(stop)), None)
    tool, name = None, bare(stop)
    if mentioned is not None and mentioned.start == 0 and mentioned.code:
        if mentioned.kind is MentionKind.TOOL:
            tool = mentioned.code
        elif mentioned.kind is MentionKind.PERSON:
            person = engagement.get(Person, mentioned.code)
            name = person.role or person.code
    nodes = engagement.find(DataNode)
    said = name.casefold()
    for node in nodes:
        if node.name.casefold() == said or (tool and node.tool == tool):
            return node
    kind = NodeKind.EXTERNAL if mentioned and mentioned.kind is MentionKind.PERSON else None
    return engagement.add(DataNode(name=name, tool=tool, kind=kind, noted_in=note.code))


def _cost(engagement: OpenEngagement, note: Note, text: str, known: Vocabulary) -> list[str]:
    words = parse_cost(text)
    settings = engagement.settings()
    hours, rupees = words.hours_per_month(settings), words.rupees_per_month(settings)
    monthly = hours is not None or rupees is not None
    if hours is None and words.hours is not None:
        hours = words.hours * words.times
    if rupees is None and words.rupees is not None:
        rupees = words.rupees * words.times
    if hours is None and rupees is None:
        return []
    cost = CostItem(
        tool=next(iter(known.codes(text, MentionKind.TOOL)), None),
        kind=CostKind.STAFF_TIME if hours is not None else None,
        hours=_round(hours),
        amount_inr=_round(rupees),
        period="monthly" if monthly else None,
        certainty=Certainty.STATED,
        noted_in=note.code,
    )
    return [_kept(engagement, engagement.find(CostItem, noted_in=note.code), cost).code]


def cost_said(note: str, tool: str | None, rupees: Number) -> CostItem:
    """Return a cost of so many rupees a month that a note tells of a tool, or of none."""
    return CostItem(
        tool=tool,
        amount_inr=_round(rupees),
        period="monthly",
        certainty=Certainty.STATED,
        noted_in=note,
    )


def _action(engagement: OpenEngagement, note: Note, text: str, known: Vocabulary) -> list[str]:
    there = engagement.find(Action, raised_from=note.code)
    raised_on = (there[0].raised_on if there else None) or engagement.today()
    words = parse_action(text, known, raised_on)
    action = Action(
        title=words.title,
        side=_side(engagement, words.owner),
        owner=words.owner or None,
        raised_on=raised_on,
        due_on=words.due_on,
        done_on=_done_on(there),
        raised_from=note.code,
    )
    return [_kept(engagement, there, action).code]


def _done_on(there: tuple[Action, ...]) -> date | None:
    return there[0].done_on if there else None


def _side(engagement: OpenEngagement, owner: str) -> str | None:
    """Return the side of an owner, or None while nobody is named or the level is not known."""
    people = engagement.find(Person, code=owner) if owner else ()
    level = people[0].level if people else None
    return None if level in (None, "", _EXTERNAL) else THEIRS


def _kept(engagement: OpenEngagement, there: tuple[Record, ...], wanted: Record) -> Record:
    """Keep a record in place of the one the line made before, if it made one."""
    if not there:
        return engagement.add(wanted)
    changed = replace(wanted, id=there[0].id, code=there[0].code)
    engagement.put(changed)
    return changed


def _round(number: float | None) -> int | float | None:
    """Return a number with at most two places, whole where it is whole."""
    if number is None:
        return None
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded
