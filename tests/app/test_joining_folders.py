"""What was asked for takes shape beside the engagements, not among them."""

from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement


def test_it_is_no_engagement_until_it_has_arrived(workspace):
    folders = JoiningFolders(workspace)
    folder = folders.make()
    assert folders.arrive(folder) is None
    assert workspace.engagements() == ()
    store = folders.store(folder)
    store.records.fill(Dossier(engagement=Engagement(code="ENG-9", organisation="Asha Trust")))
    store.close()
    assert folders.arrive(folder).code == "ENG-9"
    assert [card.code for card in workspace.engagements()] == ["ENG-9"]
    assert folders.all() == []


def test_it_can_be_dropped(workspace):
    folders = JoiningFolders(workspace)
    folder = folders.make()
    folders.drop(folder)
    assert folders.all() == []
