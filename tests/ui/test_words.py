"""Every value of the closed lists has a word, and dates and times are as people write them."""

from datetime import date, datetime

import pytest

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui import icons, words


def test_every_kind_has_a_word_and_an_icon():
    assert set(words.KIND_LOOK) == set(NoteKind)
    assert len({words.kind_word(kind) for kind in NoteKind}) == len(NoteKind)
    assert all(icons.has_icon(icon) for icon, _ink in words.KIND_LOOK.values())


@pytest.mark.parametrize("status", [*InterviewStatus, None])
def test_every_status_has_a_word(status):
    assert words.status_word(status)


@pytest.mark.parametrize("state", [*ConsentState, None])
def test_every_consent_is_told_by_word_and_icon(state):
    said, ink, icon = words.consent_look(state, ())
    assert said.startswith("Consent")
    assert ink in ("warn", "bad")
    assert icons.has_icon(icon)


def test_a_consent_says_what_it_allows():
    scopes = (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert words.consent_look(ConsentState.GIVEN, scopes)[0] == "Consent: notes, unnamed quotes"
    assert words.consent_look(ConsentState.GIVEN, scopes[:1])[1] == "ok"
    assert words.consent_look(ConsentState.WITHDRAWN, scopes)[1] == "bad"


def test_a_person_is_a_name_only_where_the_window_knows_it():
    people = (Person(code="P1", role="Supervisor"), Person(code="P2", role="Clerk"))
    names = (PersonName(person="P1", full_name="Asha K."),)
    dossier = Dossier(engagement=Engagement(), records={Person: people, PersonName: names})
    assert words.who(dossier, "P1") == "Asha K."
    assert words.role_of(dossier, "P1") == "Supervisor"
    assert words.who(dossier, "P2") == "Clerk"
    assert words.who(dossier, "P9") == "P9 · unfiled"


def test_dates_and_times():
    assert words.day(date(2026, 6, 3)) == "3 Jun 2026"
    assert words.short_day(date(2026, 6, 3)) == "3 Jun"
    assert words.day(None) == words.short_day(None) == words.clock(None) == ""
    instant = "2026-06-03T05:00:00+00:00"
    assert words.clock(instant) == f"{datetime.fromisoformat(instant).astimezone():%H:%M}"


def test_areas_and_languages_and_guides_fall_back_to_their_code():
    assert words.area_word("data_chain") == "Data chain"
    assert words.area_word("new_area") == "New area"
    assert words.language_word("hi") == "Hindi"
    assert words.language_word("gu") == "gu"
    assert words.guide_word("G-FIELD") == "Field"
    assert words.guide_word(None) == ""
