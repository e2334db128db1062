"""Figures in sentences: how much of a figure's input is known, and what must be said beside it."""

from __future__ import annotations

from cxo_desktop.analysis.figures import Completeness, Remark
from cxo_desktop.i18n import _


def sentence(known: Completeness) -> str:
    """Return a completeness in words, such as "3 of 17 flows without hours of work"."""
    return _without(known.what).format(missing=known.of - known.known, total=known.of)


def _without(what: str) -> str:
    return {
        "actions_due": _("{missing} of {total} actions without a due date"),
        "answers": _("{missing} of {total} questions not answered"),
        "bands_pay": _("{missing} of {total} role bands without pay"),
        "cells": _("{missing} of {total} needs of which nobody knows whether they are met"),
        "choices_share": _("{missing} of {total} choices without the share of each way"),
        "decisions_funder": _("{missing} of {total} decisions without the funder's part"),
        "dispatches_sent": _("{missing} of {total} dispatches without the day they were sent"),
        "flows_disputes": _("{missing} of {total} flows without a count of disputes"),
        "flows_handling": _("{missing} of {total} flows without handling time"),
        "flows_method": _("{missing} of {total} flows without a method"),
        "flows_pii": _("{missing} of {total} flows of which nobody said whether they are personal"),
        "flows_staff_hours": _("{missing} of {total} flows without hours of work"),
        "flows_wait": _("{missing} of {total} flows without waiting time"),
        "levels_target": _("{missing} of {total} levels without a target"),
        "need_notes_area": _("{missing} of {total} notes of need without an area of need"),
        "need_notes_level": _("{missing} of {total} notes of need without the speaker's level"),
        "people_level": _("{missing} of {total} people heard without a level"),
        "recommendations_dimension": _("{missing} of {total} recommendations under no head"),
        "skills_level": _("{missing} of {total} skills of people without a level"),
        "steps_lane": _("{missing} of {total} steps in nobody's lane"),
        "steps_minutes": _("{missing} of {total} steps without minutes of work"),
        "steps_quality": _("{missing} of {total} steps without a share complete and accurate"),
        "steps_wait": _("{missing} of {total} steps without waiting time"),
        "tools_cash": _("{missing} of {total} tools without a price"),
        "training_day": _("{missing} of {total} trainings without a day"),
        "training_hours": _("{missing} of {total} trainings without hours"),
    }[what]


def beside(remark: Remark) -> str:
    """Return what must be said beside a figure."""
    return {
        Remark.CYCLE: _("Data goes round in a circle; only ways that pass no place twice count."),
        Remark.CAPPED: _("There are too many ways to try them all; a slower one may exist."),
        Remark.NO_PATH: _("No way leads from where data is born to where it is used."),
        Remark.BAD_CHANGE: _("A change of the scenario cannot be carried out and was left out."),
        Remark.UNKNOWN_CODE: _("The scenario speaks of something that does not exist."),
        Remark.MIXED_CYCLES: _("These maps count different cycles; do not compare their hours."),
        Remark.CLOCK: _(
            "The clock is uncertain: something is answered before it was sent, or sent later "
            "than the day on which the figures stand."
        ),
        Remark.NO_DATE: _("No day is set on which the figures stand."),
    }[remark]
