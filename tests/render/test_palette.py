"""Colours are complete and readable on the grounds on which maps put them."""

import pytest

from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render.palette import DARK, LIGHT, Palette

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(palette: Palette, ink: Ink, ground: Ink) -> float:
    dark, light = sorted((luminance(palette[ink]), luminance(palette[ground])))
    return (light + 0.05) / (dark + 0.05)


@PALETTES
def test_every_role_has_a_colour(palette: Palette) -> None:
    assert set(palette) == set(Ink)


@PALETTES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, Ink.SURFACE) for ink in (Ink.TEXT, Ink.TEXT2, Ink.TEXT3, Ink.WARN, Ink.BAD)),
        (Ink.TOOL, Ink.SURFACE2),
        (Ink.PERSON, Ink.SURFACE2),
        (Ink.TEXT, Ink.ACCENT_SOFT),
        (Ink.TEXT2, Ink.ACCENT_SOFT),
        (Ink.TEXT2, Ink.SURFACE2),
        (Ink.BAD, Ink.BAD_SOFT),
    ],
)
def test_words_on_maps_have_a_contrast_of_four_and_a_half(palette, ink, ground) -> None:
    assert contrast(palette, ink, ground) >= 4.5


@PALETTES
def test_outlines_have_a_contrast_of_three(palette: Palette) -> None:
    assert contrast(palette, Ink.BORDER_STRONG, Ink.SURFACE) >= 3
