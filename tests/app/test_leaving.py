"""What leaves with a map holds no note that must stay and no name, and says what stayed."""

from cxo_desktop.app.leaving import leaving, names_words
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import Sensitivity
from cxo_desktop.domain.interviews import Note


def test_a_place_that_something_else_needs_stays(empty):
    secret = empty.add(Note(text="x", sensitivity=Sensitivity.CONFIDENTIAL))
    places = [empty.add(DataNode(name=it, noted_in=secret.code)) for it in "ab"]
    empty.add(DataFlow(source=places[0].code, target=places[0].code))
    gate = leaving(empty.dossier(), ["chain"])
    assert [it.name for it in gate.kept.all(DataNode)] == ["a"]
    assert gate.kept.all(Note) == ()
    assert gate.stayed == ("1 part of the map stays here: only such a note speaks of it.",)
    assert names_words(0) == ()
