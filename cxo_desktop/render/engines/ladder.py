"""From the best engine to the one that always ends: every map gets drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from cxo_desktop.domain import errors
from cxo_desktop.i18n import _
from cxo_desktop.render.engines import own, sandboxed, system_dot
from cxo_desktop.render.engines.graph import (
    Cancelled,
    Effort,
    EngineFailed,
    EngineMissing,
    Graph,
    Layout,
    OutOfTime,
)

_MANY_LINKS = 300
_LINKS_A_BOX = 6


class Rung(NamedTuple):
    """One try: which engine, how hard, and for how many seconds at most."""

    engine: Callable[[Graph, Effort, float, Cancelled], Layout]
    effort: Effort
    seconds: float


SANDBOXED = (
    Rung(sandboxed.lay_out, Effort.FULL, 3),
    Rung(sandboxed.lay_out, Effort.LOW, 5),
)
SYSTEM = (
    Rung(system_dot.lay_out, Effort.FULL, 3),
    Rung(system_dot.lay_out, Effort.LOW, 15),
)
ENGINES = (SANDBOXED, SYSTEM)


def never() -> bool:
    """Tell that nobody asked to stop."""
    return False


def lay_out(
    graph: Graph,
    cancelled: Cancelled = never,
    engines: tuple[tuple[Rung, ...], ...] = ENGINES,
) -> Layout:
    """Place a graph by the first engine that can; the layout says which and what was simplified.

    An engine that is missing or gives nonsense is passed over for the next one. A graph that is
    too much for one engine in low effort is too much for the others too, and goes to our own.
    Raises domain.errors.Cancelled.
    """
    for rungs in engines:
        for rung in rungs[1:] if is_dense(graph) else rungs:
            outcome = _outcome(rung, graph, cancelled)
            if isinstance(outcome, Layout):
                return _with_remark(outcome, rung.effort)
            if isinstance(outcome, OutOfTime) and rung is rungs[-1]:
                return own.lay_out(graph, cancelled)
            if isinstance(outcome, EngineMissing):
                break
    return own.lay_out(graph, cancelled)


def is_dense(graph: Graph) -> bool:
    """Tell whether full effort is hopeless: it takes minutes where low effort takes a second."""
    return len(graph.links) > max(_MANY_LINKS, _LINKS_A_BOX * len(graph.boxes))


def _outcome(rung: Rung, graph: Graph, cancelled: Cancelled) -> Layout | EngineFailed:
    if cancelled():
        raise errors.Cancelled
    try:
        return rung.engine(graph, rung.effort, rung.seconds, cancelled)
    except EngineFailed as failure:
        return failure


def _with_remark(layout: Layout, effort: Effort) -> Layout:
    if effort is Effort.FULL:
        return layout
    remark = _("The map is very dense: arrows are drawn straight, without their words.")
    return replace(layout, remarks=(*layout.remarks, remark))
