"""The chip that says what a line is, and the menu that makes it something else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from cxo_desktop.domain.line_grammar import TypedLine
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.line_choices import ALL, KINDS, Choice, chip_words, key_of, kind_shortcut
from cxo_desktop.ui.widgets.labels import set_ink
from cxo_desktop.ui.widgets.line_field import press_of

_DIGITS = "1234567890"


class DigitMenu(QMenu):
    """A menu whose first ten rows are taken by one digit, whatever a layout writes there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = press_of(event)
        if press.digit is None or press.modifiers != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        row = self.actions()[_DIGITS.index(str(press.digit))]
        self.close()
        row.trigger()


class KindChip(QToolButton):
    """``chosen``: the line is to be made so; ``insert_asked``: a mark goes into its words."""

    chosen = Signal(Choice)
    insert_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "true")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setShortcut(QKeySequence("Alt+K"))
        self.setToolTip(_("What this line is: Alt+K or Alt+0"))
        self._menu = DigitMenu(self)
        for number, choice in enumerate(ALL):
            self._add_choice(number, choice)
        self._menu.addSeparator()
        for mark, text, key in (
            ("@", _("Name a person"), "F6"),
            ("+", _("Name a tool"), "F7"),
            ("#", _("Name a theme"), ""),
            ("~", _("Not sure of what follows"), ""),
        ):
            action = self._menu.addAction(f"{text}\t{key}" if key else text)
            action.triggered.connect(lambda _c=False, m=mark: self.insert_asked.emit(m))
        self._menu.aboutToShow.connect(self._colour)
        self.setMenu(self._menu)

    def show_line(self, line: TypedLine) -> None:
        """Say what a line is understood as."""
        icon, ink, text = chip_words(line)
        icons.dress(self, icon, ink, 14)
        set_ink(self, ink)
        self.setText(f" {text}")
        self.setAccessibleName(_("Kind of line: {kind}").format(kind=text.replace(" · ", ", ")))

    def _add_choice(self, number: int, choice: Choice) -> None:
        """Add a row; the first ten are chosen by one digit while the menu is open."""
        word = choice.look[2]
        digit = f"{_DIGITS[number]}  " if number < len(_DIGITS) else ""
        keys = "   ".join(part for part in (choice.mark, key_text(key_of(choice))) if part)
        action = self._menu.addAction(f"{digit}{word}\t{keys}")
        action.triggered.connect(lambda _c=False, c=choice: self.chosen.emit(c))

    def _colour(self) -> None:
        for action, choice in zip(self._menu.actions(), ALL, strict=False):
            icon, ink, _word = choice.look
            action.setIcon(icons.icon(icon, ink))


def kind_keys() -> tuple[tuple[str, Choice], ...]:
    """Return the shortcut of each kind that has one."""
    return tuple(
        (shortcut, choice)
        for number, choice in enumerate(KINDS)
        if (shortcut := kind_shortcut(number))
    )
