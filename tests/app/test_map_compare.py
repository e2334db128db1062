"""Maps beside each other: differences in words, figures."""

import pytest

from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.domain.errors import InputRefused


def test_the_to_be_map_is_shorter_in_figures_and_words(sample):
    found = compare_maps(sample.dossier(), "PM2", "PM3")
    changes = {it.name: it.change for it in found.figures}
    assert changes["steps"] < 0
    assert changes["touch_hours"] < 0
    assert any(line.startswith("removed  “") for line in found.lines())
    assert any(line.startswith("touch_hours") for line in found.lines())


def test_the_same_map_has_nothing_to_tell(sample):
    assert compare_maps(sample.dossier(), "PM1", "PM1").lines() == []


def test_unlike_kinds_are_not_compared(sample):
    with pytest.raises(InputRefused, match="data chain"):
        compare_maps(sample.dossier(), "chain", "PM1")
