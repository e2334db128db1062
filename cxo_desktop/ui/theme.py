"""Fusion in our own colours and fonts; follows the system's light or dark, or a choice."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cxo_desktop import assets
from cxo_desktop.app.settings import SettingsFile
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.ui.stylesheet import style_sheet
from cxo_desktop.ui.tokens import LIGHT, TOKENS, Mode, Tokens

WINDOW_FAMILIES = ("Inter", "Noto Sans Devanagari", "Noto Sans")
MAP_FAMILY = "Noto Sans"
BASE_SIZE = 13

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "bg",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Midlight: "surface2",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "borderStrong",
    QPalette.ColorRole.Shadow: "borderStrong",
    QPalette.ColorRole.Accent: "accent",
}
_FADED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)
_current: Tokens = LIGHT


def tokens() -> Tokens:
    """Return the colours in use now, by role."""
    return _current


def colour(role: str) -> QColor:
    """Return one colour in use now."""
    return QColor(_current[role])


def window_font(size: int = BASE_SIZE, weight: int = 400) -> QFont:
    """Return a font of the window, ``size`` in pixels."""
    return QFont(_made_font(size, weight))


@cache
def _made_font(size: int, weight: int) -> QFont:
    """Return the one font that all of this size and weight are copies of: it is found once."""
    font = QFont()
    font.setFamilies(list(WINDOW_FAMILIES))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    return font


def palette(colours: Tokens) -> QPalette:
    """Return the palette of a set of tokens."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(colours[token]))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["text3"]))
    return made


def load_fonts() -> None:
    """Make the shipped fonts known to Qt."""
    for file in sorted(assets.resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


class Theme(QObject):
    """Applies a look to the whole application and follows the system while none is chosen."""

    changed = Signal(str)

    def __init__(self, app: QApplication, settings: SettingsFile | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        kept = settings.now.look if settings else ""
        self._choice = Mode(kept) if kept in set(Mode) else None
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(window_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def mode(self) -> Mode:
        """Return the look in use."""
        return self._choice or _system_mode()

    @property
    def choice(self) -> Mode | None:
        """Return the look that was chosen, or None while the system is followed."""
        return self._choice

    def choose(self, mode: Mode | None) -> None:
        """Use this look from now on; None follows the system again."""
        self._choice = mode
        self._apply()
        if self._settings is not None:
            with suppress(InputRefused):
                self._settings.change(look=mode.value if mode else "")

    def _follow_system(self) -> None:
        if self._choice is None:
            self._apply()

    def _apply(self) -> None:
        global _current  # noqa: PLW0603 - one look for the whole application, as its palette is
        _current = TOKENS[self.mode]
        sheet = style_sheet(self.mode, assets.resource("icons/controls"))
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet("")  # one sheet after another takes Qt five times as long
            self._app.setPalette(palette(_current))
            self._app.setStyleSheet(sheet)
        self.changed.emit(self.mode.value)


def _system_mode() -> Mode:
    scheme = QGuiApplication.styleHints().colorScheme()
    return Mode.DARK if scheme == Qt.ColorScheme.Dark else Mode.LIGHT
