"""The Sync page tells what would happen, and keeps to it."""

from cxo_desktop.app import sharing
from cxo_desktop.domain.interviews import Note
from tests.ui.sharing import settled


def test_what_would_happen_is_told_and_does_not_happen(pair, shared, qtbot):
    page = shared.pages["sync"]
    pair.theirs(lambda engagement: engagement.add(Note(text="theirs")))
    shared.desk.engagement.add(Note(text="mine"))
    page.rehearse()
    assert page.cancel.isVisible()
    settled(qtbot, page.work)
    titles = [row.title for row in page.sections["would"]._rows()]
    assert titles == ["1 change of yours", "Note 1"]
    assert page.where() == "would"
    assert [note.text for note in shared.desk.engagement.find(Note)] == ["one two", "mine"]
    assert sharing.status(shared.desk.engagement).waiting == 1
