"""Words for what a note becomes on a map, and the unit of its number."""

from __future__ import annotations

from cxo_desktop.app.placings import Becomes
from cxo_desktop.i18n import _


def becomes_word(becomes: Becomes) -> str:
    """Return what a note becomes, in words."""
    return {
        Becomes.EVIDENCE: _("Evidence"),
        Becomes.FLOW: _("A new flow"),
        Becomes.WORK: _("Work"),
        Becomes.WAIT: _("Waiting before it"),
        Becomes.HANDLING: _("Handling"),
        Becomes.MONTHLY: _("Staff time"),
        Becomes.COST: _("Cost"),
    }[becomes]


def unit_word(becomes: Becomes) -> str:
    """Return the unit of the number that a note becomes, "" for what has none."""
    return {
        Becomes.WORK: _("minutes"),
        Becomes.WAIT: _("hours"),
        Becomes.HANDLING: _("hours each time"),
        Becomes.MONTHLY: _("hours a month"),
        Becomes.COST: _("rupees a month"),
    }.get(becomes, "")
