"""Boxes are as large as their words, and each kind has a look of its own."""

import pytest

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Box, Orientation, Shape
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.render import chain_boxes, measure
from cxo_desktop.render.chain_style import COMPACT, DETAILS, FULL

TOOLS = {"T1": "Google Sheets", "T2": "WhatsApp on the personal phones of field workers"}


def box(name: str = "Register", **fields) -> Box:
    counts = {key: fields.pop(key) for key in ("evidence", "pains") if key in fields}
    style = fields.pop("style", FULL[Orientation.TB])
    return chain_boxes.draw_box(DataNode(code="D1", name=name, **fields), TOOLS, style, **counts)


@pytest.mark.parametrize("style", [detail[way] for detail in DETAILS for way in Orientation])
@pytest.mark.parametrize(
    "name", ["X", "Merge workbook on analyst laptop", "मासिक समीक्षा बैठक", "w" * 99]
)
def test_words_fit_between_icon_and_edge(style, name: str) -> None:
    for kind in (None, *NodeKind):
        drawn = box(name, kind=kind, tool="T2", style=style)
        assert len(drawn.lines) <= 3
        for line in drawn.lines:
            assert line.x >= drawn.icon.x + drawn.icon.side
            assert line.x + line.width <= drawn.width
            assert line.y <= drawn.height - 3.5
            assert line.width == pytest.approx(measure.width(line.text, line.size, line.weight))


def test_down_the_page_names_stand_in_one_line_across_it_in_two() -> None:
    name = "Supervisor Google Sheet"
    assert len(box(name).lines) == 2
    assert len(box(name, style=FULL[Orientation.LR]).lines) == 3
    assert box(name, style=FULL[Orientation.LR]).width < box(name).width


def test_kind_and_tool_stand_below_the_name() -> None:
    assert box(kind=NodeKind.SPREADSHEET, tool="T1").lines[-1].text == "Spreadsheet · Google Sheets"
    assert box(kind=NodeKind.SPREADSHEET).lines[-1].text == "Spreadsheet"
    assert box().lines[-1].text == "Kind not known"


def test_a_long_tool_stands_alone_and_the_tip_tells_all() -> None:
    drawn = box(kind=NodeKind.MESSAGING, tool="T2")
    assert drawn.lines[-1].text.startswith("WhatsApp on the")
    assert drawn.tip == "Register: Messages · WhatsApp on the personal phones of field workers"


def test_a_place_without_a_name_shows_its_code() -> None:
    assert box(" ").lines[0].text == "D1"


def test_people_are_round_and_databases_are_drums() -> None:
    assert box(kind=NodeKind.SOURCE_EVENT).shape is Shape.PILL
    assert box(kind=NodeKind.DATABASE).shape is Shape.CYLINDER
    assert box(kind=NodeKind.PAPER).shape is Shape.PAPER
    assert len({box(kind=kind).icon.name for kind in (None, *NodeKind)}) == len(NodeKind) + 1


def test_badges_hang_at_the_lower_right_in_the_half_that_arrows_leave_free() -> None:
    drawn = box(evidence=120, pains=11)
    pains, notes = drawn.badges
    assert (pains.line.text, notes.line.text) == ("11 pains", "120 notes")
    assert drawn.width / 2 <= pains.x < pains.x + pains.width <= notes.x
    assert notes.x + notes.width < drawn.width
    assert pains.y < drawn.height < pains.y + pains.height
    assert box().badges == ()


def test_in_small_maps_badges_stand_behind_the_name() -> None:
    drawn = box(evidence=120, pains=11, style=COMPACT[Orientation.TB])
    (name,) = drawn.lines
    pains, notes = drawn.badges
    assert name.x + name.width < pains.x
    assert 0 < pains.y < pains.y + pains.height < drawn.height
    assert notes.x + notes.width < drawn.width


def test_nothing_stands_on_a_fold_or_a_lid() -> None:
    for detail in DETAILS:
        paper = box(kind=NodeKind.PAPER, evidence=2, style=detail[Orientation.TB])
        assert max(line.x + line.width for line in paper.lines) <= paper.width - 9
        drum = box(kind=NodeKind.DATABASE, style=detail[Orientation.TB])
        assert drum.lines[0].y - 0.75 * drum.lines[0].size >= 10 - 1.5
