"""A box of chips wraps at its edge and is as high as its lines."""

from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.flow import FlowBox


def test_chips_wrap_and_none_is_cut(app, qtbot):
    box = FlowBox()
    qtbot.addWidget(box)
    chips = [Chip(f"Chip number {number}") for number in range(6)]
    box.show_parts(chips)
    box.resize(260, 400)
    box.show()
    assert all(chip.geometry().right() <= 260 for chip in chips)
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
    assert len({chip.y() for chip in chips}) > 1
    assert box.heightForWidth(260) == max(chip.geometry().bottom() for chip in chips) + 1
    assert box.heightForWidth(2000) == chips[0].sizeHint().height()


def test_new_parts_take_the_place_of_the_old(app, qtbot):
    box = FlowBox()
    qtbot.addWidget(box)
    box.show_parts([Chip("a"), Chip("b")])
    box.show_parts([Chip("c")])
    qtbot.waitUntil(lambda: [chip.text for chip in box.findChildren(Chip)] == ["c"])
    box.show_parts([])
    assert box.heightForWidth(100) == 0
