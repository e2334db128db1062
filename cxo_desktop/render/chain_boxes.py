"""The boxes of a data chain: sized by their words, shaped by what they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Badge, Box, Icon, Ink, Line, Orientation, Shape, Weight
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.render import fonts, measure, shifting
from cxo_desktop.render.chain_words import kind_word

NAME_SIZE = 10.0
SUB_SIZE = 8.5
BADGE_SIZE = 7.5
# Room is scarce along the flow: down the page words stand in one line, across it in two.
_NAME_LIMITS = {Orientation.TB: 150.0, Orientation.LR: 84.0}
_SUB_LIMITS = {Orientation.TB: 156.0, Orientation.LR: 108.0}
_NAME_STEP = 12.5
_SUB_STEP = 11.5
_PAD = 9.0
_ICON = 24.0
_TEXT_AT = _PAD + _ICON + 8
_BADGE_HEIGHT = 12.0
_BADGE_GAP = 3.0
_LEAST_WIDTH = 104.0
_MARGIN = 6.5
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


def draw_box(
    node: DataNode,
    tool_names: Mapping[str, str],
    orientation: Orientation,
    *,
    evidence: int = 0,
    pains: int = 0,
) -> Box:
    """Return the box of a node with its top left corner at (0, 0).

    The name takes at most two lines, kind and tool one; the badges count pains and notes.
    """
    shape = _SHAPES.get(node.kind, Shape.BOX) if node.kind else Shape.BOX
    inset = _Inset(8.0 if shape is Shape.PILL else 0.0, 5.0 if shape is Shape.CYLINDER else 0.0)
    limit = _NAME_LIMITS[orientation]
    names = measure.balanced(_name(node), NAME_SIZE, limit, 2, Weight.SEMIBOLD)
    sub = _sub(node, tool_names, _SUB_LIMITS[orientation])
    badges = _badges(evidence, pains)
    width = _width(names, sub, badges) + 2 * inset.side
    height = 2 * _MARGIN + len(names) * _NAME_STEP + _SUB_STEP + 2 * inset.lid
    height += _BADGE_HEIGHT / 4 if badges else 0
    return Box(
        node.code,
        0,
        0,
        width,
        height,
        shape,
        _lines(names, sub, inset),
        icon=_icon(node.kind, inset, height),
        fill=Ink.ACCENT_SOFT if node.kind in _PEOPLE else Ink.SURFACE,
        badges=_placed(badges, width - inset.side, height),
        tip=_tip(node, tool_names),
    )


class _Inset(NamedTuple):
    """How much of a box its round ends and its lid take."""

    side: float
    lid: float


def _width(names: tuple[str, ...], sub: str, badges: tuple[Badge, ...]) -> float:
    """Return a whole number of points; badges stay in one half, clear of arrows in the middle."""
    text = max(
        measure.width(sub, SUB_SIZE),
        *(measure.width(name, NAME_SIZE, Weight.SEMIBOLD) for name in names),
    )
    span = sum(badge.width + _BADGE_GAP for badge in badges)
    return float(math.ceil(max(_LEAST_WIDTH, 2 * (span + _PAD), _TEXT_AT + text + _PAD + 3)))


def _name(node: DataNode) -> str:
    return measure.tidy(node.name) or measure.tidy(node.code) or _("Without a name")


def _sub(node: DataNode, tool_names: Mapping[str, str], limit: float) -> str:
    """Return kind and tool, or the tool alone where both are too wide."""
    tool = measure.tidy(tool_names.get(node.tool or "", ""))
    kind = kind_word(node.kind)
    both = _("{kind} · {tool}").format(kind=kind, tool=tool) if tool else kind
    if tool and measure.width(both, SUB_SIZE) > limit:
        return measure.shorten(tool, SUB_SIZE, limit)
    return measure.shorten(both, SUB_SIZE, limit)


def _tip(node: DataNode, tool_names: Mapping[str, str]) -> str:
    return _("{name}: {what}").format(name=_name(node), what=_sub(node, tool_names, _ENDLESS))


def _lines(names: tuple[str, ...], sub: str, inset: _Inset) -> tuple[Line, ...]:
    base = _MARGIN + inset.lid + NAME_SIZE
    left = _TEXT_AT + inset.side
    lines = [
        Line(
            name,
            left,
            base + row * _NAME_STEP,
            measure.width(name, NAME_SIZE, Weight.SEMIBOLD),
            NAME_SIZE,
            Weight.SEMIBOLD,
        )
        for row, name in enumerate(names)
    ]
    below = base + (len(names) - 1) * _NAME_STEP + _SUB_STEP
    lines.append(
        Line(sub, left, below, measure.width(sub, SUB_SIZE), SUB_SIZE, Weight.REGULAR, Ink.TEXT2)
    )
    return tuple(lines)


def _icon(kind: NodeKind | None, inset: _Inset, height: float) -> Icon:
    name = _ICONS[kind] if kind else UNKNOWN_ICON
    ink, ground = (Ink.PERSON, Ink.SURFACE) if kind in _PEOPLE else (Ink.TOOL, Ink.SURFACE2)
    return Icon(name, _PAD + inset.side, (height + inset.lid - _ICON) / 2, _ICON, ink, ground)


def _badges(evidence: int, pains: int) -> tuple[Badge, ...]:
    """Return the badges from left to right, not yet placed."""
    badges = []
    if pains > 0:
        words = ngettext("{count} pain", "{count} pains", pains).format(count=pains)
        badges.append(_badge(words, Ink.BAD_SOFT, Ink.BAD))
    if evidence > 0:
        words = ngettext("{count} note", "{count} notes", evidence).format(count=evidence)
        badges.append(_badge(words, Ink.SURFACE2, Ink.TEXT2))
    return tuple(badges)


def _badge(words: str, fill: Ink, ink: Ink) -> Badge:
    width = measure.width(words, BADGE_SIZE, Weight.SEMIBOLD)
    baseline = (_BADGE_HEIGHT + fonts.CAPITAL * BADGE_SIZE) / 2
    line = Line(words, 5, baseline, width, BADGE_SIZE, Weight.SEMIBOLD, ink)
    return Badge(0, 0, width + 10, _BADGE_HEIGHT, fill, line)


def _placed(badges: tuple[Badge, ...], right: float, height: float) -> tuple[Badge, ...]:
    """Hang the badges over the lower right edge, clear of where arrows arrive."""
    placed: list[Badge] = []
    right -= _PAD
    for badge in reversed(badges):
        right -= badge.width
        placed.insert(0, shifting.badge(badge, right, height - _BADGE_HEIGHT / 2))
        right -= _BADGE_GAP
    return tuple(placed)
