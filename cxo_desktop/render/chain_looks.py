"""How a flow looks: works, fragile or broken by ink and dash, the critical path by its breadth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.drawing import Ink, LegendEntry
from cxo_desktop.domain.enums import FlowMethod, FlowState
from cxo_desktop.i18n import _

THIN = 1.2
BOLD = 2.6
_DASHES: dict[FlowState, tuple[float, ...]] = {
    FlowState.WORKS: (),
    FlowState.FRAGILE: (5, 3),
    FlowState.BROKEN: (9, 2.5, 2, 2.5),
}
_INKS = {
    FlowState.WORKS: Ink.TEXT3,
    FlowState.FRAGILE: Ink.WARN,
    FlowState.BROKEN: Ink.BAD,
}
_BY_HAND = frozenset(
    {
        FlowMethod.PHOTO_FORWARD,
        FlowMethod.MANUAL_EXPORT,
        FlowMethod.COPY_PASTE,
        FlowMethod.MANUAL_IMPORT,
        FlowMethod.MANUAL_REFRESH,
        FlowMethod.EXPORT_SEND,
    }
)


class Look(NamedTuple):
    """How one flow is drawn, and whether its state was given or derived from its method."""

    state: FlowState
    derived: bool
    on_path: bool

    @property
    def ink(self) -> Ink:
        """The colour of the arrow and of its words."""
        return _INKS[self.state]

    @property
    def dash(self) -> tuple[float, ...]:
        """The dash pattern in points."""
        return _DASHES[self.state]

    @property
    def width(self) -> float:
        """The breadth of the arrow in points."""
        return BOLD if self.on_path else THIN


def look(flow: DataFlow, *, on_path: bool) -> Look:
    """Return how a flow looks.

    The state is the one given; without one, a flow that is typed again counts as broken and one
    that a hand must move as fragile. First capture on paper is neither.
    """
    if flow.state is not None:
        return Look(flow.state, derived=False, on_path=on_path)
    by_hand = flow.method in _BY_HAND or (flow.method is None and bool(flow.manual))
    state = FlowState.FRAGILE if by_hand else FlowState.WORKS
    if flow.method is FlowMethod.RE_ENTRY:
        state = FlowState.BROKEN
    return Look(state, derived=True, on_path=on_path)


def legend(looks: Iterable[Look]) -> tuple[LegendEntry, ...]:
    """Return what the looks on one map mean, saying where a state was derived."""
    seen = sorted({(look.state, look.derived) for look in looks}, key=_order)
    entries = [
        LegendEntry(_meaning(state, derived=derived), _INKS[state], THIN, _DASHES[state])
        for state, derived in seen
    ]
    if any(look.on_path for look in looks):
        entries.append(LegendEntry(_("Slowest way to the decision"), Ink.TEXT2, BOLD))
    return tuple(entries)


def _order(seen: tuple[FlowState, bool]) -> tuple[int, bool]:
    return (list(FlowState).index(seen[0]), seen[1])


def _meaning(state: FlowState, *, derived: bool) -> str:
    if state is FlowState.WORKS:
        return _("Captured, read or automatic (taken as working)") if derived else _("Works")
    if state is FlowState.FRAGILE:
        return _("Moved by hand (taken as fragile)") if derived else _("Fragile")
    return _("Typed again (taken as broken)") if derived else _("Broken")
