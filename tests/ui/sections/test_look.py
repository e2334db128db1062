"""Look, language and name are chosen once and kept."""

import pytest

from cxo_desktop.ui.tokens import Mode


@pytest.fixture
def section(window):
    window.parts.routes.show_section("look")
    return window.pages["settings"].sections["look"]


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_look_holds_at_once_and_the_next_time(section, window, sample, open_window):
    choose(section.look, "dark")
    assert window.grab().toImage().pixelColor(80, 60).name() == "#12161c"
    assert sample.settings.now.look == "dark"
    window.close()
    again = open_window(sample)
    assert again.grab().toImage().pixelColor(80, 60).name() == "#12161c"
    again.actions_by_key["look.system"].trigger()
    assert sample.settings.now.look == ""


def test_a_look_chosen_elsewhere_is_shown(section, window, sample):
    window.actions_by_key["look.light"].trigger()
    section.refresh()
    assert section.look.currentData() == Mode.LIGHT


def test_only_languages_there_are_words_in(section):
    offered = range(section.language.count())
    assert [section.language.itemData(n) for n in offered] == ["en", "hi"]
    assert [section.language.itemText(n) for n in offered] == ["English", "हिन्दी"]


def test_the_name_is_kept(section, sample):
    section.name.setText("  Asha K. ")
    section.name.editingFinished.emit()
    assert sample.settings.now.name == "Asha K."
