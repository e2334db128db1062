"""The data chain in a brief: its map, and what to read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxo_desktop.app.brief_facts import Facts, flows_known
from cxo_desktop.app.brief_words import LONGEST_NAME, as_sentence, shortened
from cxo_desktop.app.maps import CHAIN, draw_map
from cxo_desktop.domain.briefs import ChainMap, Labelled
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.i18n import _, grouped, ngettext
from cxo_desktop.render.chain_words import duration, way_words

MOST_CALLOUTS = 5
_ENOUGH_WORDS = 400


def chain_map(facts: Facts, cancelled: Callable[[], bool]) -> ChainMap | None:
    """Return the map of the chain with its callouts; None where no flow is known.

    A chain too large to be read beside its callouts stands there along its slowest way only, and
    whole on a page of its own; one too large for that as well is told in words.
    """
    from cxo_desktop.render.brief_parts.chain import BESIDE, TURNED, UPRIGHT

    if not facts.dossier.all(DataFlow):
        return None
    beside = _drawn(facts.dossier, BESIDE, cancelled)
    sheet = None
    if beside is None:
        sheet = _drawn(facts.dossier, UPRIGHT, cancelled)
        sheet = sheet or _drawn(facts.dossier, TURNED, cancelled)
        beside = _drawn(_slowest_way(facts), BESIDE, cancelled) if facts.chain.legs else None
    return ChainMap(
        title=_title(facts),
        lead=_lead(facts),
        beside=beside,
        sheet=sheet,
        sheet_title=_("The whole data chain"),
        callouts=tuple(_callouts(facts))[:MOST_CALLOUTS],
        caption=_caption(facts, beside, sheet),
        alt=_alt(facts, beside),
        sheet_alt=_alt(facts, sheet),
    )


def _drawn(
    dossier: Dossier, room: tuple[float, float], cancelled: Callable[[], bool]
) -> Drawing | None:
    """Return the map of the chain if it can be read in ``room`` points."""
    from cxo_desktop.render.brief_parts.chain import is_readable

    drawing = draw_map(dossier, CHAIN, fit=room, cancelled=cancelled)
    return drawing if is_readable(drawing, room) else None


def _slowest_way(facts: Facts) -> Dossier:
    flows = set(facts.chain.critical_flows)
    nodes = set(facts.chain.critical_path)
    kept = facts.dossier.with_records(
        DataFlow, [it for it in facts.dossier.all(DataFlow) if it.code in flows]
    )
    return kept.with_records(DataNode, [it for it in kept.all(DataNode) if it.code in nodes])


def _title(facts: Facts) -> str:
    age = duration(facts.chain.typical_hours or 0)
    steps = len(facts.chain.legs)
    if not age:
        return _("How data reaches a decision")
    return ngettext(
        "{age} on the way, {manual} of {count} step by hand",
        "{age} on the way, {manual} of {count} steps by hand",
        steps,
    ).format(age=age, manual=len(facts.chain.manual_on_path), count=steps)


def _lead(facts: Facts) -> str:
    if not facts.chain.legs:
        return _("No way leads from where data is born to a decision yet.")
    return _(
        "Bold is the slowest way from “{source}” to “{decision}”, with its usual times."
    ).format(
        source=_node(facts, facts.chain.critical_path[0]),
        decision=_node(facts, facts.chain.critical_path[-1]),
    )


def _node(facts: Facts, code: str) -> str:
    node = facts.dossier.by_code(DataNode).get(code)
    return shortened(node.name if node and node.name else code, LONGEST_NAME)


def _callouts(facts: Facts) -> Iterator[Labelled]:
    """Yield what the map shows, the weightiest first."""
    for maker in (_slowest, _what_if, _again, _disputed, _unprotected, _competing):
        found = maker(facts)
        if found is not None:
            yield found


def _between(facts: Facts, flow: DataFlow) -> str:
    return _("{source} to {target}").format(
        source=_node(facts, flow.source), target=_node(facts, flow.target)
    )


def _slowest(facts: Facts) -> Labelled | None:
    if not facts.chain.legs:
        return None
    leg = max(facts.chain.legs, key=lambda it: it.typical_hours)
    flow = facts.dossier.by_code(DataFlow).get(leg.flow)
    age = duration(leg.typical_hours)
    if flow is None or not age:
        return None
    way = way_words(flow)
    where = _between(facts, flow)
    text = _("{where}, {way}.").format(where=where, way=way) if way else as_sentence(where)
    return Labelled(_("Slowest step: {age}").format(age=age), text)


def _what_if(facts: Facts) -> Labelled | None:
    now = duration(facts.chain.typical_hours or 0)
    known = [(scenario, figure) for scenario, figure in facts.what_ifs if figure.legs]
    if not known or not now:
        return None
    ranked = sorted(known, key=lambda it: (it[1].typical_hours or 0, it[0].code))
    lines = [
        _("{name}: {age}.").format(
            name=shortened(scenario.name, LONGEST_NAME), age=duration(figure.typical_hours or 0)
        )
        for scenario, figure in ranked[:3]
    ]
    label = _("What would change the {age}").format(age=now)
    return Labelled(label, " ".join(lines))


def _again(facts: Facts) -> Labelled | None:
    count, places = len(facts.chain.re_entries), len(facts.chain.places)
    if not count:
        return None
    text = ngettext(
        "{count} flow is typed in again.", "{count} flows are typed in again.", count
    ).format(count=count)
    if places > 1:
        text += " " + _("One visit is written in {places} places.").format(places=places)
    return Labelled(_("The same thing twice"), text)


def _disputed(facts: Facts) -> Labelled | None:
    flows = [it for it in facts.dossier.all(DataFlow) if it.discrepancies_last_quarter]
    if not flows:
        return None
    worst = max(flows, key=lambda it: it.discrepancies_last_quarter or 0)
    count = worst.discrepancies_last_quarter or 0
    text = ngettext(
        "{where}: {count} dispute last quarter.", "{where}: {count} disputes last quarter.", count
    ).format(where=_between(facts, worst), count=grouped(count))
    return Labelled(_("Most disputed numbers"), text)


def _unprotected(facts: Facts) -> Labelled | None:
    count = len(facts.chain.unprotected)
    if not count:
        return None
    text = ngettext(
        "{count} flow carries personal data unprotected.",
        "{count} flows carry personal data unprotected.",
        count,
    ).format(count=count)
    return Labelled(_("Personal data in the open"), text)


def _competing(facts: Facts) -> Labelled | None:
    count = len(facts.chain.competing)
    if count < 2:  # noqa: PLR2004 - one number competes with none
        return None
    text = _("{count} numbers for the same thing reach the decision.").format(count=count)
    return Labelled(_("Competing numbers"), text)


def _caption(facts: Facts, beside: Drawing | None, sheet: Drawing | None) -> str:
    known, flows = flows_known(facts)
    drawn = len(beside.arrows) if beside else 0
    parts = []
    if beside and drawn < flows:
        parts.append(
            _("Drawn is the slowest way, {count} of {flows} flows.").format(
                count=drawn, flows=flows
            )
        )
    if sheet:
        parts.append(_("The whole chain is on the last page."))
    elif drawn < flows:
        parts.append(_("The whole chain is too large to be read on one page."))
    if known < flows:
        parts.append(
            _("Hours are known for {known} of {flows} flows; the others count as none.").format(
                known=known, flows=flows
            )
        )
    return " ".join(parts)


def _alt(facts: Facts, drawing: Drawing | None) -> str:
    nodes, flows = len(facts.dossier.all(DataNode)), len(facts.dossier.all(DataFlow))
    words = drawing.description if drawing else ""
    summary = _("Map of the data chain: {nodes} places, {flows} flows. {title}.").format(
        nodes=nodes, flows=flows, title=_title(facts)
    )
    return shortened(f"{summary} {words}", _ENOUGH_WORDS)
