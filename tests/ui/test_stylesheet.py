"""The style sheet: small, complete, and drawn from the tokens alone."""

import re

import pytest

from cxo_desktop import assets
from cxo_desktop.ui.stylesheet import TYPE, style_sheet
from cxo_desktop.ui.tokens import TOKENS, Mode

MARKS = assets.resource("icons/controls")


@pytest.mark.parametrize("mode", Mode)
def test_it_has_no_colour_of_its_own(mode):
    sheet = style_sheet(mode, MARKS)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)) <= set(TOKENS[mode].values())
    assert "{" in sheet
    assert "{{" not in sheet


@pytest.mark.parametrize("mode", Mode)
def test_the_marks_it_names_exist_in_the_colours_of_the_look(mode):
    files = re.findall(r'url\("([^"]+)"\)', style_sheet(mode, MARKS))
    assert len(files) == 2
    text2, on_accent = TOKENS[mode]["text2"], TOKENS[mode]["onAccent"]
    for name, ink in (("chevron-down", text2), ("check", on_accent)):
        assert ink in (MARKS / f"{name}-{mode.value}.svg").read_text(encoding="utf-8")


def test_no_text_is_smaller_than_eleven_pixels():
    assert min(size for size, _weight in TYPE.values()) == 11
