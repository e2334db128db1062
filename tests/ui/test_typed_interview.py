"""An interview typed by real keys, with every kind of correction, is kept as it was meant."""

import pytest

from tests.ui.typist import CORRECTIONS, MISSING, faults, interview

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.timeout(180),
]


def test_store_and_text_are_alike(tmp_path):
    hands, found, _minutes = interview(tmp_path / "workspace", len(CORRECTIONS), 0.012, 20)
    assert hands.corrections == len(CORRECTIONS)
    assert faults(hands.lines, found) == []
