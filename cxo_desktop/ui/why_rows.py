"""From the codes that an indicator rests on to rows that lead to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.finder import ICONS
from cxo_desktop.ui.record_words import title_of
from cxo_desktop.ui.shown import ListRow

TABLES: Mapping[str, str] = {
    "interviews": "interview",
    "people": "person",
    "notes": "note",
    "flows": "data_flow",
    "nodes": "data_node",
    "tools": "tool",
    "cost_items": "cost_item",
    "dispatches": "dispatch",
    "check_ins": "check_in",
    "actions": "action",
    "skills": "skill",
}
"""What an indicator calls its inputs, and the table they lie in."""


def input_rows(dossier: Dossier, inputs: Mapping[str, Json]) -> list[ListRow]:
    """Return a row for each record an indicator rests on, in its order."""
    found: list[ListRow] = []
    for kind, codes in inputs.items():
        table = TABLES.get(kind)
        if table is None or not isinstance(codes, list):
            continue
        records = dossier.by_code(BY_TABLE[table].cls)
        rows = (_row(dossier, table, records.get(str(code))) for code in codes)
        found.extend(row for row in rows if row is not None)
    return found


def skill_rows(dossier: Dossier, process: str, skill: str) -> list[ListRow]:
    """Return who has a skill, and what needs it: what a single point rests on."""
    needs = [
        ListRow(
            key=f"skill_requirement:{it.id}",
            title=it.process_name or it.process,
            below=_("needs {skill}").format(skill=it.skill),
            icon="target",
        )
        for it in dossier.all(SkillRequirement)
        if (it.process, it.skill) == (process, skill)
    ]
    able = [
        ListRow(
            key=f"person:{it.person}",
            title=words.who(dossier, it.person),
            below=it.evidence or "",
            icon="user-round",
            ink="person",
            aside=_("{level} of 3").format(level=it.level) if it.level is not None else "",
        )
        for it in dossier.all(PersonSkill)
        if it.skill == skill
    ]
    return needs + able


def told(why: Mapping[str, Json]) -> str:
    """Return in words what is missing in an indicator's inputs, and its remarks."""
    return " ".join((*_texts(why["incomplete"]), *_texts(why["remarks"])))


def _texts(value: Json) -> Iterable[str]:
    return map(str, value) if isinstance(value, list) else ()


def _row(dossier: Dossier, table: str, record: Record | None) -> ListRow | None:
    if record is None:
        return None
    return ListRow(
        key=f"{table}:{record.code}",
        title=title_of(record, dossier),
        below=" · ".join(part for part in (thing_word(table), record.code) if part),
        icon=ICONS.get(table, "file"),
    )


def counted(rows: Sequence[ListRow]) -> str:
    """Return how many records those are."""
    return _("Rests on {n}").format(n=len(rows))
