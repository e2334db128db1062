from __future__ import annotations

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person


def test_records_are_found_by_class_order_and_code():
    notes = (Note(code="N2", text="later"), Note(code="N1", text="sooner"))
    dossier = Dossier(engagement=Engagement(code="E"), records={Note: notes})
    assert dossier.all(Note) == notes
    assert dossier.by_code(Note)["N1"].text == "sooner"
    assert dossier.all(Person) == ()


def test_another_dossier_leaves_the_first_as_it_was():
    before = Dossier(
        engagement=Engagement(code="E"), records={Note: (Note(code="N1"),)}, extra={"moon": 1}
    )
    after = before.with_records(Note, [])
    assert before.all(Note)
    assert not after.all(Note)
    assert after.extra == {"moon": 1}
