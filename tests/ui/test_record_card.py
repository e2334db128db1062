"""One record beside its table: what can be done depends on what it is."""

from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.record_card import RecordCard


def test_the_engagement_cannot_be_removed_and_a_note_opens_elsewhere(window, qtbot):
    engagement = window.desk.engagement
    card = RecordCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    card.show_record(engagement.find(Engagement)[0])
    assert not card.remove.isEnabled()
    card.show_record(engagement.find(Note)[0])
    assert card.place.isVisible()
    card.place.click()
    assert window.stack.key == "capture"
    card.show_record(None)
    assert not card.form.isVisible()


def test_a_refused_value_is_told_until_another_record_is_shown(window, qtbot):
    first, second = window.desk.engagement.find(Finding)[:2]
    card = RecordCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    unsaved = []
    window.desk.unsaved.connect(lambda: unsaved.append(1))
    card.show_record(first)
    card.keep("severity", "very")
    assert card.trouble.isVisible()
    assert unsaved == [1]
    card.show_record(second)
    assert not card.trouble.isVisible()
