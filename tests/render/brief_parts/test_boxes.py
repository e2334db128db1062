import pytest

from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Columns, Space, Stack
from cxo_desktop.render.brief_parts.text import plain


def test_a_stack_is_as_high_as_its_parts_and_gaps(draw):
    drawn = draw(Stack([Space(10), plain("one", style.BODY), plain("two", style.BODY)], gap=5))
    assert drawn.height == pytest.approx(10 + 2 * style.BODY.leading + 2 * 5)
    assert drawn.text == "one two"


def test_columns_stand_side_by_side_with_their_tops_level(draw):
    tall = Stack([plain("a", style.BODY), plain("b", style.BODY)])
    drawn = draw(Columns([tall, plain("c", style.BODY)], shares=(3, 1), gap=10))
    assert drawn.height == pytest.approx(2 * style.BODY.leading)
    assert sorted(drawn.text.replace(" ", "")) == ["a", "b", "c"]
    assert drawn.ink[2] > 0.75 * (style.WIDTH - 10)
