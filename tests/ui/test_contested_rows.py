"""A conflict in words: whose versions, what can be kept."""

from dataclasses import replace
from datetime import UTC, datetime

from cxo_desktop.app.conflicts import Conflict, Keep, Version
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.ui.contested_rows import choices, conflict_row, sides, what_words

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
THEIRS = Version("tuesday", "Ravi", mine=False, at=NOON)
MINE = Version("monday", "Asha", mine=True, at=NOON)
VISIT = Conflict(1, "note", "N1", "visit", merged=False, versions=(THEIRS, MINE), free=True)
DOSSIER = Dossier(engagement=Engagement(code="E"))


def test_mine_comes_first_and_what_shows_is_marked():
    assert [(side.whose, side.text, side.shows) for side in sides(VISIT)] == [
        ("Yours", "monday", False),
        ("Ravi", "tuesday", True),
    ]
    assert [keep for keep, _text in choices(VISIT)] == [Keep.MINE, Keep.THEIRS, Keep.BOTH]
    assert "you and Ravi" in what_words(VISIT)


def test_a_merged_text_shows_what_it_has_become():
    merged = replace(VISIT, merged=True, now="monday tuesday")
    assert sides(merged)[-1].text == "monday tuesday"
    assert choices(merged)[-1] == (Keep.BOTH, "Keep as merged")


def test_a_choice_from_a_list_cannot_be_both():
    assert Keep.BOTH not in dict(choices(replace(VISIT, free=False)))


def test_a_record_that_one_removed():
    gone = replace(VISIT, field="", versions=(replace(THEIRS, value=None), MINE))
    assert [side.text for side in sides(gone)] == ["Removed it", "Changed it"]
    assert choices(gone) == [(Keep.MINE, "Remove it"), (Keep.THEIRS, "Keep it")]


def test_two_others_disagree_and_i_only_see_it():
    others = replace(VISIT, versions=(THEIRS, replace(MINE, by="Meena", mine=False)))
    assert choices(others)[0] == (Keep.SHOWN, "Keep what shows")
    assert conflict_row(others, DOSSIER).below == "Note · Visit · Ravi, Meena"
