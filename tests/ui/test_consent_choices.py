"""The usual answers to the consent words."""

from cxo_desktop.app.consents import ASKED_FOR
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState
from cxo_desktop.ui.consent_choices import choices, method_words, scope_words, state_of


def test_the_widest_answer_covers_what_was_asked_and_no_name():
    notes, quotes, everything, later, no = choices()
    assert notes.scopes == (ConsentScope.NOTES,)
    assert ConsentScope.QUOTE_ANONYMOUS in quotes.scopes
    assert everything.scopes == ASKED_FOR
    assert not {ConsentScope.QUOTE_NAMED, ConsentScope.SHARE_FUNDER} & set(everything.scopes)
    assert (later.state, no.state) == (ConsentState.NOT_ASKED, ConsentState.REFUSED)


def test_every_purpose_and_way_has_words():
    assert tuple(scope_words()) == ASKED_FOR
    assert set(method_words()) == set(ConsentMethod)
    assert state_of(ASKED_FOR) is ConsentState.GIVEN
    assert state_of(ASKED_FOR[:2]) is ConsentState.GIVEN_LIMITED
