"""A chip says its word, with an icon beside it when it has one."""

from cxo_desktop.ui.widgets.chips import Chip


def test_a_chip_grows_with_its_word(app, qtbot):
    chip = Chip("Saved", "ok", "check")
    qtbot.addWidget(chip)
    small = chip.sizeHint().width()
    chip.show_text("Consent: notes, unnamed quotes", "ok", "shield-check")
    assert chip.text == "Consent: notes, unnamed quotes"
    assert chip.sizeHint().width() > small
    with_icon = chip.sizeHint().width()
    chip.show_text("Consent: notes, unnamed quotes", "ok")
    assert chip.sizeHint().width() < with_icon
