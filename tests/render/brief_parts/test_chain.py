from dataclasses import replace

import pytest

from cxo_desktop.domain.briefs import Labelled
from cxo_desktop.domain.drawing import Ink, LegendEntry, Orientation
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.chain import (
    BESIDE,
    LegendPart,
    MapPart,
    callouts,
    is_readable,
    scale,
)
from cxo_desktop.render.chain_map import draw_chain


@pytest.fixture
def drawing(sample_chain):
    return draw_chain(
        sample_chain.nodes[:4],
        sample_chain.flows,
        title="Chain",
        on_path=frozenset(),
        hours={},
        tool_names=sample_chain.tools,
        evidence={},
        pains={},
        orientation=Orientation.TB,
        fit=BESIDE,
    )


def test_a_map_is_never_larger_than_its_room(drawing, draw):
    for room in (BESIDE, (200.0, 200.0), (400.0, 90.0)):
        part = MapPart(drawing, room, "In words.")
        height = part.wrap(500, 700)[1]
        assert part.across <= room[0] + 0.01
        assert height <= room[1] + 0.01
    assert draw(MapPart(drawing, BESIDE, "In words.")).alts == ["In words."]


def test_a_map_is_readable_only_above_seven_points(drawing):
    assert is_readable(drawing, BESIDE)
    tight = 6.9 / 8 * drawing.width / scale(drawing, (drawing.width, 9999))
    assert not is_readable(drawing, (tight * 0.8, 9999.0))


def test_a_map_is_in_the_middle_of_its_column(drawing, draw):
    drawn = draw(MapPart(drawing, (150.0, 400.0), "In words."), 400)
    left, _, right, _ = drawn.ink
    assert left == pytest.approx(400 - right, abs=20)


def test_the_legend_wraps_and_says_what_arrows_mean(draw):
    entries = [LegendEntry(f"Meaning number {n}", Ink.WARN, 1.2, (5, 3)) for n in range(6)]
    wide, narrow = draw(LegendPart(entries)), draw(LegendPart(entries), 150)
    assert narrow.height > wide.height
    assert all(f"Meaning number {n}" in narrow.text for n in range(6))
    assert wide.ink[2] <= style.WIDTH


def test_a_legend_too_wide_is_cut(draw):
    drawn = draw(LegendPart([LegendEntry("word " * 60, Ink.BAD, 1.2)]), 200)
    assert drawn.ink[2] <= 201


def test_an_empty_legend_takes_no_room():
    assert LegendPart(()).wrap(300, 700)[1] == 0


def test_callouts_stand_one_below_the_other(draw):
    drawn = draw(callouts([Labelled("Slowest step", "19 days."), Labelled("Twice", "4 flows.")]))
    assert drawn.text == "Slowest step 19 days. Twice 4 flows."


def test_a_drawing_without_text_is_readable(drawing):
    assert is_readable(replace(drawing, boxes=(), arrows=()), BESIDE)
