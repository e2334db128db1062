import pytest

from cxo_desktop.domain.briefs import Health, Mood, Tile
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.tiles import HealthLine, Tiles


def test_tiles_say_label_value_and_note(draw):
    drawn = draw(Tiles([Tile("Age of a figure", "26 days", "at the decision")] * 4))
    assert drawn.text.count("Age of a figure") == 4
    assert drawn.text.count("26 days") == 4
    assert drawn.roles == ["P"] * 4


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_no_tile_runs_over(draw, count):
    tile = Tile("A label that is much too long for it", "12,34,56,789 hours", "word " * 60)
    drawn = draw(Tiles([tile] * count))
    assert drawn.ink[2] <= style.WIDTH + 0.5
    assert drawn.ink[1] >= -0.5
    assert "…" in drawn.text


def test_health_is_a_word_and_its_numbers(draw):
    drawn = draw(HealthLine(Health("at risk", Mood.BAD, "Replies in 19 days.")))
    assert drawn.text == "at risk Replies in 19 days."
    long = draw(HealthLine(Health("at risk", Mood.BAD, "Replies in 19 days. " * 20)))
    assert long.height > drawn.height
    assert long.ink[1] >= -3
