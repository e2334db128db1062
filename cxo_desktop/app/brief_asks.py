"""Which decisions a brief asks of the Executive Director, and on what terms."""

from __future__ import annotations

from collections.abc import Sequence

from cxo_desktop.analysis.triangulation import Grade
from cxo_desktop.app.brief_facts import Facts, Found
from cxo_desktop.app.brief_words import (
    LONGEST_NAME,
    LONGEST_STATEMENT,
    as_sentence,
    day,
    listed,
    months_later,
    shortened,
)
from cxo_desktop.domain.briefs import AskedDecision, DecisionBox, Labelled
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.enums import Dimension, Horizon
from cxo_desktop.domain.findings import Recommendation
from cxo_desktop.i18n import _, ngettext, rupees

MOST = 3
_MONTHS = {Horizon.NEXT_QUARTER: 3, Horizon.THIS_YEAR: 12}
_ORDER = (Horizon.NEXT_QUARTER, Horizon.THIS_YEAR, Horizon.LATER, None)
_WORTH = {Grade.STRONG: 3, Grade.MODERATE: 2, Grade.WEAK: 1, Grade.CONTESTED: 1}
Asked = Recommendation | Decision


def decision_box(facts: Facts) -> DecisionBox | None:
    """Return what is asked: what is marked so, else the best founded of the next steps."""
    marked = _marked(facts)
    if marked:
        return _box(facts, marked[:MOST], _more(len(marked) - MOST))
    steps = _next_steps(facts)
    if not steps:
        return None
    remark = _("Nothing is marked as your decision yet; these steps have the strongest findings.")
    return _box(facts, steps[:MOST], remark)


def _box(facts: Facts, asked: Sequence[Asked], remark: str) -> DecisionBox:
    waiting = any(it.cost_of_waiting for it in asked)
    unknown = "" if waiting else _("Waiting is not costed.")
    return DecisionBox(
        heading=ngettext(
            "One decision we ask of you", "{count} decisions we ask of you", len(asked)
        ).format(count=len(asked)),
        decisions=tuple(
            AskedDecision(
                as_sentence(shortened(it.statement, LONGEST_STATEMENT)), tuple(_terms(facts, it))
            )
            for it in asked
        ),
        tick_words=(_("Agree"), _("Discuss")),
        remark=" ".join(part for part in (remark, unknown) if part),
    )


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext(
        "{count} more decision is asked of you; it can wait until these are taken.",
        "{count} more decisions are asked of you; they can wait until these are taken.",
        count,
    ).format(count=count)


def _marked(facts: Facts) -> list[Asked]:
    """Return what somebody marked as asked of the Executive Director, the nearest first."""
    steps = [it for it in facts.dossier.all(Recommendation) if it.asked_of_ed and it.statement]
    decisions = [it for it in facts.dossier.all(Decision) if it.asked_of_ed and it.statement]
    return [*sorted(steps, key=lambda it: _step_rank(facts, it)), *decisions]


def _next_steps(facts: Facts) -> list[Recommendation]:
    """Return the recommendations of the nearest horizon, the best founded first.

    Technology whose use, way and fit are not answered yet is not asked for.
    """
    ripe = [it for it in facts.dossier.all(Recommendation) if it.statement and not open_gates(it)]
    ranked = sorted(ripe, key=lambda it: _step_rank(facts, it))
    return [it for it in ranked if it.horizon is ranked[0].horizon]


def _step_rank(facts: Facts, step: Recommendation) -> tuple[int, int, float, float, str]:
    """Return what the next step is smallest in: near, well founded, close to the real need."""
    behind = [it for it in facts.found if it.finding.code in step.findings]
    need = facts.divergence.candidate_real_need
    close = sum(1 for it in behind if need and it.finding.need_area == need)
    return (
        _ORDER.index(step.horizon),
        -max((_weight(it) for it in behind), default=0),
        -close / len(behind) if behind else 0,
        -sum(it.standing.score for it in behind),
        step.code,
    )


def _weight(found: Found) -> int:
    return _WORTH[found.standing.grade] * (found.finding.severity or 1)


def open_gates(step: Recommendation) -> tuple[str, ...]:
    """Return which of the three questions before any technology have no answer yet."""
    gate = step.process_gate
    if gate is None:
        return (_("who uses it"),) if step.dimension is Dimension.TECHNOLOGY else ()
    questions = (
        (gate.who, _("who uses it")),
        (gate.how, _("how it is used")),
        (gate.integration, _("what it must fit into")),
    )
    return tuple(words for answer, words in questions if not answer.strip())


def _terms(facts: Facts, asked: Asked) -> list[Labelled]:
    terms = [Labelled(_("By"), _by(facts, asked))]
    if isinstance(asked, Recommendation):
        terms.append(Labelled(_("Cost"), _cost(asked)))
        owner = shortened(facts.role(asked.owner), LONGEST_NAME)
        terms.append(Labelled(_("Carried by"), owner or _("to be named")))
        if asked.process_gate and open_gates(asked):
            terms.append(Labelled(_("Still open"), listed(open_gates(asked))))
    if asked.cost_of_waiting:
        waiting = shortened(asked.cost_of_waiting, LONGEST_STATEMENT)
        terms.append(Labelled(_("If we wait"), waiting))
    return terms


def _by(facts: Facts, asked: Asked) -> str:
    if isinstance(asked, Decision):
        ahead = [it for it in (asked.on, asked.review_on) if it and it >= facts.on]
        return day(ahead[0]) if ahead else _("a date to agree")
    months = _MONTHS.get(asked.horizon) if asked.horizon else None
    if months:
        return day(months_later(facts.on, months))
    return _("a date to agree")


def _cost(step: Recommendation) -> str:
    once, yearly = step.one_off_inr, step.yearly_inr
    if once is None and yearly is None:
        return _("not known yet")
    if not once and not yearly:
        return _("no cash")
    parts = []
    if once:
        parts.append(_("{amount} once").format(amount=rupees(once)))
    if yearly:
        parts.append(_("{amount} a year").format(amount=rupees(yearly)))
    return listed(parts)
