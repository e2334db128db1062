"""Over an interview: who, where, with which consent, how long, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.labels import icon_label, plain_label, set_ink
from cxo_desktop.ui.widgets.layouts import row


class CaptureHeader(QWidget):
    """``asked`` tells what was pressed: consent, pause, new, end, start, guide, captured."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.title = plain_label("", "title")
        self.title.setMinimumWidth(60)
        self.subtitle = plain_label("", "body", "text2")
        self.consent = QToolButton()
        self.consent.setProperty("kind", "true")
        self.consent.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.consent.setToolTip(_("Change what the person allows: F5"))
        self.consent.clicked.connect(lambda _c=False: self.asked.emit("consent"))
        self.language = Chip()
        self.clock_icon = icon_label("timer", "text2", 16)
        self.clock = plain_label("", "subtitle")
        self.paused = Chip(_("Paused"), "warn", "clock")
        self.guide = self._drawer("panel-left", _("Guide and interviews"), "guide")
        self.captured = self._drawer("panel-right", _("Captured in this interview"), "captured")
        self.new = plain_button(_("New"), "plus", lambda: self.asked.emit("new"))
        self.new.setAccessibleName(_("New interview"))
        self.new.setToolTip(_("New interview: Ctrl+I or Ctrl+F2"))
        self.pause = plain_button("", handler=lambda: self.asked.emit("pause"))
        self.start = primary_button(_("Start"), handler=lambda: self.asked.emit("start"))
        self.end = primary_button(_("End interview"), handler=lambda: self.asked.emit("end"))
        self.end.setToolTip(_("End this interview: Ctrl+Shift+E or F9"))
        self.setLayout(
            row(
                self.guide,
                self.title,
                self.subtitle,
                self.consent,
                self.language,
                None,
                self.clock_icon,
                self.clock,
                self.paused,
                self.captured,
                self.new,
                self.pause,
                self.start,
                self.end,
                spacing=10,
            )
        )
        self.show_clock("")

    def show_consent(self, text: str, ink: str, icon: str) -> None:
        """Say what is allowed."""
        self.consent.setText(f" {text}")
        self.consent.setAccessibleName(text)
        icons.dress(self.consent, icon, ink, 14)
        set_ink(self.consent, ink)

    def show_clock(self, passed: str) -> None:
        """Show how long the interview takes, or nothing."""
        self.clock.setText(passed)
        self.clock.setAccessibleName(_("Time passed: {time}").format(time=passed))
        self.clock.setVisible(bool(passed))
        self.clock_icon.setVisible(bool(passed))

    def show_pause(self, *, can: bool, rests: bool) -> None:
        """Say whether the clock rests, and offer to let it rest or go on where there is one."""
        self.paused.setVisible(can and rests)
        self.pause.setVisible(can)
        self.pause.setText(_("Go on") if rests else _("Pause"))
        self.pause.setToolTip(
            _("Let the clock go on: F10") if rests else _("Let the clock rest: F10")
        )

    def show_parts(self, *, interview: bool, narrow: bool) -> None:
        """Show what belongs to an interview, and on a narrow window the keys of the drawers."""
        self.subtitle.setVisible(interview and not narrow)
        self.language.setVisible(interview and not narrow)
        self.consent.setVisible(interview)
        self.guide.setVisible(interview and narrow)
        self.captured.setVisible(interview and narrow)

    def _drawer(self, icon: str, name: str, what: str) -> QToolButton:
        button = QToolButton()
        icons.dress(button, icon, "text2", 18)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _c=False: self.asked.emit(what))
        return button
