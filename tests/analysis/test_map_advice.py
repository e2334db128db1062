"""Every rule has its sentence and its remedy."""

import pytest

from cxo_desktop.analysis.map_advice import said
from cxo_desktop.analysis.map_lint import Rule


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_says_what_is_open_and_what_to_do(rule):
    what, remedy = said(rule, "“Visit”")
    assert what.endswith(".")
    assert remedy.endswith(".")
    assert "{" not in what
