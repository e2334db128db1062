"""What is known of one person, as rows that each lead to where it was noted."""

from __future__ import annotations

from collections.abc import Container

from cxo_desktop.app.people import Standing
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import ConsentScope
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.mentions import is_named, said_name
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement, Training
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.people_rows import consent_word
from cxo_desktop.ui.shown import ListRow


def said_rows(dossier: Dossier, person: str, blocked: Container[str] = ()) -> list[ListRow]:
    """Return what a person said, newest first."""
    rows = []
    for note in reversed([it for it in dossier.all(Note) if it.person == person]):
        icon, ink = words.KIND_LOOK[note.kind] if note.kind else ("sticky-note", "text2")
        rows.append(
            ListRow(
                key=f"note:{note.code}",
                title=f"“{note.text}”" if note.verbatim else note.text,
                below=words.kind_word(note.kind),
                icon=icon,
                ink=ink,
                aside=_("stays here") if note.code in blocked else "",
                aside_ink="warn",
            )
        )
    return rows


def skill_rows(dossier: Dossier, person: str) -> list[ListRow]:
    """Return the skills of a person and what is learnt or planned."""
    known = [
        ListRow(
            key=f"person_skill:{it.id}",
            title=it.skill,
            below=it.evidence or "",
            icon="target",
            aside=_("{level} of 3").format(level=it.level) if it.level is not None else "",
        )
        for it in dossier.all(PersonSkill)
        if it.person == person
    ]
    learnt = [
        ListRow(
            key=f"training:{it.id}",
            title=it.skill,
            below=" · ".join(filter(None, (_("Training"), words.day(it.on)))),
            icon="book-open",
            aside=_("{hours} h").format(hours=f"{it.hours:g}") if it.hours is not None else "",
        )
        for it in dossier.all(Training)
        if it.person == person
    ]
    return known + learnt


def tool_rows(dossier: Dossier, person: str) -> list[ListRow]:
    """Return the tools a person owns or speaks of."""
    said = [it for it in dossier.all(Note) if it.person == person]
    rows = []
    for tool in dossier.all(Tool):
        notes = [it for it in said if tool.code in it.refs or is_named(it.text, tool.name)]
        owns = tool.owner == person
        if notes or owns:
            count = ngettext("in {n} note", "in {n} notes", len(notes)).format(n=len(notes))
            rows.append(
                ListRow(
                    key=f"tool:{tool.code}",
                    title=said_name(tool.name),
                    below=_("owns it") if owns else "",
                    icon="wrench",
                    ink="tool",
                    aside=count,
                )
            )
    return rows


def talk_rows(dossier: Dossier, standing: Standing) -> list[ListRow]:
    """Return the interviews with a person, newest first, each with what was allowed."""
    given = {it.interview: it for it in dossier.all(Consent) if it.person == standing.person.code}
    talks = sorted((*standing.planned, *standing.held), key=lambda it: str(it.on), reverse=True)
    return [_talk_row(it, given.get(it.code)) for it in talks]


def alone_rows(dossier: Dossier, standing: Standing) -> list[ListRow]:
    """Return for which process and skill nobody else stands in."""
    names = {it.process: it.process_name or it.process for it in dossier.all(SkillRequirement)}
    return [
        ListRow(
            key=f"skill_requirement:{process} {skill}",
            title=skill,
            below=names.get(process, process),
            icon="triangle-alert",
            ink="warn",
            aside=_("One person"),
            aside_ink="warn",
        )
        for process, skill in standing.alone
    ]


def _talk_row(interview: Interview, consent: Consent | None) -> ListRow:
    state = consent_word(consent)
    ink = "ok" if consent is not None and consent.allows(ConsentScope.NOTES) else "warn"
    parts = (words.status_word(interview.status), words.guide_word(interview.guide))
    return ListRow(
        key=f"interview:{interview.code}",
        title=words.day(interview.on) or _("No date yet"),
        below=" · ".join(part for part in parts if part),
        icon="message-circle",
        aside=state,
        aside_ink=ink,
    )
