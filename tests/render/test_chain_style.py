"""Each step down in detail needs less room."""

from itertools import pairwise

import pytest

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render.chain_style import DETAILS, FULL


@pytest.mark.parametrize("way", Orientation)
def test_details_get_smaller_and_keep_their_orientation(way) -> None:
    styles = [detail[way] for detail in DETAILS]
    assert {style.orientation for style in styles} == {way}
    for one, other in pairwise(styles):
        assert other.name_limit <= one.name_limit
        assert other.text_at <= one.text_at


def test_words_begin_right_of_the_icon() -> None:
    style = FULL[Orientation.TB]
    assert style.text_at > style.pad + style.icon
