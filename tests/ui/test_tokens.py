"""Every pair of colours that stands on each other is legible, in both looks."""

import pytest

from cxo_desktop.domain.drawing import Ink
from cxo_desktop.ui.tokens import DARK, LIGHT, SOFT_OF, TOKENS, Mode

WORDS = ("text", "text2", "text3", "accent", "ok", "warn", "bad", "pain", "quote", "tool")
WORDS += ("person", "flow", "cost", "action")


def brightness(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    dark, bright = sorted((brightness(first), brightness(second)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("ground", ["surface", "bg", "surface2"])
def test_words_are_legible_on_every_ground(mode, ground):
    tokens = TOKENS[mode]
    poor = {ink: contrast(tokens[ink], tokens[ground]) for ink in WORDS}
    assert {ink: ratio for ink, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("mode", Mode)
def test_words_are_legible_on_their_soft_ground(mode):
    tokens = TOKENS[mode]
    pairs = [*SOFT_OF.items(), ("onAccent", "accent"), ("text", "sel"), ("text2", "sel")]
    assert [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("mode", Mode)
def test_outlines_and_focus_stand_out(mode):
    tokens = TOKENS[mode]
    for line in ("borderStrong", "accent"):
        for ground in ("surface", "bg"):
            assert contrast(tokens[line], tokens[ground]) >= 3


def test_both_looks_know_the_same_roles_and_those_of_maps():
    assert LIGHT.keys() == DARK.keys()
    assert {ink.value for ink in Ink} <= LIGHT.keys()
