"""The boxes of a data chain: sized by their words, shaped by what they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Badge, Box, Icon, Ink, Line, Shape, Weight
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.i18n import _
from cxo_desktop.render import badges, measure
from cxo_desktop.render.chain_style import Style
from cxo_desktop.render.chain_words import kind_word

_STEP = 1.25
_LEAST_WIDTH = 60.0
_ENDLESS = 2000.0

_SHAPES = {
    NodeKind.SOURCE_EVENT: Shape.PILL,
    NodeKind.PAPER: Shape.PAPER,
    NodeKind.MESSAGING: Shape.SPEECH,
    NodeKind.FILE: Shape.PAPER,
    NodeKind.DATABASE: Shape.CYLINDER,
    NodeKind.REPORT: Shape.PAPER,
    NodeKind.DECISION_POINT: Shape.PILL,
}
_ICONS = {
    NodeKind.SOURCE_EVENT: "map-pin",
    NodeKind.PAPER: "notebook-pen",
    NodeKind.DATABASE_APP: "smartphone",
    NodeKind.MESSAGING: "message-circle",
    NodeKind.SPREADSHEET: "table-2",
    NodeKind.FILE: "file-spreadsheet",
    NodeKind.DATABASE: "database",
    NodeKind.SCRIPT: "square-terminal",
    NodeKind.BI: "chart-column",
    NodeKind.REPORT: "file-text",
    NodeKind.DECISION_POINT: "gavel",
    NodeKind.EXTERNAL: "building-2",
}
UNKNOWN_ICON = "circle-question-mark"
ICONS = frozenset({*_ICONS.values(), UNKNOWN_ICON})
_PEOPLE = frozenset({NodeKind.SOURCE_EVENT, NodeKind.DECISION_POINT})


class _Inset(NamedTuple):
    """How much of a box its round ends, its lid and its fold take."""

    side: float = 0
    lid: float = 0
    floor: float = 0
    fold: float = 0


_INSETS = {
    Shape.PILL: _Inset(side=7),
    Shape.CYLINDER: _Inset(lid=6, floor=2),
    Shape.PAPER: _Inset(fold=7),
    Shape.SPEECH: _Inset(side=2),
}


def draw_box(
    node: DataNode,
    tool_names: Mapping[str, str],
    style: Style,
    *,
    evidence: int = 0,
    pains: int = 0,
) -> Box:
    """Return the box of a node with its top left corner at (0, 0).

    The name takes at most two lines, kind and tool one; the badges count pains and notes. They
    hang over the lower right edge, or stand behind the name where there is no second line.
    """
    shape = _SHAPES.get(node.kind, Shape.BOX) if node.kind else Shape.BOX
    inset = _INSETS.get(shape, _Inset())
    names = measure.balanced(_name(node), style.name, style.name_limit, 2, Weight.SEMIBOLD)
    sub = _sub(node, tool_names, style.small, style.small_limit) if style.sub else ""
    marks = badges.counting(evidence, pains, style.badge)
    width = _width(names, sub, marks, style) + 2 * inset.side + inset.fold
    height = 2 * style.margin + inset.lid + inset.floor + _STEP * style.name * len(names)
    height += _STEP * style.small + (3 if marks else 0) if style.sub else 0
    right = width - inset.side - inset.fold - style.pad
    return Box(
        node.code,
        0,
        0,
        width,
        height,
        shape,
        _lines(names, sub, inset, style),
        icon=_icon(node.kind, inset, height, style.icon, style.pad),
        fill=Ink.ACCENT_SOFT if node.kind in _PEOPLE else Ink.SURFACE,
        badges=badges.placed(marks, right, height if style.sub else height / 2),
        tip=_tip(node, tool_names),
    )


def _width(names: tuple[str, ...], sub: str, marks: tuple[Badge, ...], style: Style) -> float:
    """Return a whole number of points.

    Hanging badges stay in one half, clear of arrows in the middle.
    """
    text = max(
        measure.width(sub, style.small),
        *(measure.width(name, style.name, Weight.SEMIBOLD) for name in names),
    )
    span = badges.span(marks)
    bare = style.text_at + text + style.pad + 3
    least = max(bare, 2 * (span + style.pad)) if style.sub else bare + span
    return float(math.ceil(max(_LEAST_WIDTH, least)))


def _name(node: DataNode) -> str:
    return measure.tidy(node.name) or measure.tidy(node.code) or _("Without a name")


def _sub(node: DataNode, tool_names: Mapping[str, str], size: float, limit: float) -> str:
    """Return kind and tool, or the tool alone where both are too wide."""
    tool = measure.tidy(tool_names.get(node.tool or "", ""))
    kind = kind_word(node.kind)
    both = _("{kind} · {tool}").format(kind=kind, tool=tool) if tool else kind
    if tool and measure.width(both, size) > limit:
        return measure.shorten(tool, size, limit)
    return measure.shorten(both, size, limit)


def _tip(node: DataNode, tool_names: Mapping[str, str]) -> str:
    return _("{name}: {what}").format(name=_name(node), what=_sub(node, tool_names, 1, _ENDLESS))


def _lines(names: tuple[str, ...], sub: str, inset: _Inset, style: Style) -> tuple[Line, ...]:
    left = style.text_at + inset.side
    baseline = style.margin + inset.lid + style.name
    lines = []
    for name in names:
        width = measure.width(name, style.name, Weight.SEMIBOLD)
        lines.append(Line(name, left, baseline, width, style.name, Weight.SEMIBOLD))
        baseline += _STEP * style.name
    if sub:
        baseline += _STEP * (style.small - style.name)
        width = measure.width(sub, style.small)
        lines.append(Line(sub, left, baseline, width, style.small, Weight.REGULAR, Ink.TEXT2))
    return tuple(lines)


def _icon(kind: NodeKind | None, inset: _Inset, height: float, side: float, pad: float) -> Icon:
    name = _ICONS[kind] if kind else UNKNOWN_ICON
    ink, ground = (Ink.PERSON, Ink.SURFACE) if kind in _PEOPLE else (Ink.TOOL, Ink.SURFACE2)
    return Icon(
        name, pad + inset.side, (height + inset.lid - inset.floor - side) / 2, side, ink, ground
    )
