"""The words, icons and inks for what the domain's closed lists mean."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache

from PySide6.QtCore import QDate, QLocale

from cxo_desktop.app.unfiled import unfiled_word
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.i18n import _

KIND_LOOK: dict[NoteKind, tuple[str, str]] = {
    NoteKind.FACT: ("sticky-note", "text2"),
    NoteKind.PAIN_POINT: ("circle-alert", "pain"),
    NoteKind.NEED: ("target", "action"),
    NoteKind.ASK: ("hand-helping", "flow"),
    NoteKind.WORKAROUND: ("wrench", "cost"),
    NoteKind.OBSERVATION: ("eye", "tool"),
    NoteKind.IDEA: ("lightbulb", "person"),
    NoteKind.RISK: ("triangle-alert", "bad"),
    NoteKind.OPEN_QUESTION: ("circle-question-mark", "text2"),
    NoteKind.ASSUMPTION: ("message-circle-question-mark", "text2"),
    NoteKind.CONTRADICTION: ("split", "person"),
    NoteKind.DECISION: ("gavel", "action"),
}
"""Icon and ink of each kind, in the order of the number keys."""


def kind_word(kind: NoteKind | None) -> str:
    """Return what a kind of note is called."""
    return {
        NoteKind.FACT: _("Fact"),
        NoteKind.PAIN_POINT: _("Pain"),
        NoteKind.NEED: _("Need"),
        NoteKind.ASK: _("Ask"),
        NoteKind.WORKAROUND: _("Workaround"),
        NoteKind.OBSERVATION: _("Seen"),
        NoteKind.IDEA: _("Idea"),
        NoteKind.RISK: _("Risk"),
        NoteKind.OPEN_QUESTION: _("Ask later"),
        NoteKind.ASSUMPTION: _("Assumption"),
        NoteKind.CONTRADICTION: _("Contradiction"),
        NoteKind.DECISION: _("Decision"),
    }[kind or NoteKind.FACT]


def status_word(status: InterviewStatus | None) -> str:
    """Return where an interview stands."""
    return {
        InterviewStatus.PLANNED: _("planned"),
        InterviewStatus.OPEN: _("open"),
        InterviewStatus.DONE: _("held"),
        InterviewStatus.POSTPONED: _("postponed"),
        InterviewStatus.CANCELLED: _("cancelled"),
        None: _("planned"),
    }[status]


def language_word(code: str | None) -> str:
    """Return the name of a language, or its code when it is not one of ours."""
    return {"en": _("English"), "hi": _("Hindi"), "mr": _("Marathi")}.get(code or "", code or "")


def guide_word(code: str | None) -> str:
    """Return the name of an interview guide, or its code when it is not one of ours."""
    known = {
        "G-LEAD": _("Leadership"),
        "G-PROG": _("Programme and data"),
        "G-FIELD": _("Field"),
    }
    return known.get(code or "", code or "")


def consent_look(
    state: ConsentState | None, scopes: tuple[ConsentScope, ...]
) -> tuple[str, str, str]:
    """Return words, ink and icon for where a consent stands."""
    if state in (ConsentState.GIVEN, ConsentState.GIVEN_LIMITED) and ConsentScope.NOTES in scopes:
        if ConsentScope.QUOTE_NAMED in scopes:
            return _("Consent: notes and quotes"), "ok", "shield-check"
        if ConsentScope.QUOTE_ANONYMOUS in scopes:
            return _("Consent: notes, unnamed quotes"), "ok", "shield-check"
        return _("Consent: notes only"), "ok", "shield-check"
    words = {
        ConsentState.REFUSED: _("Consent refused"),
        ConsentState.WITHDRAWN: _("Consent withdrawn"),
        ConsentState.EXPIRED: _("Consent expired"),
        ConsentState.GIVEN: _("Consent without notes"),
        ConsentState.GIVEN_LIMITED: _("Consent without notes"),
    }
    ink = "bad" if state in (ConsentState.REFUSED, ConsentState.WITHDRAWN) else "warn"
    default = _("Consent not asked: notes stay here")
    return (words.get(state, default) if state else default), ink, "shield-alert"


def who(dossier: Dossier, code: str | None) -> str:
    """Return the name of a person if the window knows it, else the role."""
    named = next((n.full_name for n in dossier.all(PersonName) if n.person == code), "")
    return named or role_of(dossier, code)


def role_of(dossier: Dossier, code: str | None) -> str:
    """Return the role of a person, or the code when nothing is known or nobody is there."""
    person = dossier.by_code(Person).get(code or "")
    if person is None:
        return unfiled_word(code) if code else ""
    return person.role or person.code


@lru_cache(maxsize=1024)
def day(on: date | None) -> str:
    """Return a date as people write it, such as ``3 Jun 2026``; nothing for no date."""
    if on is None:
        return ""
    return _locale().toString(QDate(on.year, on.month, on.day), "d MMM yyyy")


@cache
def _locale() -> QLocale:
    return QLocale(QLocale.Language.English, QLocale.Country.India)


def short_day(on: date | None) -> str:
    """Return a date without its year."""
    return "" if on is None else day(on).rsplit(" ", 1)[0]


def clock(instant: str | None) -> str:
    """Return the local time of day of an ISO instant, such as ``10:26``."""
    return datetime.fromisoformat(instant).astimezone().strftime("%H:%M") if instant else ""


def moment(at: datetime) -> str:
    """Return an instant in local time, as people write it."""
    local = at.astimezone()
    return _("{day}, {time}").format(day=day(local.date()), time=f"{local:%H:%M:%S}")


def area_word(code: str) -> str:
    """Return what an area of need is called, or its code in plain letters."""
    known = {
        "data_chain": _("Data chain"),
        "visualisation": _("Dashboards"),
        "scheduling": _("Due lists"),
        "skills": _("Skills"),
        "privacy": _("Privacy"),
        "pilots": _("Pilots"),
        "process": _("Process"),
        "cost": _("Cost"),
        "field_use": _("Field use"),
    }
    return known.get(code, code.replace("_", " ").capitalize())
