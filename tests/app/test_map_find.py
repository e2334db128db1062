"""Boxes are found by code and words, arrows by code or ends."""

from cxo_desktop.app.map_find import arrows_of, box_of, find_arrow, find_box
from cxo_desktop.app.maps import CHAIN, map_card


def test_a_box_is_found_by_code_words_beginning_and_middle(sample):
    card = map_card(sample.dossier(), CHAIN)
    for words in ("D02", "paper register", "paper", "register"):
        assert find_box(sample.dossier(), card, words) == "D02"


def test_arrows_are_found_by_code_or_ends(sample):
    dossier = sample.dossier()
    chain, process = map_card(dossier, CHAIN), map_card(dossier, "PM1")
    assert find_arrow(dossier, chain, "F01").target == "D02"
    assert find_arrow(dossier, process, "s1>s2").source == "s1"
    assert find_arrow(dossier, process, "") is None
    assert len(arrows_of(dossier, process)) == 18
    assert box_of(dossier, process, "none") is None
