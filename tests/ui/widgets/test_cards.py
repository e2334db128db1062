"""Panels, tiles, buttons and empty states."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.widgets.cards import EmptyState, Panel, Tile, plain_button, primary_button


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_a_tile_shows_its_figure_with_a_remark(app, qtbot):
    tile = Tile("People heard", "users")
    qtbot.addWidget(tile)
    tile.show_figure("12 of 16", "Field workers next", "bad")
    assert (tile.value, tile.remark) == ("12 of 16", "Field workers next")
    assert words(tile) == ["People heard", "12 of 16", "Field workers next"]


def test_a_panel_can_be_renamed(app, qtbot):
    panel = Panel("Actions", aside="none")
    qtbot.addWidget(panel)
    panel.set_heading("Actions", "2 open")
    assert words(panel) == ["Actions", "2 open"]


def test_an_empty_state_has_one_button_and_its_key(app, qtbot):
    pressed = []
    state = EmptyState("house", "Nothing yet", "What belongs here. " * 6, "Begin", "Ctrl+I")
    qtbot.addWidget(state)
    state.button.clicked.connect(lambda: pressed.append(1))
    state.button.click()
    state.add_second(plain_button("Or this", handler=lambda: pressed.append(2)))
    assert pressed == [1]
    assert "Ctrl+I" in words(state)
    state.resize(800, 600)
    state.show()
    text = next(label for label in state.findChildren(QLabel) if label.wordWrap())
    assert text.height() >= text.heightForWidth(text.width()) > 20


def test_buttons_say_what_they_are(app, qtbot):
    done = []
    button = primary_button("Make the brief", "file-text", lambda: done.append(1))
    qtbot.addWidget(button)
    button.click()
    assert done == [1]
    assert button.accessibleName() == "Make the brief"
    assert not button.icon().isNull()
