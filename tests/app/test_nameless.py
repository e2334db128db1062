"""No word that a map shows is a name, and what refers to a code still finds it."""

from cxo_desktop.app.leaving import leaving
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
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
