"""One question laid over a map: what answers it stands out by width, dash and word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from cxo_desktop.app.map_check import levels_behind
from cxo_desktop.app.maps import CHAIN, MapCard, chain_rows, process_rows
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Arrow, Box, Drawing, Ink, LegendEntry
from cxo_desktop.domain.processes import Step
from cxo_desktop.i18n import _

_BROAD, _PLAIN = 3.2, 1.0
_DASH = (6.0, 3.0)
_MANY_HOURS, _LONG_WAIT, _MINUTES = 40, 24, 60


class Overlay(StrEnum):
    """The questions that can be laid over a map."""

    MANUAL = "manual"
    HOURS = "hours"
    DISPUTES = "disputes"
    PERSONAL = "personal"
    SINGLE = "single"
    WAITS = "waits"
    EVIDENCE = "evidence"


OF_CHAIN = (
    Overlay.MANUAL,
    Overlay.HOURS,
    Overlay.DISPUTES,
    Overlay.PERSONAL,
    Overlay.SINGLE,
    Overlay.EVIDENCE,
)
OF_PROCESS = (Overlay.HOURS, Overlay.WAITS, Overlay.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Hit:
    """How something answers: 2 much, 1 some; what is unknown is dashed."""

    grade: int
    unknown: bool = False


Hits = Mapping[str, Hit]


def overlays_of(card: MapCard) -> tuple[Overlay, ...]:
    """Return the questions that can be asked of a map."""
    return OF_CHAIN if card.base == CHAIN else OF_PROCESS


def lay_over(dossier: Dossier, card: MapCard, drawing: Drawing, overlay: Overlay) -> Drawing:
    """Return the drawing with one question's answers standing out and the rest in grey."""
    hits = _hits(dossier, card, overlay)
    words = _words(overlay)
    legend = [
        LegendEntry(_("{words}: {count}").format(words=text, count=count), ink, width, dash)
        for text, ink, width, dash, count in (
            (words[0], Ink.BAD, _BROAD, (), _count(hits, lambda it: it.grade > 1)),
            (words[1], Ink.WARN, 2.0, (), _count(hits, lambda it: it.grade == 1)),
            (_("not known"), Ink.TEXT3, _PLAIN, _DASH, _count(hits, lambda it: it.unknown)),
        )
        if text and count
    ]
    return replace(
        drawing,
        boxes=tuple(_box(box, hits.get(box.code)) for box in drawing.boxes),
        arrows=tuple(_arrow(arrow, hits.get(arrow.code)) for arrow in drawing.arrows),
        legend=tuple(legend) or (LegendEntry(_("Nothing of that kind"), Ink.TEXT3, 1.0, ()),),
    )


def _count(hits: Hits, fits: Callable[[Hit], bool]) -> int:
    return sum(map(fits, hits.values()))


def _box(box: Box, hit: Hit | None) -> Box:
    if hit is None or hit.unknown or not hit.grade:
        return replace(box, stroke=Ink.BORDER_STRONG, bold=False)
    return replace(box, stroke=Ink.BAD if hit.grade > 1 else Ink.WARN, bold=True)


def _arrow(arrow: Arrow, hit: Hit | None) -> Arrow:
    if hit is not None and hit.unknown:
        return replace(arrow, ink=Ink.TEXT3, width=_PLAIN, dash=_DASH, bold=False)
    if hit is None or not hit.grade:
        return replace(arrow, ink=Ink.BORDER_STRONG, width=_PLAIN, dash=(), bold=False)
    if hit.grade > 1:
        return replace(arrow, ink=Ink.BAD, width=_BROAD, dash=(), bold=True)
    return replace(arrow, ink=Ink.WARN, width=2.0, dash=(), bold=False)


def overlay_word(overlay: Overlay) -> str:
    """Return what a question is called."""
    return {
        Overlay.MANUAL: _("Moved by hand"),
        Overlay.HOURS: _("Hours of work"),
        Overlay.DISPUTES: _("Disputed numbers"),
        Overlay.PERSONAL: _("Personal data"),
        Overlay.SINGLE: _("Only one person"),
        Overlay.WAITS: _("Waiting"),
        Overlay.EVIDENCE: _("Evidence"),
    }[overlay]


def _words(overlay: Overlay) -> tuple[str, str]:
    return {
        Overlay.MANUAL: (_("typed again"), _("moved by hand")),
        Overlay.HOURS: (
            _("{hours} h a month or more").format(hours=_MANY_HOURS),
            _("some hours"),
        ),
        Overlay.DISPUTES: (_("three disputes or more"), _("disputed last quarter")),
        Overlay.PERSONAL: (_("personal and not protected"), _("personal and protected")),
        Overlay.SINGLE: (_("one person alone can do it"), _("two people can do it")),
        Overlay.WAITS: (_("waits a day or longer"), _("waits for hours")),
        Overlay.EVIDENCE: (_("nobody was heard on it"), _("heard from one level")),
    }[overlay]


def _hits(dossier: Dossier, card: MapCard, overlay: Overlay) -> Hits:
    from cxo_desktop.analysis.chain import manual_methods

    if overlay is Overlay.EVIDENCE:
        return _heard(dossier, card)
    if card.base != CHAIN:
        steps = process_rows(dossier, card).steps
        return {step.code: _of_step(step, overlay) for step in steps}
    flows = chain_rows(dossier, card)[1]
    if overlay is Overlay.SINGLE:
        return _single(dossier, flows)
    manual = manual_methods(dossier)
    return {flow.code: _of_flow(flow, overlay, manual) for flow in flows}


def _heard(dossier: Dossier, card: MapCard) -> Hits:
    levels = levels_behind(dossier, card)
    if card.base == CHAIN:
        codes = [node.code for node in chain_rows(dossier, card)[0]]
    else:
        codes = [step.code for step in process_rows(dossier, card).steps]
    return {code: Hit(max(0, 2 - len(levels.get(code, ())))) for code in codes}


def _of_step(step: Step, overlay: Overlay) -> Hit:
    if overlay is Overlay.WAITS:
        if step.wait_hours is None:
            return Hit(0, unknown=True)
        return Hit((step.wait_hours >= _LONG_WAIT) + (step.wait_hours > 0))
    if step.touch_minutes is None:
        return Hit(0, unknown=True)
    hours = step.touch_minutes / _MINUTES
    return Hit((hours >= _MANY_HOURS) + (hours >= 1))


def _of_flow(flow: DataFlow, overlay: Overlay, manual: frozenset[str]) -> Hit:
    if overlay is Overlay.MANUAL:
        if flow.method is None:
            return Hit(0, unknown=True)
        return Hit((flow.method in manual) + (flow.method == "re_entry"))
    if overlay is Overlay.HOURS:
        hours = flow.staff_hours_per_month
        return (
            Hit((hours >= _MANY_HOURS) + (hours > 0)) if hours is not None else Hit(0, unknown=True)
        )
    if overlay is Overlay.DISPUTES:
        count = flow.discrepancies_last_quarter
        return Hit((count >= 3) + (count > 0)) if count is not None else Hit(0, unknown=True)  # noqa: PLR2004 - once is chance, three times is not
    return _of_personal(flow)


def _of_personal(flow: DataFlow) -> Hit:
    from cxo_desktop.analysis.chain import is_unprotected

    if flow.pii is None:
        return Hit(0, unknown=True)
    return Hit(2 if is_unprotected(flow) else 1 if flow.pii else 0)


def _single(dossier: Dossier, flows: tuple[DataFlow, ...]) -> Hits:
    from cxo_desktop.analysis.networks import band_people

    people = band_people(dossier)
    hits = {}
    for flow in flows:
        able = people.get(flow.role_band or "")
        hits[flow.code] = Hit(max(0, 3 - len(able))) if able else Hit(0, unknown=bool(flow.manual))
    return hits
