"""Figures in sentences."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from cxo_desktop.analysis import words
from cxo_desktop.analysis.figures import Completeness, Remark
from cxo_desktop.analysis.words import beside, sentence


def test_what_is_missing_is_said_with_its_whole():
    known = Completeness("flows_staff_hours", 14, 17, ("F1", "F2", "F3"))
    assert sentence(known) == "3 of 17 flows without hours of work"


def test_everything_that_may_be_missing_has_its_sentence():
    folder = Path(inspect.getfile(words)).parent
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    kinds = set(re.findall(r'\b[Cc]ompleteness\(\s*"(\w+)"', text))
    assert len(kinds) > 10
    for kind in kinds:
        assert sentence(Completeness(kind, 1, 4, ())).startswith("3 of 4 ")


@pytest.mark.parametrize("remark", Remark)
def test_every_remark_has_its_sentence(remark):
    assert beside(remark).endswith(".")
