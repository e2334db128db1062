"""The people of an engagement: who was heard when, who is planned, and what only they know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.records import add_record, set_fields
from cxo_desktop.app.visits import Visit, counts, visits, was_held
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Cell:
    """Who of a level was heard on a visit, and who is planned; codes of people."""

    heard: tuple[str, ...]
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level across the visits: ``done`` people heard in all, of ``target`` (None: not said)."""

    level: str
    name: str
    cells: tuple[Cell, ...]
    done: int
    target: int | None

    @property
    def to_go(self) -> int:
        """Return how many more should be heard."""
        return max(0, (self.target or 0) - self.done)


@dataclass(frozen=True, slots=True)
class Standing:
    """A person: interviews held, the last of them, the newest consent, and what is only theirs.

    ``alone`` are pairs of process and skill for which nobody else stands in.
    """

    person: Person
    name: str
    held: tuple[Interview, ...]
    planned: tuple[Interview, ...]
    consent: Consent | None
    alone: tuple[tuple[str, str], ...]

    @property
    def last_heard(self) -> date | None:
        """Return when the person was heard last."""
        return max((it.on for it in self.held if it.on), default=None)


def grid(dossier: Dossier) -> tuple[LevelLine, ...]:
    """Return each level across the visits, in the order of the levels."""
    people = dossier.by_code(Person)
    columns = visits(dossier)
    lines = []
    for level in dossier.all(Level):
        own = {code for code, person in people.items() if person.level == level.code}
        cells = tuple(_cell(dossier, visit, own) for visit in columns)
        done = {code for cell in cells for code in cell.heard}
        lines.append(LevelLine(level.code, level.name, cells, len(done), level.target))
    known = {line.level for line in lines}
    loose = {code for code, person in people.items() if person.level and person.level not in known}
    if loose:
        cells = tuple(_cell(dossier, visit, loose) for visit in columns)
        done = {code for cell in cells for code in cell.heard}
        lines.append(LevelLine("", _("Unfiled"), cells, len(done), None))
    return tuple(lines)


def standings(dossier: Dossier) -> tuple[Standing, ...]:
    """Return everybody, in list order."""
    from cxo_desktop.analysis.bus_factor import bus_factor

    names = {it.person: it.full_name for it in dossier.all(PersonName)}
    alone: dict[str, list[tuple[str, str]]] = {}
    for process in bus_factor(dossier).processes:
        for skill, able in process.skills.items():
            if len(able) == 1:
                alone.setdefault(able[0], []).append((process.process, skill))
    interviews = [it for it in dossier.all(Interview) if counts(it)]
    newest = {it.person: it for it in dossier.all(Consent)}
    return tuple(
        Standing(
            person,
            names.get(person.code, ""),
            tuple(it for it in interviews if _with(it, person) and was_held(it)),
            tuple(it for it in interviews if _with(it, person) and not was_held(it)),
            newest.get(person.code),
            tuple(alone.get(person.code, ())),
        )
        for person in dossier.all(Person)
    )


def next_to_hear(dossier: Dossier, level: str) -> str:
    """Return the code of somebody of a level who was not heard yet, planned ones first, or ""."""
    own = [it for it in standings(dossier) if it.person.level == level and not it.held]
    return next((it.person.code for it in sorted(own, key=lambda it: not it.planned)), "")


def levels_of(dossier: Dossier) -> tuple[Level, ...]:
    """Return the levels of the organisation, in their order."""
    return dossier.all(Level)


def blocked(dossier: Dossier) -> frozenset[str]:
    """Return the codes of the notes that nobody allowed us to use."""
    from cxo_desktop.analysis.consent import blocked_notes

    return frozenset(blocked_notes(dossier))


def blocked_with(dossier: Dossier, person: str) -> tuple[str, ...]:
    """Return the codes of the notes that a withdrawal of a person's consent would block."""
    already = blocked(dossier)
    return tuple(
        note.code
        for note in dossier.all(Note)
        if note.person == person and note.code not in already
    )


def plan_interview(
    engagement: OpenEngagement, *, person: str, on: date | None, guide: str | None
) -> Interview:
    """Plan an interview with a person; it is begun from Capture. Raises NotFound."""
    engagement.get(Person, person)
    with engagement.operation("plan interview"):
        return engagement.add(
            Interview(
                on=on,
                guide=guide,
                participants=(person,),
                status=InterviewStatus.PLANNED,
                requested_on=engagement.today(),
            )
        )


def save_person(
    engagement: OpenEngagement, code: str | None, texts: Mapping[str, str], name: str
) -> str:
    """Keep the fields and the name of a person, known by code or new; return the code.

    Fields are texts as app.records takes them. One operation. Raises InputRefused.
    """
    if not texts.get("role", "").strip():
        raise InputRefused(
            _("The person was not kept."),
            _("There is no role."),
            _("Write the role: everywhere but in this window it stands for the name."),
        )
    with engagement.operation("change person" if code else "add person"):
        if code is None:
            code = str(add_record(engagement, "person", texts)["id"])
        else:
            set_fields(engagement, "person", code, texts)
        name_person(engagement, code, name)
    return code


def name_person(engagement: OpenEngagement, code: str, name: str) -> None:
    """Keep what a person is called, in the one table of names; "" takes the name away."""
    known = engagement.find(PersonName, person=code)
    if known and known[0].full_name == name.strip():
        return
    if known and name.strip():
        engagement.put(replace(known[0], full_name=name.strip()))
    elif known:
        engagement.remove(known[0])
    elif name.strip():
        engagement.add(PersonName(person=code, full_name=name.strip()))


def _cell(dossier: Dossier, visit: Visit, own: set[str]) -> Cell:
    heard: dict[str, None] = {}
    planned: dict[str, None] = {}
    for interview in dossier.all(Interview):
        if counts(interview) and visit.has(interview.on):
            into = heard if was_held(interview) else planned
            into |= dict.fromkeys(code for code in interview.participants if code in own)
    return Cell(tuple(heard), tuple(planned))


def _with(interview: Interview, person: Person) -> bool:
    return person.code in interview.participants
