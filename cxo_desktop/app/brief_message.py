"""The message of a brief: its title, its subtitle, and the three sentences behind it."""

from __future__ import annotations

from cxo_desktop.analysis.triangulation import Grade
from cxo_desktop.app.brief_facts import Facts
from cxo_desktop.app.brief_words import (
    LONGEST_NAME,
    LONGEST_STATEMENT,
    LONGEST_TITLE,
    area,
    as_heading,
    as_sentence,
    day,
    percent,
    shortened,
)
from cxo_desktop.domain.briefs import Labelled
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.findings import Recommendation
from cxo_desktop.i18n import _, grouped, ngettext
from cxo_desktop.render.chain_words import duration

_FAR_APART = 0.5
_CHAIN_AREA = "data_chain"


def title(facts: Facts) -> str:
    """Return the answer as one sentence: the strongest thing that the figures allow to say.

    In this order: asked against needed, the best founded finding, the age of a figure at its
    decision, and at last how little is known yet.
    """
    return shortened(
        _priority(facts) or _best_finding(facts) or _age(facts) or _beginning(facts),
        LONGEST_TITLE,
    )


def need_and_ask(facts: Facts) -> tuple[str, str] | None:
    """Return the area most needed and the area most asked for, if they are far apart."""
    figure = facts.divergence
    need, overlap = figure.candidate_real_need, figure.overlap
    if figure.too_early or need is None or overlap is None or 1 - overlap < _FAR_APART:
        return None
    return need, next(iter(figure.ask))


def _priority(facts: Facts) -> str:
    pair = need_and_ask(facts)
    if pair is None:
        return ""
    need, ask = pair
    age = duration(facts.chain.typical_hours or 0)
    if need == _CHAIN_AREA and age:
        return _("Put {need} before {ask}: figures are {age} old when you decide").format(
            need=area(need), ask=area(ask), age=age
        )
    return _("Put {need} before {ask}").format(need=area(need), ask=area(ask))


def _best_finding(facts: Facts) -> str:
    if not facts.found:
        return ""
    best = facts.found[0]
    statement = as_heading(best.finding.statement)
    if best.standing.grade in {Grade.STRONG, Grade.MODERATE}:
        return statement
    if best.standing.grade is Grade.CONTESTED:
        return _("Not agreed yet: {statement}").format(statement=statement)
    return _("A first sign, not confirmed yet: {statement}").format(statement=statement)


def _age(facts: Facts) -> str:
    age = duration(facts.chain.typical_hours or 0)
    return _("Figures are {age} old when you decide").format(age=age) if age else ""


def _beginning(facts: Facts) -> str:
    if facts.notes:
        return ngettext(
            "Too early for an answer: {count} note so far",
            "Too early for an answer: {count} notes so far",
            facts.notes,
        ).format(count=grouped(facts.notes))
    return _("Nobody has been heard yet: the interviews come first")


def subtitle(facts: Facts) -> str:
    """Return for whom the brief is, what it rests on, and its date."""
    on = day(facts.on)
    if not facts.interviews:
        return _("For the Executive Director. No interview has been held by {date}.").format(
            date=on
        )
    return _("For the Executive Director. From {heard}. As of {date}.").format(
        heard=heard_words(facts), date=on
    )


def heard_words(facts: Facts) -> str:
    """Return how much was heard, such as "10 interviews at 5 levels"."""
    interviews = ngettext("{count} interview", "{count} interviews", facts.interviews).format(
        count=facts.interviews
    )
    if not facts.levels:
        return interviews
    levels = ngettext("{count} level", "{count} levels", facts.levels).format(count=facts.levels)
    return _("{interviews} at {levels}").format(interviews=interviews, levels=levels)


def summary(facts: Facts) -> tuple[Labelled, ...]:
    """Return situation, complication and answer; a part of which nothing is known is left out."""
    parts = (
        (_("Situation"), _situation(facts)),
        (_("Complication"), _complication(facts)),
        (_("Answer"), _answer(facts)),
    )
    return tuple(Labelled(label, text) for label, text in parts if text)


def _situation(facts: Facts) -> str:
    ask = facts.dossier.engagement.first_ask or ""
    asked = (
        _("The first ask was “{ask}”.").format(ask=shortened(as_heading(ask), LONGEST_STATEMENT))
        if ask
        else ""
    )
    pair = need_and_ask(facts)
    if pair is None:
        return asked
    share = percent(facts.divergence.need.get(pair[1], 0))
    told = _("{share} of the needs that people named are about {ask}.").format(
        share=share, ask=area(pair[1])
    )
    return f"{asked} {told}".strip()


def _complication(facts: Facts) -> str:
    age = duration(facts.chain.typical_hours or 0)
    if not age:
        return _finding_not_said_yet(facts)
    steps, manual = len(facts.chain.legs), len(facts.chain.manual_on_path)
    path = _("A figure needs {age} from {source} to {decision}.").format(
        age=age, source=_end(facts, 0), decision=_end(facts, -1)
    )
    by_hand = ngettext(
        "{manual} of its {count} step is done by hand.",
        "{manual} of its {count} steps are done by hand.",
        steps,
    ).format(manual=manual, count=steps)
    return f"{path} {by_hand}"


def _finding_not_said_yet(facts: Facts) -> str:
    """Return the weightiest finding, "" where it is the title already."""
    if not facts.found or title(facts) == shortened(_best_finding(facts), LONGEST_TITLE):
        return ""
    return as_sentence(shortened(facts.found[0].finding.statement, LONGEST_STATEMENT))


def _end(facts: Facts, which: int) -> str:
    node = facts.dossier.by_code(DataNode).get(facts.chain.critical_path[which])
    return _("“{name}”").format(name=shortened(node.name if node else "", LONGEST_NAME))


def _answer(facts: Facts) -> str:
    best = facts.best_what_if
    if best is None:
        steps = facts.dossier.all(Recommendation)
        return as_sentence(shortened(steps[0].statement, LONGEST_STATEMENT)) if steps else ""
    scenario, figure = best
    answer = _("“{name}” would bring it down to {age}.").format(
        name=shortened(scenario.name, LONGEST_NAME), age=duration(figure.typical_hours or 0)
    )
    freed = facts.chain.staff_hours_per_month - figure.staff_hours_per_month
    if freed >= 1:
        answer += " " + _("It would free {hours} staff hours a month.").format(hours=grouped(freed))
    others = [it for it in facts.what_ifs if it[0].code != scenario.code and it[1].legs]
    if others:
        other, less = others[0]
        answer += " " + _("“{name}” alone would leave it at {age}.").format(
            name=shortened(other.name, LONGEST_NAME), age=duration(less.typical_hours or 0)
        )
    return answer
