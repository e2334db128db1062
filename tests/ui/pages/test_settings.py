"""Settings show one section at a time, by keys alone, and come back to it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_each_section_is_reached_from_the_list(window):
    window.go_to("settings")
    page = window.pages["settings"]
    for key, section in page.sections.items():
        page.list.select(key)
        assert section.isVisible(), key
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.sections["bin"].isVisible()


def test_actions_lead_to_their_sections(window):
    for key in ("backups", "bin"):
        window.go_to("home")
        window.actions_by_key[key].trigger()
        assert window.pages["settings"].sections[key].isVisible()


def test_back_leads_to_the_same_section(window):
    window.parts.routes.show_section("bin")
    window.go_to("home")
    window.parts.routes.show_section("look")
    window.go_to("home")
    window.stack.go_back()
    assert window.pages["settings"].sections["look"].isVisible()
