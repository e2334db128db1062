"""Home: every figure is the engagement's own, and changes when the engagement does."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.indicators import indicators
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.dialogs.rests_on import RestsOnDialog
from cxo_desktop.ui.home_rows import UNKNOWN


@pytest.fixture
def page(qtbot, window):
    page = window.pages["home"]
    qtbot.waitUntil(lambda: page.heard.value == "12 of 16", timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_the_tiles_show_the_indicators(page):
    engagement = page.desk.engagement
    figures = indicators(engagement.dossier(), engagement.today())
    assert page.answers.value == f"{figures['responsiveness']['response_median_days']} days"
    assert page.chain.value == f"{figures['chain_as_is']['typical_days']} days"
    assert page.cost.value == "₹\N{NO-BREAK SPACE}12,92,888"
    assert page.heard.remark == "Programme heads 1 of 2: go there next"


def test_lists_show_what_is_weak_and_what_is_due(page):
    assert page.weak.keys[:2] == ["PR3 Data protection", "PR3 Server administration"]
    assert page.actions_list.keys == ["A10", "A11"]


def test_an_action_added_is_listed_at_once(page):
    page.desk.engagement.add(
        Action(code="A99", title="Send the list", side="NGO", due_on=date(2026, 10, 1))
    )
    assert page.actions_list.keys[0] == "A99"


def test_after_a_note_only_what_reads_notes_is_reckoned_again(page, qtbot):
    engagement = page.desk.engagement
    kept, before = engagement.figures, engagement.figures.names
    assert {"chain_as_is", "divergence"} <= before
    note = engagement.find(Note)[0]
    changed = engagement.dossier().with_records(Note, [replace(note, text="said otherwise")])
    assert kept.outdated(changed, engagement.today()) == {
        "divergence",
        "consent",
        "triangulation",
        "triangulation_in_brief",
    }
    engagement.put(replace(note, text="said otherwise"))
    qtbot.waitUntil(
        lambda: not kept.outdated(engagement.dossier(), engagement.today()), timeout=20_000
    )


def test_an_empty_engagement_shows_no_invented_figure(qtbot, open_window, services):
    services.workspace.create("Empty one").close()
    window = open_window(services)
    page = window.pages["home"]
    assert page.heard.remark == "being worked out"
    qtbot.waitUntil(lambda: page.heard.remark != "being worked out", timeout=20_000)
    assert {page.heard.value, page.answers.value, page.chain.value, page.cost.value} == {UNKNOWN}
    assert page.heard.remark == "No level says yet how many to hear."


def test_without_an_engagement_there_is_one_way_to_begin(open_window, services, monkeypatch):
    window = open_window(services)
    asked = []
    window.desk.asked.disconnect()
    window.desk.asked.connect(asked.append)
    window.pages["home"].begin_first.click()
    assert asked == ["engagement.new"]


def shown_dialog(page):
    return next(it for it in page.findChildren(RestsOnDialog) if it.isVisible())


@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("heard", 22, "interview:I01"),
        ("answers", 33, "dispatch:DS01"),
        ("chain", 19, "data_flow:F01"),
        ("cost", 22, "tool:TL1"),
    ],
)
def test_a_tile_opens_what_it_rests_on_by_enter(page, name, count, first):
    tile = getattr(page, name)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    dialog = shown_dialog(page)
    assert len(dialog.list.keys) == count
    assert dialog.list.current == first
    dialog.reject()


@pytest.mark.parametrize("name", ["coverage", "needs", "readings", "costs"])
def test_a_chart_opens_what_it_rests_on_by_a_click_and_leads_there(page, window, name):
    card = getattr(page, name).parentWidget()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    dialog = shown_dialog(page)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.stack.key in ("capture", "actions", "costs")


def test_a_single_point_opens_who_has_the_skill(page):
    page.weak.chosen.emit("PR1 Tableau")
    assert any(key.startswith("person:") for key in shown_dialog(page).list.keys)


def test_an_action_leads_to_its_place(page, window):
    page.actions_list.chosen.emit("A11")
    assert window.pages["actions"].current_record().code == "A11"


def test_go_there_next_begins_with_somebody_not_heard(page, window):
    asked = []
    window.desk.interview_asked.connect(asked.append)
    assert page.heard.next.accessibleName() == "New interview: Programme heads"
    page.heard.next.click()
    assert asked == ["P04"]
    assert window.stack.key == "capture"
