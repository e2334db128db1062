"""From people and their standing to the list of people."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.app.people import Standing
from cxo_desktop.app.unfiled import unfiled_word
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.interviews import Consent
from cxo_desktop.i18n import _
from cxo_desktop.ui import words

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
    if level is None:
        return unfiled_word(code)
    return f"{code}  {level.name}" if level.name else code


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
