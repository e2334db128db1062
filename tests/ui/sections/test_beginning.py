"""A share is made, left, and joined from the window."""

from cxo_desktop.app import joins, sharing
from cxo_desktop.ui.dialogs.paper_key import PaperKeyDialog
from tests.ui.sharing import another, exchanged, settled


def test_a_share_is_made_from_the_window(services, open_window, qtbot, tmp_path):
    (tmp_path / "share").mkdir()
    services.workspace.create("Asha Trust").close()
    window = open_window(services)
    window.go_to("sync")
    page = window.pages["sync"]
    assert not window.top.share.isVisible()
    page.beginning.make(str(tmp_path / "share"), "Asha")
    settled(qtbot, page.work)
    [paper] = window.findChildren(PaperKeyDialog)
    assert len(paper.key.text()) > 40
    paper.accept()
    assert page.facts.rows_model.row(0).title == str(tmp_path / "share")
    page.show_matter("laptops")
    leave = page.sections["laptops"].leave
    leave.click()
    leave.click()
    settled(qtbot, page.work)
    assert window.top.share.text() == "Share left"


def test_what_was_asked_for_arrives_and_opens(pair, open_window, qtbot, tmp_path):
    window = open_window(another(tmp_path))
    window.go_to("sync")
    page = window.pages["sync"]
    page.beginning.join(str(pair.place), "Meena")
    settled(qtbot, page.work)
    words = page.beginning.waiting.words.text
    mine = pair.mine.workspace.open()
    sharing.admit(mine, words=words)
    mine.close()
    exchanged(qtbot, window)
    assert window.desk.engagement.organisation == "Asha Trust"
    assert page.facts.rows_model.row(0).title == str(pair.place)
    assert joins.asked(window.desk.workspace) == ()
