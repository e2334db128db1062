"""The boxes of a data chain: sized by their words, shaped by what they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Badge, Box, Icon, Ink, Line, Shape, Weight
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.render import fonts, measure, shifting
from cxo_desktop.render.chain_style import Style
from cxo_desktop.render.chain_words import kind_word

_STEP = 1.25
_BADGE_STEP = 1.55
_BADGE_GAP = 3.0
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
    badges = _badges(evidence, pains, style)
    width = _width(names, sub, badges, style) + 2 * inset.side + inset.fold
    height = 2 * style.margin + inset.lid + inset.floor + _STEP * style.name * len(names)
    height += _STEP * style.small + (3 if badges else 0) if style.sub else 0
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
        badges=_placed(
            badges, width - inset.side - inset.fold - style.pad, height, hanging=style.sub
        ),
        tip=_tip(node, tool_names),
    )


def _width(names: tuple[str, ...], sub: str, badges: tuple[Badge, ...], style: Style) -> float:
    """Return a whole number of points.

    Hanging badges stay in one half, clear of arrows in the middle.
    """
    text = max(
        measure.width(sub, style.small),
        *(measure.width(name, style.name, Weight.SEMIBOLD) for name in names),
    )
    span = sum(badge.width + _BADGE_GAP for badge in badges)
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


def _badges(evidence: int, pains: int, style: Style) -> tuple[Badge, ...]:
    """Return the badges from left to right, not yet placed."""
    badges = []
    if pains > 0:
        words = ngettext("{count} pain", "{count} pains", pains).format(count=pains)
        badges.append(_badge(words, style.badge, Ink.BAD_SOFT, Ink.BAD))
    if evidence > 0:
        words = ngettext("{count} note", "{count} notes", evidence).format(count=evidence)
        badges.append(_badge(words, style.badge, Ink.SURFACE2, Ink.TEXT2))
    return tuple(badges)


def _badge(words: str, size: float, fill: Ink, ink: Ink) -> Badge:
    width = measure.width(words, size, Weight.SEMIBOLD)
    height = _BADGE_STEP * size
    baseline = (height + fonts.CAPITAL * size) / 2
    line = Line(words, 5, baseline, width, size, Weight.SEMIBOLD, ink)
    return Badge(0, 0, width + 10, height, fill, line)


def _placed(
    badges: tuple[Badge, ...], right: float, height: float, *, hanging: bool
) -> tuple[Badge, ...]:
    placed: list[Badge] = []
    for badge in reversed(badges):
        right -= badge.width
        middle = height if hanging else height / 2
        placed.insert(0, shifting.badge(badge, right, middle - badge.height / 2))
        right -= _BADGE_GAP
    return tuple(placed)
