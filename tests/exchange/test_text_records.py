from __future__ import annotations

from itertools import count

import pytest

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import to_plain
from cxo_desktop.exchange.engagement_json import to_text, write_dossier
from cxo_desktop.exchange.note_texts import read_text
from cxo_desktop.exchange.text_records import Cast, TextRecords, records_of

TALK = """\
# Talk with Sunita Devi and the supervisor

Interviewer: Sunita ji, how do you send it?
Sunita Devi: We take a photo.
Supervisor: I type it again, Sunita Devi helps.
Sunita Devi: Yes.

Interviewer: Anything else?
"""


@pytest.fixture
def cast():
    return Cast.of(Dossier(engagement=Engagement(code="E")), numbered())


def numbered():
    numbers = count(1)
    return lambda cls: f"{BY_CLASS[cls].prefix}{next(numbers)}"


def drawn(cast, text=TALK, name="Sunita-Devi.md", consent=ConsentState.NOT_ASKED) -> TextRecords:
    return records_of(read_text(name, text), cast, consent)


def test_speakers_become_people_by_code(cast):
    found = drawn(cast)
    roles = {person.code: person.role for person in found.people}
    assert list(roles.values()) == ["not known yet", "Supervisor"]
    (name,) = found.names
    assert (name.full_name, roles[name.person]) == ("Sunita Devi", "not known yet")
    assert found.interview.participants == tuple(roles)
    assert found.interview.status is InterviewStatus.DONE
    said_by = [roles.get(note.person) for note in found.notes]
    assert said_by == ["not known yet", "Supervisor", "not known yet", None]


def test_a_name_stands_in_the_sealed_table_and_in_the_words_themselves_only(cast):
    found = drawn(cast)
    code = found.names[0].person
    assert found.interview.source_file == f"{code}.md"
    assert found.notes[0].guide_question == (
        f"Talk with {code} and the supervisor \u203a {code} ji, how do you send it?"
    )
    outside = [found.interview, *found.people, *found.consents, *found.notes]
    for record in outside:
        plain = to_plain(record)
        plain.pop("text", None)
        assert "Sunita" not in str(plain)


@pytest.mark.parametrize("written", ["Dr. Rao", "DR.RAO", "dr_rao", "rao"])
def test_a_name_is_hidden_however_it_is_joined(cast, written):
    text = f"# About {written}\n\nDr. Rao: We walk there.\nDr. Rao: We come back.\n"
    found = drawn(cast, text, "a.md")
    assert found.notes[0].guide_question == f"About {found.names[0].person}"


def test_devanagari_names_are_hidden_as_whole_words(cast):
    text = "# सुनीता और सुनीताबाद\n\nसुनीता: हम लिखते हैं।\nसुनीता: फिर टाइप करते हैं।\n"
    found = drawn(cast, text, "a.md")
    code = found.names[0].person
    assert found.notes[0].guide_question == f"{code} और सुनीताबाद"


def test_a_question_nobody_answered_is_an_open_question(cast):
    last = drawn(cast).notes[-1]
    assert (last.kind, last.person, last.own_reading) == (NoteKind.OPEN_QUESTION, None, True)
    assert last.text == "Anything else?"


def test_notes_without_a_speaker_are_of_the_only_one_heard(cast):
    found = drawn(cast, "We write it twice.\n\nNobody reads it.\n", "a.txt")
    (person,) = found.people
    assert {note.person for note in found.notes} == {person.code}
    assert found.consents[0].person == person.code
    group = drawn(cast, "Date: 2026-06-03\nPresent: Ravi, Kamla\n\nWe write it.\n", "b.txt")
    assert len(group.people) == 2
    assert [note.person for note in group.notes] == [None]


def test_a_role_behind_the_name_is_the_role(cast):
    text = "Kamla (Field worker): We walk.\nKamla (Field worker): We write.\n"
    found = drawn(cast, text, "a.txt")
    assert [person.role for person in found.people] == ["Field worker"]
    assert [name.full_name for name in found.names] == ["Kamla"]


def test_a_role_in_the_head_is_of_the_one_it_means(cast):
    def roles(head: str, talk: str) -> list[str]:
        text = f"Date: 2026-06-03\nRole: Accountant\n{head}\n{talk}"
        return [person.role for person in drawn(cast, text, "a.md").people]

    assert roles("", "We type it.\n") == ["Accountant"]
    assert roles("Participant: Ravi\n", "We type it.\n") == ["Accountant"]
    assert roles("", "Q: How?\nA: So\n") == ["Accountant"]
    assert roles("", "Q: How?\nMina: So\nTara: No.\nQ: And?\nTara: Yes.\n") == [
        "not known yet",
        "not known yet",
    ]


def test_the_same_name_is_the_same_person(cast):
    first, second = drawn(cast), drawn(cast, name="later.md")
    assert second.names == ()
    assert second.notes[0].person == first.notes[0].person
    assert len(second.people) == 1


def test_people_known_already_are_found_by_name_alias_and_code():
    dossier = Dossier(
        engagement=Engagement(code="E"),
        records={
            Person: (Person(code="P01"), Person(code="P02")),
            PersonName: (
                PersonName(person="P01", full_name="Sunita Devi", aliases=("Sunita tai",)),
            ),
        },
    )
    text = "Interviewer: And?\nSunita Tai: We walk.\nInterviewer: And?\nP02: We write.\n"
    found = records_of(read_text("a.txt", text), Cast.of(dossier, numbered()), ConsentState.GIVEN)
    assert found.people == ()
    assert [note.person for note in found.notes] == ["P01", "P02"]


@pytest.mark.parametrize("state", [ConsentState.GIVEN, ConsentState.GIVEN_LIMITED])
def test_a_consent_allows_the_notes_and_no_more(cast, state):
    found = drawn(cast, consent=state)
    assert {consent.person for consent in found.consents} == set(found.interview.participants)
    for consent in found.consents:
        assert [scope for scope in ConsentScope if consent.allows(scope)] == [ConsentScope.NOTES]


def test_who_was_not_asked_has_allowed_nothing(cast):
    assert not any(consent.allows(ConsentScope.NOTES) for consent in drawn(cast).consents)


def test_source_lines_and_languages_are_kept(cast):
    notes = drawn(cast).notes
    assert [note.source_line for note in notes] == [4, 5, 6, 8]
    assert notes[1].text == "I type it again, Sunita Devi helps."


def test_a_text_is_known_again_after_a_few_corrections(cast):
    found = drawn(cast)
    corrected = (Note(interview=found.interview.code, text="corrected"), *found.notes[1:])
    dossier = Dossier(
        engagement=Engagement(code="E"),
        records={Interview: (found.interview,), Note: corrected},
    )
    assert found.is_in(dossier)
    assert not found.is_in(dossier.with_records(Note, corrected[:2]))
    assert not found.is_in(dossier.with_records(Interview, [Interview(code="I9")]))


def test_the_exchange_format_carries_no_name_of_the_head(cast):
    found = drawn(cast, "Date: 2026-06-03\nPresent: Ravi Rao, Kamla\n\nWe write it.\n", "b.txt")
    records: dict = {}
    for record in found.all():
        records.setdefault(type(record), []).append(record)
    text = to_text(write_dossier(Dossier(engagement=Engagement(code="E"), records=records)))
    assert "Ravi" not in text
    assert "We write it." in text
