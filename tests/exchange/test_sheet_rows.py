"""Boxes and links of a file become rows; what a process does not have is named."""

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_sheets import MapSheet, SheetBox, SheetLink
from cxo_desktop.exchange.sheet_rows import to_rows


def test_unknown_kinds_become_tasks_and_loose_links_are_told():
    boxes = (SheetBox("a", "spreadsheet", "Sheet"), SheetBox("b", "paper", "Register"))
    found = to_rows(MapSheet("M", boxes, (SheetLink("e", "a", "z"),)))
    assert [step.kind for step in found.maps[0].steps] == [StepKind.TASK, StepKind.DOCUMENT]
    assert [loss.element for loss in found.losses] == ["paper", "spreadsheet", "e"]
    assert found.maps[0].steps[0].lane is None


def test_only_the_first_of_one_id_is_taken():
    boxes = (SheetBox("a", "task", "First"), SheetBox("a", "task", "Second"))
    found = to_rows(MapSheet("M", boxes, ()))
    assert [step.label for step in found.maps[0].steps] == ["First"]
    assert [loss.element for loss in found.losses] == ["a"]
