from __future__ import annotations

import pytest

from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.interviews import Consent


@pytest.mark.parametrize("state", list(ConsentState))
def test_a_consent_allows_only_while_it_stands(state):
    consent = Consent(state=state, scopes=(ConsentScope.NOTES,))
    stands = state in {ConsentState.GIVEN, ConsentState.GIVEN_LIMITED}
    assert consent.allows(ConsentScope.NOTES) is stands


def test_a_consent_allows_only_what_was_agreed_to():
    consent = Consent(state=ConsentState.GIVEN, scopes=(ConsentScope.NOTES,))
    assert not consent.allows(ConsentScope.QUOTE_ANONYMOUS)
    assert not Consent(state=ConsentState.GIVEN).allows(ConsentScope.NOTES)


def test_nothing_is_allowed_before_anybody_was_asked():
    assert not any(Consent().allows(scope) for scope in ConsentScope)
