"""The vendored fonts hold what maps and briefs must print."""

import pytest

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts


@pytest.mark.parametrize("weight", Weight)
def test_every_weight_holds_the_scripts_and_signs_we_print(weight: Weight) -> None:
    wanted = "AZaz09 नमस्ते ऑफिस ळ ₹ · • — … “ ” \u2013 \u2018 \u2019 \u00d7 \u2212"
    assert set(map(ord, wanted)) <= fonts.characters(weight)


def test_arrows_and_ticks_are_not_in_the_font_so_they_are_drawn_as_shapes() -> None:
    assert not set(map(ord, "→✓▲■")) & fonts.characters(Weight.REGULAR)


@pytest.mark.parametrize("weight", Weight)
def test_line_heights_are_those_of_the_face(weight: Weight) -> None:
    extents = fonts.face(weight).get_font_extents("ltr")
    assert (extents.ascender, -extents.descender) == (fonts.ASCENT * 1000, fonts.DESCENT * 1000)


def test_weights_have_their_own_files_and_names() -> None:
    assert len({fonts.path(weight) for weight in Weight}) == len(Weight)
    assert len({fonts.name(weight) for weight in Weight}) == len(Weight)
    assert all(fonts.path(weight).is_file() for weight in Weight)
