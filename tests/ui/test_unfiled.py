"""Where a link leads nowhere the window hides nothing and says so."""

import pytest
from PySide6.QtWidgets import QLabel

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.tools import Tool


@pytest.fixture
def window(sample, open_window):
    """A window over the sample from which a record of each kind is gone."""
    opened = sample.workspace.open()
    gone = ((Interview, "I07"), (Person, "P13"), (Level, "L5"), (DataNode, "D05"), (Tool, "TL2"))
    for cls, code in gone:
        opened.remove(opened.get(cls, code))
    opened.add(Note(code="N900", text="loose words"))
    opened.close()
    return open_window(sample)


def cell(page, kind, code, field):
    page.show_kind(kind)
    rows = page.table.rows
    columns = [one.field for one in rows.headings]
    codes = [rows.data(rows.index(number, 0)) for number in range(rows.rowCount())]
    return rows.data(rows.index(codes.index(code), columns.index(field)))


def test_nothing_is_hidden_and_all_of_it_is_called_unfiled(window, qtbot):
    window.go_to("capture")
    capture = window.capture
    capture.show_interview("I07")
    assert capture.header.title.text() == "Unfiled notes"
    assert "N048" in {row.code for row in capture.view.notes.all_rows}
    assert not capture.view.composer.isVisible()
    capture.show_interview("\N{EN DASH}")
    assert [row.code for row in capture.view.notes.all_rows] == ["N900"]
    assert {"I07", "\N{EN DASH}"} <= set(capture.view.interviews.keys)

    window.go_to("records")
    records = window.pages["records"]
    assert cell(records, "note", "N048", "interview") == "I07 · unfiled"
    assert cell(records, "interview", "I01", "participants") != ""

    window.go_to("people")
    line = {row.key: row for row in window.pages["people"].grid.shown}[""]
    assert line.sum.startswith("2")

    window.go_to("maps")
    maps = window.pages["maps"]
    qtbot.waitUntil(lambda: maps.drawing is not None, timeout=20_000)
    assert "D05" in {box.code for box in maps.drawing.boxes}
    flow = next(arrow.code for arrow in maps.drawing.arrows if "D05" in (arrow.tail, arrow.head))
    maps.view.picked.emit("D05")
    maps.view.picked.emit(flow)
    said = " ".join(label.text() for label in maps.facts.findChildren(QLabel))
    assert "D05 · unfiled" in said
    for place in ("home", "actions", "costs", "brief", "search"):
        window.go_to(place)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    assert window.notice.isHidden()
