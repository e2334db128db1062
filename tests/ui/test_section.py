"""A section says what it is about before it shows anything."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.section import Section
from cxo_desktop.ui.widgets.row_list import RowList


def test_heading_words_and_a_list_that_takes_what_is_left(window, qtbot):
    section = Section(window.desk)
    qtbot.addWidget(section)
    section.lay_out("Bin", "What was removed.", RowList("Removed"))
    section.resize(600, 500)
    section.show()
    assert [label.text() for label in section.findChildren(QLabel)] == ["Bin", "What was removed."]
    assert section.findChild(RowList).height() > 350
