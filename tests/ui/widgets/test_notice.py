"""An error stays in sight, with what to do, until it is put away."""

from cxo_desktop.domain.errors import NotFound
from cxo_desktop.ui.widgets.notice import Notice


def test_what_why_and_what_to_do(app, qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    assert not notice.isVisible()
    notice.show_error(NotFound("It is gone.", "Somebody removed it.", "Look in the bin."))
    assert notice.isVisible()
    assert notice.text == "It is gone. Somebody removed it. Look in the bin."
    notice.close_button.click()
    assert not notice.isVisible()
