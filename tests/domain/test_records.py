from __future__ import annotations

import pytest

from cxo_desktop.domain.records import Record, empty


def test_records_share_a_nothing_that_nobody_can_fill():
    assert Record().given is Record().extra is empty()
    with pytest.raises(TypeError):
        empty()["a"] = 1
