"""Icons take the colours of the theme and are sharp on every screen."""

import ast
import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

import cxo_desktop
from cxo_desktop import assets
from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.tokens import Mode

PACKAGE = Path(cxo_desktop.__file__).parent


def colours(picture):
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_is_drawn_in_the_asked_colour_and_density(app):
    picture = icons.pixmap("house", "#123456", 18, 2.0)
    assert picture.width() == 36
    assert colours(picture) == {"#123456"}


def test_icons_change_with_the_look(app, qtbot):
    look = theme.Theme(app)
    look.changed.connect(icons.dress_all_again)
    button = QPushButton()
    qtbot.addWidget(button)
    look.choose(Mode.LIGHT)
    icons.dress(button, "house", "text")
    before = colours(button.icon().pixmap(QSize(18, 18), 2.0))
    look.choose(Mode.DARK)
    after = colours(button.icon().pixmap(QSize(18, 18), 2.0))
    look.choose(None)
    assert theme.TOKENS[Mode.LIGHT]["text"].lower() in before
    assert theme.TOKENS[Mode.DARK]["text"].lower() in after - before


def literals(folder):
    for file in (PACKAGE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_icon_the_window_names_is_shipped():
    compound = {text for text in literals("ui") if re.fullmatch("[a-z]+(-[a-z0-9]+)+", text)}
    named = compound - {
        "utf-8",
        "utf-16-le",
        "cxo-desktop",
        "banner-accent",
        "half-yearly",
        "hand-off",
    }
    assert len(named) > 20
    assert {name for name in named if not icons.has_icon(name)} == set()


def test_no_icon_is_shipped_for_nothing():
    used = {*literals("ui"), *literals("render"), *literals("app"), *literals("domain")}
    shipped = {file.stem for file in assets.resource("icons").glob("*.svg")}
    assert shipped - used == set()


def test_a_name_that_is_no_icon_is_known_as_such():
    assert not icons.has_icon("")
    assert not icons.has_icon("no-such-thing")
    assert assets.resource("icons/LICENSE").is_file()
