"""Engagements are renamed, put away and removed, each with a way back."""

from pathlib import Path

import pytest

from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.ui.sections import engagements as module
from cxo_desktop.ui.sections.engagements import engagement_row


@pytest.fixture
def section(window):
    window.parts.routes.show_section("engagements")
    return window.pages["settings"].sections["engagements"]


@pytest.mark.parametrize(
    ("archived", "damaged", "is_open", "words"),
    [
        (False, False, False, ""),
        (False, False, True, "open"),
        (True, False, False, "put away"),
        (True, True, False, "damaged"),
    ],
)
def test_where_it_stands(archived, damaged, is_open, words):
    card = EngagementCard("E1", "Trust", Path(), archived, damaged)
    assert engagement_row(card, is_open=is_open).aside == words


def test_renamed(section, window, monkeypatch):
    def answer(dialog):
        assert dialog.field.text() == "Nandini Aarogya Manch (fictional)"
        dialog.field.setText("Another name")
        return True

    monkeypatch.setattr(module.NameDialog, "exec", answer)
    section.list.select("ENG-001")
    section.rename.click()
    assert window.windowTitle().startswith("Another name")


def test_put_away_and_taken_into_use(section, window):
    section.list.select("ENG-001")
    section.archive.click()
    assert window.desk.engagements() == ()
    assert section.archive.text() == "Take into use"
    section.archive.click()
    assert [card.code for card in window.desk.engagements()] == ["ENG-001"]


def test_removed_without_a_question_and_brought_back(section, window):
    section.list.select("ENG-001")
    section.remove.click()
    assert window.desk.engagement is None
    assert window.windowTitle() == "CxO Desktop"
    assert "is in the bin" in window.parts.toast.text
    window.parts.toast.undo.click()
    assert section.list.keys == ["ENG-001"]
    section.list.select("ENG-001")
    section.open.click()
    assert window.desk.engagement.code == "ENG-001"
