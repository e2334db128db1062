"""The list of people in words."""

from cxo_desktop.app.people import Standing
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.interviews import Consent, Interview
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.people_rows import consent_word, fits, level_word, person_row

NOTES = (ConsentScope.NOTES,)


def standing(**more):
    given = {"name": "", "held": (), "planned": (), "consent": None, "alone": ()}
    person = Person(code="P1", role="Health lead", level="L2", unit="North")
    return Standing(person=person, **{**given, **more})


def test_a_row_says_who_heard_and_what_is_only_theirs():
    levels = {"L2": Level(code="L2", name="Heads")}
    row = person_row(standing(planned=(Interview(),), alone=(("PR1", "SQL"),)), levels)
    assert row.cells == ("Health lead", "L2", "North", "planned", "not asked", "only one")
    assert row.level == "L2  Heads"
    assert person_row(standing(name="Asha"), levels).cells[0] == "Asha"


def test_heard_and_unheard_are_not_each_other():
    assert fits(standing(), "unheard")
    assert not fits(standing(), "heard")
    assert fits(standing(held=(Interview(),)), "heard nor")
    assert not fits(standing(held=(Interview(),)), "unheard")


def test_consents_and_levels_in_words():
    assert consent_word(None) == "not asked"
    assert consent_word(Consent(state=ConsentState.GIVEN, scopes=NOTES)) == "notes only"
    assert consent_word(Consent(state=ConsentState.GIVEN)) == "without notes"
    both = (*NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert consent_word(Consent(state=ConsentState.GIVEN_LIMITED, scopes=both)) == (
        "notes and quotes"
    )
    assert consent_word(Consent(state=ConsentState.WITHDRAWN, scopes=both)) == "withdrawn"
    assert level_word({}, None) == "Level not known"
    assert level_word({}, "L9") == "L9 · unfiled"
