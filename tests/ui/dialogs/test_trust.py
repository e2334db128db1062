"""Work that meets a new server waits for a person, and goes on once its key is confirmed."""

from cxo_desktop.app.share_servers import UnknownServer
from cxo_desktop.ui.dialogs.trust import TrustDialog
from tests.ui.sharing import settled


def test_what_met_a_new_server_is_done_again(shared, qtbot):
    page, outcome = shared.pages["sync"], []
    settled(qtbot, page.work)

    def reach(_engagement, _token, _progress):
        if "SHA256:abc" not in page.work._trusted:
            raise UnknownServer("example.org", "SHA256:abc")
        return "reached"

    page.work.begin("Looking", reach, outcome.append)
    settled(qtbot, page.work)
    [dialog] = shared.findChildren(TrustDialog)
    assert dialog.key.text() == "SHA256:abc"
    dialog.accept()
    settled(qtbot, page.work)
    assert outcome == ["reached"]
