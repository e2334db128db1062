"""Light or dark, the language, and the name of whoever works here."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit

from cxo_desktop.i18n import OWN_NAMES, _, languages
from cxo_desktop.ui.desk import Desk, speak
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.theme import Theme
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.widgets.labels import plain_label

_FIELD = 280


class LookSection(Section):
    """Choices hold at once; for a language the window is put up anew, at the same place."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk)
        self._theme = theme
        self.look = _choice(
            _("Look"),
            (("", _("As the system")), (Mode.LIGHT, _("Light")), (Mode.DARK, _("Dark"))),
        )
        self.language = _choice(
            _("Language"), [(code, OWN_NAMES.get(code, code)) for code in languages()]
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Your name"))
        self.name.setFixedWidth(_FIELD)
        self.look.activated.connect(self._choose_look)
        self.language.activated.connect(self._choose_language)
        self.name.editingFinished.connect(self._keep_name)
        self.lay_out(
            _("Look and language"),
            _("What you choose here is kept on this laptop, outside of every engagement."),
            plain_label(_("Look"), "label", "text2"),
            self.look,
            plain_label(_("Language; words without a translation stay English"), "label", "text2"),
            self.language,
            plain_label(_("Your name, as the history of records shows it"), "label", "text2"),
            self.name,
            None,
        )
        self.refresh()

    def refresh(self) -> None:
        now = self.desk.settings.now
        self.look.setCurrentIndex(max(0, self.look.findData(now.look)))
        self.language.setCurrentIndex(max(0, self.language.findData(now.language)))
        self.name.setText(now.name)

    def _choose_look(self) -> None:
        self._theme.choose(Mode(chosen) if (chosen := self.look.currentData()) else None)

    def _choose_language(self) -> None:
        speak(self.desk, self.language.currentData())

    def _keep_name(self) -> None:
        name = self.name.text().strip()
        self.desk.attempt(lambda: self.desk.settings.change(name=name))


def _choice(name: str, choices: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFixedWidth(_FIELD)
    for value, text in choices:
        box.addItem(text, str(value))
    return box
