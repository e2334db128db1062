"""Hits are marked in bold and colour, and walked through by keys."""

from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.hit_list import HitList, HitRow


def hit(number, spans=()):
    return HitRow(f"note:N{number}", f"number {number} of the list", spans, "Note", "sticky-note")


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_hit_stands_out(app, qtbot):
    look = theme.Theme(app)
    look.choose(theme.Mode.LIGHT)
    listed = HitList("Found")
    qtbot.addWidget(listed)
    listed.resize(400, 120)
    listed.show()
    accent = theme.tokens()["accent"].lower()
    listed.show_hits([hit(1)])
    assert accent not in colours(listed.viewport())
    listed.show_hits([hit(1, ((0, 6),))])
    assert accent in colours(listed.viewport())


def test_steps_stay_within(app, qtbot):
    listed = HitList("Found")
    qtbot.addWidget(listed)
    listed.step(1)
    assert listed.current == ""
    listed.show_hits([hit(1), hit(2)])
    assert listed.current == "note:N1"
    listed.step(-1)
    assert listed.current == "note:N1"
    listed.step(5)
    assert listed.current == "note:N2"
    assert listed.hits[1].spoken == "number 2 of the list, Note"
