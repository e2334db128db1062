"""The boxes of a process map: what is done, how long it takes and how long it waits before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cxo_desktop.domain.drawing import Box, Icon, Ink, Line, Shape, Weight
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import Step
from cxo_desktop.i18n import _
from cxo_desktop.render import badges, measure
from cxo_desktop.render.chain_words import duration

NAME = 9.0
SMALL = 8.0
_LIMIT = 92.0
_DIAMOND_LIMIT = 84.0
_ICON = 15.0
_STEP = 1.25
_PAD = 7.0
_LEAST = 44.0
_FLOOR = 4.0

_SHAPES = {
    StepKind.START: Shape.PILL,
    StepKind.END: Shape.PILL,
    StepKind.DECISION: Shape.DIAMOND,
    StepKind.DOCUMENT: Shape.PAPER,
}
_ICONS = {
    StepKind.WAIT: "clock",
    StepKind.HAND_OFF: "arrow-right-left",
    StepKind.SUBPROCESS: "list-checks",
    StepKind.DOCUMENT: "file-text",
}
ICONS = frozenset(_ICONS.values())


class _Text(NamedTuple):
    """The words on a step and the room that they take."""

    names: tuple[str, ...]
    small: tuple[str, ...]

    @property
    def width(self) -> float:
        wide = [measure.width(name, NAME, Weight.SEMIBOLD) for name in self.names]
        wide += [measure.width(line, SMALL) for line in self.small]
        return max(wide, default=0.0)

    @property
    def height(self) -> float:
        return _STEP * (NAME * len(self.names) + SMALL * len(self.small))


def draw_step(
    step: Step, tool_names: Mapping[str, str], *, evidence: int = 0, pains: int = 0
) -> Box:
    """Return the box of a step with its top left corner at (0, 0).

    Its words are its label, its minutes of work and its hours of waiting; a decision is a diamond
    around its words.
    """
    shape = _SHAPES.get(step.kind, Shape.BOX) if step.kind else Shape.BOX
    limit = _DIAMOND_LIMIT if shape is Shape.DIAMOND else _LIMIT
    name = measure.tidy(step.label) or measure.tidy(step.code)
    text = _Text(
        measure.balanced(name, NAME, limit, 3, Weight.SEMIBOLD),
        measure.balanced(times(step), SMALL, limit, 2),
    )
    icon = _ICONS.get(step.kind, "") if step.kind else ""
    marks = badges.counting(evidence, pains, SMALL)
    width, height = _size(shape, text, icon=bool(icon))
    width = max(width, badges.span(marks) + 2 * _PAD)
    floor = _FLOOR if marks else 0.0
    height += 2 * floor if shape is Shape.DIAMOND else floor
    left = _PAD + (_ICON + 5 if icon else 0)
    centre = None if icon else width / 2
    return Box(
        step.code,
        0,
        0,
        width,
        height,
        shape,
        _lines(text, left, centre, height - floor),
        icon=Icon(icon, _PAD, (height - _ICON) / 2, _ICON) if icon else None,
        fill=Ink.ACCENT_SOFT if shape is Shape.PILL else Ink.SURFACE,
        badges=badges.placed(marks, width - _PAD, height),
        tip=_tip(step, tool_names),
    )


def times(step: Step) -> str:
    """Return work and waiting in words: "18 min", "3 h, waits 2 days"; "" if there is neither."""
    work = duration((step.touch_minutes or 0) / 60)
    wait = duration(step.wait_hours or 0)
    if work and wait:
        return _("{work}, waits {wait}").format(work=work, wait=wait)
    return _("waits {wait}").format(wait=wait) if wait else work


def _size(shape: Shape, text: _Text, *, icon: bool) -> tuple[float, float]:
    if shape is Shape.DIAMOND:
        # A rhombus twice as wide and high as a rectangle just holds it.
        return float(round(2 * text.width + 4)), float(round(2 * text.height + 2))
    width = text.width + 2 * _PAD + (_ICON + 5 if icon else 0)
    width += {Shape.PILL: 10, Shape.PAPER: 8}.get(shape, 0)
    return max(_LEAST, float(round(width + 0.5))), float(round(text.height + 2 * 6))


def _lines(text: _Text, left: float, centre: float | None, height: float) -> tuple[Line, ...]:
    """Return the words, centred or beside the icon, in the middle of the height."""
    baseline = (height - text.height) / 2 + 0.97 * NAME
    lines: list[Line] = []
    for words, size, weight, ink in (
        *((name, NAME, Weight.SEMIBOLD, Ink.TEXT) for name in text.names),
        *((line, SMALL, Weight.REGULAR, Ink.TEXT2) for line in text.small),
    ):
        width = measure.width(words, size, weight)
        x = left if centre is None else centre - width / 2
        lines.append(Line(words, x, baseline, width, size, weight, ink))
        baseline += _STEP * size
    return tuple(lines)


def _tip(step: Step, tool_names: Mapping[str, str]) -> str:
    parts = [measure.tidy(step.label) or measure.tidy(step.code)]
    if times(step):
        parts.append(times(step))
    tool = measure.tidy(tool_names.get(step.tool or "", ""))
    if tool:
        parts.append(_("with {tool}").format(tool=tool))
    if step.complete_accurate is not None:
        share = round(100 * step.complete_accurate)
        parts.append(_("{share} % right the first time").format(share=share))
    return " · ".join(parts)
