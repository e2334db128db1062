"""What the window tells beside a map: its outline, and the facts behind each node and flow."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from cxo_desktop.app.map_disputes import dispute_words
from cxo_desktop.app.map_notes import Suggestion
from cxo_desktop.app.placings import Becomes
from cxo_desktop.app.unfiled import called
from cxo_desktop.domain.datachain import DataFlow, DataNode, Discrepancy
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Box, Drawing, Weight
from cxo_desktop.domain.engagement import Level, RoleBand
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.mentions import is_named
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _, grouped, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.chain_words import (
    frequency_word,
    method_word,
    node_kind_word,
    pii_words,
    state_word,
)
from cxo_desktop.ui.placing_words import becomes_word, unit_word
from cxo_desktop.ui.shown import Fact, Facts, ListRow

_MOST_NOTES = 40
_TRAY = 84


def outline_rows(drawing: Drawing) -> list[ListRow]:
    """Return what a map shows as a list: its nodes from the top, then its flows."""
    titles = {box.code: _title(box) for box in drawing.boxes}
    in_order = sorted(drawing.boxes, key=lambda box: (round(box.y), box.x))
    nodes = [
        ListRow(box.code, titles[box.code], icon=box.icon.name if box.icon else "circle")
        for box in in_order
    ]
    flows = [
        ListRow(
            arrow.code,
            _("{source} to {target}").format(
                source=titles.get(arrow.tail, arrow.tail), target=titles.get(arrow.head, arrow.head)
            ),
            below=" ".join(line.text for line in arrow.label),
            icon="arrow-right-left",
            strong=arrow.bold,
        )
        for arrow in drawing.arrows
    ]
    return nodes + flows


def _title(box: Box) -> str:
    """Return the words of a box: its lines in the weight of names."""
    return " ".join(line.text for line in box.lines if line.weight is Weight.SEMIBOLD)


def size_words(drawing: Drawing) -> str:
    """Return how large a map is, in words."""
    nodes = ngettext("{count} node", "{count} nodes", len(drawing.boxes))
    flows = ngettext("{count} flow", "{count} flows", len(drawing.arrows))
    return _("{nodes}, {flows}").format(
        nodes=nodes.format(count=len(drawing.boxes)), flows=flows.format(count=len(drawing.arrows))
    )


def facts_of(dossier: Dossier, code: str, flows: Iterable[DataFlow] | None = None) -> Facts | None:
    """Return the facts of a node or flow, or None when the engagement has no such code."""
    known = {flow.code: flow for flow in (dossier.all(DataFlow) if flows is None else flows)}
    node = dossier.by_code(DataNode).get(code)
    if node is not None:
        return _node_facts(dossier, node, tuple(known.values()))
    flow = known.get(code)
    return _flow_facts(dossier, flow) if flow is not None else None


def _node_facts(dossier: Dossier, node: DataNode, flows: tuple[DataFlow, ...]) -> Facts:
    tools, levels = dossier.by_code(Tool), dossier.by_code(Level)
    arriving = sum(flow.target == node.code for flow in flows)
    leaving = sum(flow.source == node.code for flow in flows)
    fields = (
        (_("Kind"), node_kind_word(node.kind)),
        (_("Tool"), called(tools, node.tool, lambda it: it.name)),
        (_("Kept by"), called(levels, node.owner_level, lambda it: it.name)),
        (_("Personal data"), pii_words(node.pii_classes)),
        (_("Arrives"), ngettext("{count} flow", "{count} flows", arriving).format(count=arriving)),
        (_("Leaves"), ngettext("{count} flow", "{count} flows", leaving).format(count=leaving)),
    )
    near = {flow.code for flow in flows if node.code in (flow.source, flow.target)}
    notes = _notes(dossier, {node.code, *near}, tools.get(node.tool or ""))
    return _facts(node.name, "database", fields, notes, _told(dossier, node.code))


def _flow_facts(dossier: Dossier, flow: DataFlow) -> Facts:
    nodes = dossier.by_code(DataNode)
    bands = dossier.by_code(RoleBand)
    hours, worst = flow.handling_typical_hours, flow.handling_worst_hours
    fields = (
        (_("From"), called(nodes, flow.source, lambda it: it.name)),
        (_("To"), called(nodes, flow.target, lambda it: it.name)),
        (_("How"), method_word(flow.method)),
        (_("How often"), frequency_word(flow.frequency)),
        (_("State"), state_word(flow.state)),
        (_("Done by"), called(bands, flow.role_band, lambda it: it.name)),
        (_("Handling"), _hours(hours)),
        (_("At worst"), _hours(worst)),
        (_("Staff time"), _a_month(flow.staff_hours_per_month, _("{number} h a month"))),
        (_("Records"), _a_month(flow.records_per_month, _("{number} a month"))),
        (_("Personal data"), {True: _("yes"), False: _("no"), None: ""}[flow.pii]),
    )
    tool = dossier.by_code(Tool).get(flow.attributed_tool or "")
    title = _("{source} to {target}").format(source=fields[0][1], target=fields[1][1])
    return _facts(
        title,
        "arrow-right-left",
        fields,
        _notes(dossier, {flow.code}, tool),
        " ".join(filter(None, (_disputes(dossier, flow), _told(dossier, flow.code)))),
    )


def _facts(
    title: str, icon: str, fields: tuple[Fact, ...], notes: tuple[ListRow, ...], remark: str
) -> Facts:
    return Facts(
        title=title,
        icon=icon,
        facts=tuple((name, value) for name, value in fields if value),
        unknown=tuple(name for name, value in fields if not value),
        notes=notes,
        remark=remark,
    )


def _notes(dossier: Dossier, codes: set[str], tool: Tool | None) -> tuple[ListRow, ...]:
    """Return the notes that point at one of the codes, then those that name the tool."""
    pointing = [note for note in dossier.all(Note) if codes.intersection(note.refs)]
    naming = [
        note
        for note in dossier.all(Note)
        if tool is not None and note not in pointing and is_named(note.text, tool.name)
    ]
    return tuple(note_row(dossier, note) for note in (*pointing, *naming)[:_MOST_NOTES])


def note_row(dossier: Dossier, note: Note) -> ListRow:
    """Return a note as a row: its words, who said it, and its code."""
    icon, ink = words.KIND_LOOK[note.kind] if note.kind else ("sticky-note", "text2")
    text = f"“{note.text}”" if note.verbatim else note.text
    below = " · ".join((words.role_of(dossier, note.person), note.code))
    return ListRow(note.code, text, below=below, icon=icon, ink=ink)


def tray_row(suggestion: Suggestion) -> ListRow:
    """Return a note without a place as a row, with where it seems to belong."""
    note = suggestion.note
    icon, ink = words.KIND_LOOK[note.kind] if note.kind else ("sticky-note", "text2")
    short = textwrap.shorten(note.text, _TRAY, placeholder="…")
    text = f"“{short}”" if note.verbatim else short
    placing, below = suggestion.placing, f"→ {suggestion.words}"
    if placing.becomes is not Becomes.EVIDENCE:
        number = (
            "" if placing.amount is None else f"{placing.amount:g} {unit_word(placing.becomes)}"
        )
        below = " · ".join(filter(None, (becomes_word(placing.becomes), number, below)))
    return ListRow(note.code, text, below, icon, ink)


def _told(dossier: Dossier, code: str) -> str:
    """Return that people disagree on a node or flow that their notes point at, or ""."""
    return dispute_words(dossier, [note for note in dossier.all(Note) if code in note.refs])


def _disputes(dossier: Dossier, flow: DataFlow) -> str:
    logged = sum(one.flow == flow.code for one in dossier.all(Discrepancy))
    stated = flow.discrepancies_last_quarter
    if not stated and not logged:
        return ""
    return _("Numbers disputed last quarter: {stated}. In the log: {logged}.").format(
        stated=_("unknown") if stated is None else stated, logged=logged
    )


def _hours(value: float | None) -> str:
    return "" if value is None else _("{number} h").format(number=f"{value:g}")


def _a_month(value: float | None, form: str) -> str:
    return "" if value is None else form.format(number=grouped(value))
