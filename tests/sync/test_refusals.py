"""Reasons are words of their own; each is tried in test_attacks.py."""

from cxo_desktop.sync.refusals import Reason, Refused


def test_a_refusal_names_its_reason():
    refused = Refused(Reason.FORGED, "00000001")
    assert (refused.reason, refused.detail) == (Reason.FORGED, "00000001")
    assert str(refused) == "forged: 00000001"
