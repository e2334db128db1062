"""The chip says what the line is; its menu makes it anything else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.line_grammar import parse_line
from cxo_desktop.ui.line_choices import ALL, KINDS
from cxo_desktop.ui.widgets.line_picker import KindChip, kind_keys


def test_the_menu_holds_everything_and_takes_a_digit(app, qtbot):
    chip = KindChip()
    qtbot.addWidget(chip)
    chip.show_line(parse_line("! late"))
    assert chip.text().strip() == "Pain"
    chip.show()
    actions = chip.menu().actions()
    assert len(actions) == len(ALL) + 5
    with qtbot.waitSignal(chip.chosen) as chosen:
        QTest.keyClick(chip.menu(), Qt.Key.Key_3)
    assert chosen.args == [KINDS[2]]
    with qtbot.waitSignal(chip.insert_asked) as asked:
        actions[len(ALL) + 1].trigger()
    assert asked.args == ["@"]


def test_ten_kinds_have_a_key_of_their_own():
    assert [keys for keys, _choice in kind_keys()][-1] == "Ctrl+0"
