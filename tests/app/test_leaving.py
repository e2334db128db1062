"""What leaves with a map holds no note that must stay and no name, and says what stayed."""

from cxo_desktop.app.leaving import leaving, names_words
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.enums import Sensitivity
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName


def test_codes_that_are_names_become_others_in_all_that_refers_to_them(empty):
    empty.add(Person(code="P1", role="Analyst"))
    empty.add(PersonName(person="P1", full_name="Meera"))
    empty.add(DataNode(code="Meera", name="Sheet of Meera"))
    empty.add(DataNode(code="D2", name="Report"))
    empty.add(DataFlow(code="F1", source="Meera", target="D2"))
    empty.add(Scenario(code="S", name="Without Meera", change={"F1": {"gate": "Meera"}}))
    empty.add(Note(refs=("Meera",)))
    safe = leaving(empty.dossier(), ["chain"]).without_names(["chain"])
    (flow,) = safe.dossier.all(DataFlow)
    assert safe.codes == {"Meera": "part-1"}
    assert (flow.source, flow.target) == ("part-1", "D2")
    assert safe.dossier.all(Note)[0].refs == ("part-1",)
    assert safe.dossier.all(Scenario)[0].change == {"F1": {"gate": "part-1"}}
    assert safe.changed == 2
    assert names_words(0) == ()


def test_a_place_that_something_else_needs_stays(empty):
    secret = empty.add(Note(text="x", sensitivity=Sensitivity.CONFIDENTIAL))
    places = [empty.add(DataNode(name=it, noted_in=secret.code)) for it in "ab"]
    empty.add(DataFlow(source=places[0].code, target=places[0].code))
    gate = leaving(empty.dossier(), ["chain"])
    assert [it.name for it in gate.kept.all(DataNode)] == ["a"]
    assert gate.kept.all(Note) == ()
    assert gate.stayed == ("1 part of the map stays here: only such a note speaks of it.",)
