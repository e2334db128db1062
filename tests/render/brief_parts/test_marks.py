import pytest

from cxo_desktop.domain.briefs import Mood
from cxo_desktop.render.brief_parts.marks import Dots, Pill, Pips


@pytest.mark.parametrize("mood", list(Mood))
def test_a_status_is_a_word(draw, mood):
    drawn = draw(Pill("contested", mood))
    assert drawn.text == "contested"
    assert drawn.roles == ["TD"]
    assert drawn.ink[2] <= Pill.SIZE[0] + 1


def test_moods_differ_in_shape_and_not_only_in_colour():
    class Pen:
        def __init__(self):
            self.drawn = []

        def __getattr__(self, name):
            return lambda *_, **__: self.drawn.append(name) or self

    from cxo_desktop.render.brief_parts.marks import _mark

    shapes = set()
    for mood in Mood:
        pen = Pen()
        _mark(pen, mood)
        shapes.add((tuple(pen.drawn), mood is Mood.WATCH))
    assert len(shapes) == len(Mood)


def test_a_cell_has_its_number_beside_the_dots(draw):
    drawn = draw(Pips(3, 5))
    assert drawn.text == "3"
    assert drawn.roles == ["TD"]


def test_dots_take_room_for_all_of_them():
    assert Dots(1, 5).across == 5 * Dots.STEP
