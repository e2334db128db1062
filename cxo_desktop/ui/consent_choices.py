"""The ways a consent is usually given, each one key; and what each purpose is called."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.app.consents import ASKED_FOR
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState
from cxo_desktop.i18n import _

_NOTES = (ConsentScope.NOTES,)
_QUOTES = (*_NOTES, ConsentScope.QUOTE_ANONYMOUS)


@dataclass(frozen=True, slots=True)
class ConsentChoice:
    """A state with its purposes, and the words for it."""

    words: str
    state: ConsentState
    scopes: tuple[ConsentScope, ...]
    icon: str
    ink: str


def choices() -> tuple[ConsentChoice, ...]:
    """Return what is chosen by 1, 2, 3, 4 and 5."""
    given, limited = ConsentState.GIVEN, ConsentState.GIVEN_LIMITED
    return (
        ConsentChoice(_("Notes only"), limited, _NOTES, "shield-check", "ok"),
        ConsentChoice(_("Notes and unnamed quotes"), limited, _QUOTES, "shield-check", "ok"),
        ConsentChoice(_("All that was asked"), given, ASKED_FOR, "shield-check", "ok"),
        ConsentChoice(
            _("Not asked yet: notes stay on this laptop"),
            ConsentState.NOT_ASKED,
            (),
            "shield-alert",
            "warn",
        ),
        ConsentChoice(
            _("No: nothing is kept, only the count"), ConsentState.REFUSED, (), "shield-off", "bad"
        ),
    )


def scope_words() -> dict[ConsentScope, str]:
    """Return what each purpose the words ask for is called, in their order."""
    return {
        ConsentScope.NOTES: _("Take notes"),
        ConsentScope.QUOTE_ANONYMOUS: _("Quote, unnamed"),
        ConsentScope.SHARE_CONSULTANTS: _("Share with fellow adviser"),
        ConsentScope.SHARE_LEADERSHIP: _("Share with leadership"),
        ConsentScope.AUDIO: _("Record sound"),
        ConsentScope.PHOTO: _("Photo of forms"),
    }


def method_words() -> dict[ConsentMethod, str]:
    """Return what each way of giving consent is called."""
    return {
        ConsentMethod.ORAL: _("Spoken"),
        ConsentMethod.ORAL_WITNESSED: _("Spoken, with a witness"),
        ConsentMethod.WRITTEN: _("Written"),
        ConsentMethod.DIGITAL: _("On a screen"),
    }


def state_of(scopes: tuple[ConsentScope, ...]) -> ConsentState:
    """Return the state that ticked purposes amount to."""
    return ConsentState.GIVEN if set(ASKED_FOR) <= set(scopes) else ConsentState.GIVEN_LIMITED
