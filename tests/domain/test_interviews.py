from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.interviews import Consent, Interview


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


def test_time_talked_leaves_pauses_out():
    begun = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
    now = begun + timedelta(minutes=40)
    talk = Interview(started_at=begun.isoformat(), paused_seconds=600)
    assert talk.seconds_until(now) == 1800
    resting = replace(talk, paused_at=(begun + timedelta(minutes=20)).isoformat())
    assert resting.seconds_until(now) == 600
    assert Interview().seconds_until(now) is None
