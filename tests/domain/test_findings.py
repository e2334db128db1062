from __future__ import annotations

import pytest

from cxo_desktop.domain.findings import Evidence


@pytest.mark.parametrize(
    ("target", "is_note"), [("N003", True), ("metric:chain_latency", False), ("document:x", False)]
)
def test_evidence_is_a_note_unless_it_says_what_else(target, is_note):
    assert Evidence(finding="FN1", target=target).is_note is is_note
