"""Advice on a map in sentences: what is open, and what would mend it."""

from __future__ import annotations

from typing import NamedTuple

from cxo_desktop.analysis.map_lint import Rule
from cxo_desktop.i18n import _


class Said(NamedTuple):
    """What is open, about {what}, and what to do."""

    what: str
    remedy: str


def said(rule: Rule, what: str) -> Said:
    """Return the sentences of a rule about ``what``, the words of boxes or arrows."""
    sentence, remedy = {**_shape(), **_people(), **_ways(), **_evidence()}[rule]
    return Said(sentence.format(what=what), remedy)


def _shape() -> dict[Rule, tuple[str, str]]:
    return {
        Rule.LOOSE_ARROW: (
            _("The arrow {what} starts or ends at nothing."),
            _("Connect its loose end, or delete it."),
        ),
        Rule.ENDLESS_CYCLE: (
            _("Work goes round in {what} and never comes out."),
            _("Ask when it is good enough to go on, and draw that way out."),
        ),
        Rule.DEAD_END: (
            _("Nothing follows {what}."),
            _("Ask what happens with its result, or make it an end."),
        ),
        Rule.DISCONNECTED: (
            _("{what} is joined to nothing."),
            _("Connect it, or delete it."),
        ),
        Rule.NOT_REACHED: (
            _("Nothing leads to {what}."),
            _("Ask what sets it off, or make it a start."),
        ),
        Rule.NO_START: (
            _("The map has no start."),
            _("Ask what sets the process off, and add it."),
        ),
        Rule.NO_END: (
            _("The map has no end."),
            _("Ask when the process is done, and add it."),
        ),
        Rule.DUPLICATE_ARROW: (
            _("More than one arrow says {what}."),
            _("Keep one, or tell them apart by words."),
        ),
    }


def _people() -> dict[Rule, tuple[str, str]]:
    return {
        Rule.NO_LANE: (
            _("Nobody is named who does {what}."),
            _("Ask who does it, and move it into that lane."),
        ),
        Rule.NO_OWNER: (
            _("Nobody is named who keeps {what}."),
            _("Ask which level keeps it, and set its owner."),
        ),
        Rule.UNNAMED_HAND_OFF: (
            _("At {what} work changes hands, and nobody said what is handed over."),
            _("Ask what is handed over and how, and name the arrow."),
        ),
        Rule.EMPTY_LANE: (
            _("The lane {what} is empty."),
            _("Ask what they do in this process, or take the lane away."),
        ),
    }


def _ways() -> dict[Rule, tuple[str, str]]:
    return {
        Rule.ONE_WAY_DECISION: (
            _("From the decision {what} only one way leads on."),
            _("Ask what happens otherwise, and draw that way."),
        ),
        Rule.SUPERFLUOUS_DECISION: (
            _("{what} decides nothing; ways only meet there."),
            _("Let the arrows lead to the next step directly."),
        ),
        Rule.UNNAMED_WAY: (
            _("The way {what} says not when it is taken."),
            _("Ask when this way is taken, and name the arrow."),
        ),
        Rule.IMPLICIT_SPLIT: (
            _("Several ways lead on from {what}, and it is not said which is taken when."),
            _("Name the arrows, or put a decision behind it."),
        ),
        Rule.SHARES: (
            _("The shares of the ways from {what} do not add up to 100 %."),
            _("Ask for the shares once more."),
        ),
        Rule.NO_FREQUENCY: (
            _("Nobody said how often data flows along {what}."),
            _("Ask how often, and set its frequency."),
        ),
        Rule.NO_LABEL: (
            _("{what} has no words."),
            _("Say in a verb and a thing what is done."),
        ),
    }


def _evidence() -> dict[Rule, tuple[str, str]]:
    return {
        Rule.ONE_LEVEL: (
            _("Only one level spoke of {what}."),
            _("Ask somebody of another level whether it is so."),
        ),
        Rule.NO_EVIDENCE: (
            _("No note stands behind {what}."),
            _("Place a note on it, or ask about it on the next visit."),
        ),
    }
