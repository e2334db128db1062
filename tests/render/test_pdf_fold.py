"""A long map is folded where it hurts least, with a letter at both ends of what is cut."""

import io
from collections import Counter
from itertools import pairwise

import pypdfium2
import pytest

from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render import lane_map, pdf_fold, shifting
from cxo_desktop.render.pdf_map import to_pdf


@pytest.fixture(scope="module")
def long_map():
    steps = [Step(code=f"s{k:02}", lane="AB"[k % 2], label=f"Step {k:02}") for k in range(40)]
    moves = [Transition(source=f"s{k:02}", target=f"s{k + 1:02}") for k in range(39)]
    moves.append(Transition(source="s00", target="s39"))
    return lane_map.draw_process(
        ProcessMap(name="Long", lanes=("A", "B")),
        steps,
        moves,
        tool_names={},
        evidence={},
        pains={},
    )


def test_bands_follow_each_other_and_cut_no_box(long_map):
    plan = pdf_fold.plan(long_map, (520, 700), 1.25, 7)
    bands = [band for page in plan.pages for band in page]
    assert plan.fits
    assert bands[0].start == 0
    assert bands[-1].end == long_map.width
    for one, other in pairwise(bands):
        assert one.end == other.start
        assert not any(box.x < one.end < box.x + box.width for box in long_map.boxes)
    assert all((band.end - band.start) * plan.scale <= 520.1 for band in bands)


def test_every_cut_arrow_has_its_letter_on_both_sides_and_text_is_legible(long_map):
    plan = pdf_fold.plan(long_map, (520, 700), 1.25, 7)
    document = pypdfium2.PdfDocument(to_pdf(long_map))
    words = Counter[str]()
    for page in document:
        text = page.get_textpage()
        words.update(text.get_text_range().split())
    document.close()
    assert all(words[f"{k:02}"] >= 1 for k in range(40))
    assert len({cut.letter for cut in plan.cuts}) == len(plan.cuts)
    assert plan.scale * shifting.smallest_text(long_map, 8) >= 7
    assert all(words[letter] >= 2 for letter in "CDE")


def test_a_small_map_is_one_band_and_enlarged_a_little():
    drawing = lane_map.draw_process(
        ProcessMap(lanes=("A",)),
        [Step(code="s", lane="A", label="x")],
        [],
        tool_names={},
        evidence={},
        pains={},
    )
    plan = pdf_fold.plan(drawing, (520, 700), 1.25, 7)
    assert plan.scale == 1.25
    assert len(plan.pages) == 1
    assert not plan.cuts
    assert to_pdf(drawing).count(b"/Type /Page\n") == 1
    assert io.BytesIO(to_pdf(drawing)).read(4) == b"%PDF"
