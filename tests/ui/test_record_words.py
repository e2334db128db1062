"""Any record has a title, and its changes are told field by field."""

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.enums import ConsentState, NoteKind
from cxo_desktop.domain.findings import ProcessGate
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.record_words import differences, kind_of, title_of, value_words


def test_titles_are_the_words_of_a_record():
    assert title_of(Note(text="  typed twice ")) == "  typed twice "
    assert title_of(Note(code="N1")) == "Note N1"
    assert title_of(PersonName(full_name="Asha K.")) == "Asha K."
    assert title_of(Note(text="x" * 400)).endswith("x…")
    assert title_of(Interview(participants=("P1",))) == "P1"


def test_the_window_knows_names(sample):
    engagement = sample.workspace.open()
    person = engagement.add(Person(role="Driver"))
    engagement.add(PersonName(person=person.code, full_name="Asha K."))
    dossier = engagement.dossier()
    assert title_of(person, dossier) == "Asha K."
    held = Interview(participants=(person.code,))
    assert title_of(held, dossier).startswith("Asha K.")
    engagement.close()


def test_every_kind_of_record_has_a_title():
    for entity in ENTITIES:
        assert title_of(entity.cls(code="X1")), entity.table
        assert kind_of(entity.cls())


def test_values_in_words():
    words = [value_words(value) for value in (None, "", (), True, False, ("a", "b"), 3)]
    dash = "\N{EN DASH}"
    assert words == [dash, dash, dash, "yes", "no", "a, b", "3"]


def test_values_within_values_are_read_as_words():
    gate = ProcessGate(who="the clerk", integration="the register")
    assert value_words(gate) == "Who: the clerk, Integration: the register"
    assert value_words(ProcessGate()) == "\N{EN DASH}"
    assert value_words({"F01": {"manual": False}}) == "F01: Done by hand: no"
    assert value_words((NoteKind.PAIN_POINT, NoteKind.OPEN_QUESTION)) == "Pain, Ask later"
    assert value_words(ConsentState.GIVEN_LIMITED) == "given limited"


def test_only_what_differs_is_told():
    before, after = Note(text="a", verbatim=True), Note(text="b", verbatim=True)
    assert differences(before, after) == [("Text", "a", "b")]
    assert ("Text", "\N{EN DASH}", "b") in differences(None, after)
    assert differences(after, after) == []
