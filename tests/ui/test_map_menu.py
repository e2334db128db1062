"""A map is begun, copied or taken in from the menu, and what of a file has no place is told."""

from pathlib import Path

import pytest

from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.domain.processes import ProcessMap

FILES = Path(__file__).parents[1] / "exchange" / "bpmn_files"


@pytest.fixture
def page(qtbot, window):
    window.go_to("maps")
    page = window.stack.pages["maps"]
    qtbot.waitUntil(lambda: page.drawing is not None, timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def choose(page, words):
    next(action for action in page.menu.menu.actions() if action.text() == words).trigger()


def test_a_starter_becomes_a_map_and_is_shown(qtbot, page):
    choose(page, "Beneficiary visit to report")
    qtbot.waitUntil(lambda: page.title.text() == "Beneficiary visit to report", timeout=20_000)
    assert len(page.drawing.boxes) == 13


def test_a_copy_is_what_should_be(qtbot, page):
    page.maps.select("PM1")
    qtbot.waitUntil(lambda: page.title.text().startswith("Home visit"), timeout=20_000)
    choose(page, "Copy as what should be")
    qtbot.waitUntil(lambda: page.title.text().endswith("(copy)"), timeout=20_000)
    newest = page.desk.engagement.dossier().all(ProcessMap)[-1]
    assert newest.variant is MapVariant.TO_BE


def test_a_file_is_taken_in_and_its_losses_are_told(qtbot, page):
    page.menu.take_in([FILES / "23-vendor-extensions.bpmn"])
    qtbot.waitUntil(lambda: page.title.text() == "Home visit", timeout=20_000)
    assert page.facts.title == "What of the file has no place on a map"
    assert page.facts.notes.keys


def test_a_file_that_is_no_map_is_refused_in_words(page, tmp_path):
    troubles = []
    page.desk.troubled.connect(troubles.append)
    (tmp_path / "x.bpmn").write_text("<a/>", encoding="utf-8")
    page.menu.take_in([tmp_path / "x.bpmn"])
    assert "x.bpmn" in troubles[0].what


def test_a_map_is_written_to_the_file_that_is_named(page, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    path = tmp_path / "chain.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(path), ""))
    page.export()
    assert "Home visit" in path.read_text(encoding="utf-8")
