"""Work with the share goes on apart, one thing at a time, and its errors are told."""

from cxo_desktop.domain.errors import NotFound
from tests.ui.sharing import settled


def test_one_thing_at_a_time_and_errors_in_words(shared, qtbot):
    work, told = shared.parts.share, []
    shared.desk.troubled.connect(told.append)
    settled(qtbot, work)

    def fail(_engagement, _token, _progress):
        raise NotFound("Nothing was found.", "It is not there.", "Look elsewhere.")

    assert work.begin("Looking", fail, told.append)
    assert shared.top.share.text() == "Looking"
    assert not work.begin("Looking", fail, told.append)
    settled(qtbot, work)
    assert [error.what for error in told] == ["Nothing was found."]
    assert shared.top.share.text() == "Shared"


def test_what_is_done_can_be_stopped(shared, qtbot):
    work, outcome = shared.parts.share, []
    settled(qtbot, work)

    def wait(_engagement, token, _progress):
        while True:
            token.check()

    assert work.begin("Looking", wait, outcome.append)
    work.cancel()
    settled(qtbot, work)
    assert outcome == []
