"""From people and their standing to what the page of people shows."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from cxo_desktop.app.people import LevelLine, Standing, Visit
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.mentions import is_named, said_name
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement, Training
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.shown import ListRow

_GIVEN = (ConsentState.GIVEN, ConsentState.GIVEN_LIMITED)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as listed: cells in the order of `columns`; ``level`` and ``unit`` group them."""

    key: str
    cells: tuple[str, ...]
    sort: tuple[str, ...]
    level: str
    unit: str
    alone: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A level across the visits; ``gap`` says in words what is missing, or ""."""

    key: str
    name: str
    cells: tuple[str, ...]
    spoken: tuple[str, ...]
    sum: str
    gap: str


def columns() -> tuple[str, ...]:
    """Return the headings of the list of people."""
    return (_("Person"), _("Level"), _("Unit"), _("Heard"), _("Consent"), _("Single point"))


def person_row(standing: Standing, levels: dict[str, Level]) -> PersonRow:
    """Return one person as listed."""
    person = standing.person
    last = standing.last_heard
    consent = consent_word(standing.consent)
    alone = _("only one") if standing.alone else ""
    heard = words.short_day(last) if last else ""
    if not heard and standing.planned:
        heard = _("planned")
    name = standing.name or person.role or person.code
    unit = person.unit or ""
    cells = (name, person.level or "", unit, heard, consent, alone)
    return PersonRow(
        key=person.code,
        cells=cells,
        sort=(*cells[:3], last.isoformat() if last else "", *cells[4:]),
        level=level_word(levels, person.level),
        unit=unit,
        alone=bool(standing.alone),
    )


def level_word(levels: dict[str, Level], code: str | None) -> str:
    """Return what a level is called, after its code."""
    if not code:
        return _("Level not known")
    level = levels.get(code)
    return f"{code}  {level.name}" if level is not None and level.name else code


def fits(standing: Standing, typed: str) -> bool:
    """Tell whether every word that is typed begins a word of what is listed of a person."""
    person = standing.person
    said = " ".join(
        (
            standing.name,
            person.code,
            person.role,
            person.level or "",
            person.unit or "",
            consent_word(standing.consent),
            _("planned") if standing.planned else "",
            _("unheard") if not standing.held else _("heard"),
            _("only one") if standing.alone else "",
        )
    )
    there = said.casefold().split()
    return all(any(one.startswith(word) for one in there) for word in typed.casefold().split())


def consent_word(consent: Consent | None) -> str:
    """Return in a word or two where a consent stands."""
    if consent is None or consent.state is None or consent.state is ConsentState.NOT_ASKED:
        return _("not asked")
    if consent.state in _GIVEN:
        if ConsentScope.NOTES not in consent.scopes:
            return _("without notes")
        quotes = {ConsentScope.QUOTE_ANONYMOUS, ConsentScope.QUOTE_NAMED} & set(consent.scopes)
        return _("notes and quotes") if quotes else _("notes only")
    return {
        ConsentState.REFUSED: _("refused"),
        ConsentState.WITHDRAWN: _("withdrawn"),
        ConsentState.EXPIRED: _("expired"),
    }[consent.state]


def visit_word(visit: Visit) -> str:
    """Return the days of a visit, such as ``3 to 5 Jun``."""
    if visit.first is None:
        return _("no date yet")
    if visit.first == visit.last:
        return words.short_day(visit.first)
    first, last = words.short_day(visit.first), words.short_day(visit.last)
    if first.split()[1:] == last.split()[1:]:
        first = first.split()[0]
    return _("{first} to {last}").format(first=first, last=last)


def grid_rows(lines: Iterable[LevelLine]) -> list[GridRow]:
    """Return the levels across the visits: a full ring is a person heard, an open one planned."""
    return [
        GridRow(
            key=line.level,
            name=f"{line.level}  {line.name}",
            cells=tuple("●" * len(it.heard) + "○" * len(it.planned) for it in line.cells),
            spoken=tuple(_spoken(len(it.heard), len(it.planned)) for it in line.cells),
            sum=_sum(line),
            gap=_gap(line),
        )
        for line in lines
    ]


def _spoken(heard: int, planned: int) -> str:
    if not heard and not planned:
        return _("nobody")
    said = ngettext("{n} heard", "{n} heard", heard).format(n=heard)
    then = ngettext("{n} planned", "{n} planned", planned).format(n=planned)
    return f"{said}, {then}" if planned else said


def _sum(line: LevelLine) -> str:
    if not line.target:
        return _("{done}, no target").format(done=line.done)
    return _("{done} of {target}").format(done=line.done, target=line.target)


def _gap(line: LevelLine) -> str:
    if not line.to_go:
        return ""
    if line.target and 2 * line.done <= line.target:
        return _("GAP: {n} to go").format(n=line.to_go)
    return _("{n} to go").format(n=line.to_go)


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
