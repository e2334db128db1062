"""Over an interview: what belongs to it is shown, drawers only where there is no room."""

from cxo_desktop.ui.widgets.capture_header import CaptureHeader


def test_parts_and_what_is_asked(app, qtbot):
    header = CaptureHeader()
    qtbot.addWidget(header)
    header.show()
    header.show_parts(interview=True, narrow=False)
    assert header.consent.isVisible()
    assert not header.guide.isVisible()
    header.show_parts(interview=True, narrow=True)
    assert header.guide.isVisible()
    assert not header.subtitle.isVisible()
    header.show_consent("Consent refused", "bad", "shield-alert")
    assert header.consent.accessibleName() == "Consent refused"
    header.show_clock("34:12")
    assert header.clock.isVisible()
    header.show_clock("")
    assert not header.clock.isVisible()
    for button, what in ((header.end, "end"), (header.new, "new"), (header.consent, "consent")):
        with qtbot.waitSignal(header.asked) as asked:
            button.click()
        assert asked.args == [what]
