"""Draw a process in lanes: who does what, in which order, and where work changes hands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cxo_desktop.domain.drawing import (
    Arrow,
    Box,
    Drawing,
    Ink,
    LaneBand,
    LegendEntry,
    Line,
    Orientation,
    Point,
    Shape,
    Weight,
)
from cxo_desktop.domain.map_places import NOWHERE, Places
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.render import fonts, lane_places, measure, shifting, step_boxes
from cxo_desktop.render.engines import lanes, own
from cxo_desktop.render.engines.graph import Cancelled, Link, Route, Size
from cxo_desktop.render.engines.ladder import never
from cxo_desktop.render.engines.lanes import LaneGraph, LaneLayout
from cxo_desktop.render.engines.patched import AS_A_WHOLE, Ways

_MARGIN = 14.0
_LANE_NAME = 9.0
_LANE_LIMIT = 110.0
_LANE_PAD = 8.0
_LABEL_SIZE = 8.0
_LABEL_LIMIT = 64.0
_LABEL_PAD = 3.0
_STEP = 1.24
_BACK_DASH = (5.0, 3.0)
_SENTENCE = 10.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How an arrow looks and what that means."""

    ink: Ink
    width: float
    dash: tuple[float, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class _Process:
    """What is to be drawn: boxes by code, arrows by their ends, lanes in the asked order."""

    boxes: tuple[Box, ...]
    lane_of: tuple[int, ...]
    lane_names: tuple[str, ...]
    least: tuple[float, ...]
    transitions: tuple[Transition, ...]
    labels: tuple[tuple[Line, ...], ...]
    number: Mapping[str, int]

    def ends(self, transition: Transition) -> tuple[int, int]:
        """Return the numbers of the boxes that a transition joins."""
        return self.number[transition.source], self.number[transition.target]


def draw_process(  # noqa: PLR0913 - one fact of the process each, all by keyword
    process: ProcessMap,
    steps: Sequence[Step],
    transitions: Sequence[Transition],
    *,
    tool_names: Mapping[str, str],
    evidence: Mapping[str, int],
    pains: Mapping[str, int],
    places: Places = NOWHERE,
    heights: Mapping[str, float] | None = None,
    ways: Ways = AS_A_WHOLE,
    cancelled: Cancelled = never,
) -> Drawing:
    """Return the map of a process in points; the same rows in any order give the same map.

    Lanes stand in the order of ``process``; lanes that only steps name follow in the order of
    their names, and steps without a lane come last. ``evidence`` and ``pains`` count by step.
    If the map has ``places``, boxes stay there, new ones find room near their neighbours, and
    arrows run as ``ways`` tells. ``heights`` is how high lanes are at least, by their name.
    Transitions whose ends are not on the map are left out with a remark. Raises
    domain.errors.Cancelled.
    """
    title = measure.tidy(process.name)
    known = {step.code: step for step in sorted(steps, key=_by_code, reverse=True)}
    ordered = [known[code] for code in sorted(known)]
    moved = sorted(transitions, key=_by_ends)
    joined = [move for move in moved if {move.source, move.target} <= known.keys()]
    if not ordered:
        return _empty(title)
    names = _lane_names(process, ordered)
    drawn = _Process(
        tuple(
            step_boxes.draw_step(
                step,
                tool_names,
                evidence=evidence.get(step.code, 0),
                pains=pains.get(step.code, 0),
            )
            for step in ordered
        ),
        tuple(names.index(step.lane or "") for step in ordered),
        tuple(names),
        tuple((heights or {}).get(name, 0.0) for name in names),
        tuple(joined),
        tuple(_label(move) for move in joined),
        {step.code: index for index, step in enumerate(ordered)},
    )
    codes = [step.code for step in ordered]
    layout = _laid_out(drawn, codes, places, ways, cancelled)
    return _drawing(title, drawn, layout, _left_out(len(moved) - len(joined)))


def _laid_out(
    process: _Process, codes: Sequence[str], places: Places, ways: Ways, cancelled: Cancelled
) -> LaneLayout:
    """Lay a process out on its places, or anew if it has none."""
    spots = [places[code].spot if code in places else None for code in codes]
    if not any(spots):
        return lanes.lay_out(_graph(process), cancelled)
    router = ways.router(codes, [_arrow_code(move) for move in process.transitions])
    return lane_places.lay_out(_graph(process), spots, cancelled, router)


def _by_code(step: Step) -> tuple[str, str, str]:
    return (step.code, step.id, repr(step))


def _by_ends(move: Transition) -> tuple[str, str, str, str, str]:
    return (move.source, move.target, move.condition or "", move.code, repr(move.share))


def _lane_names(process: ProcessMap, steps: Iterable[Step]) -> list[str]:
    names = list(dict.fromkeys(process.lanes))
    used = {step.lane or "" for step in steps}
    names += sorted(used - {*names, ""})
    return [*names, ""] if "" in used and "" not in names else names


def _label(move: Transition) -> tuple[Line, ...]:
    """Return the words of a transition: its condition and how many of the cases take it."""
    words = measure.tidy(move.condition or "")
    if move.share is not None:
        share = _("{share} %").format(share=round(100 * move.share))
        words = _("{condition} · {share}").format(condition=words, share=share) if words else share
    return tuple(
        Line(text, 0, 0, measure.width(text, _LABEL_SIZE), _LABEL_SIZE, ink=Ink.TEXT2)
        for text in measure.balanced(words, _LABEL_SIZE, _LABEL_LIMIT, 3)
    )


def _graph(process: _Process) -> LaneGraph:
    links = tuple(
        Link(*process.ends(move), _label_size(label) if label else None)
        for move, label in zip(process.transitions, process.labels, strict=True)
    )
    sizes = tuple(Size(box.width, box.height) for box in process.boxes)
    return LaneGraph(sizes, process.lane_of, links, len(process.lane_names), process.least)


def _label_size(label: tuple[Line, ...]) -> Size:
    width = max(line.width for line in label) + 2 * _LABEL_PAD
    return Size(width, len(label) * _STEP * _LABEL_SIZE + 2)


def _drawing(
    title: str, process: _Process, layout: LaneLayout, remarks: tuple[str, ...]
) -> Drawing:
    names = [_lane_line(name) for name in process.lane_names]
    head = max(line.width for line in names) + 2 * _LANE_PAD
    dx, dy = _MARGIN + head + _LANE_PAD, _MARGIN
    boxes = tuple(
        shifting.box(box, spot.x - box.width / 2 + dx, spot.y - box.height / 2 + dy)
        for box, spot in zip(process.boxes, layout.centres, strict=True)
    )
    looks = [_look(process, layout, number) for number in range(len(process.transitions))]
    arrows = tuple(
        shifting.arrow(_arrow(process, layout, number, look), dx, dy)
        for number, look in enumerate(looks)
    )
    right = shifting.extent(boxes, arrows)[2] + _LANE_PAD
    return Drawing(
        title,
        round(right + _MARGIN, 2),
        round(layout.edges[-1] + 2 * _MARGIN, 2),
        Orientation.LR,
        boxes,
        arrows,
        lanes=tuple(
            _band(name, line, top + dy, bottom - top, right - _MARGIN)
            for name, line, (top, bottom) in zip(
                process.lane_names, names, pairwise(layout.edges), strict=True
            )
        ),
        legend=_legend(looks),
        engine=own.NAME,
        remarks=(*remarks, *layout.remarks),
        description=_description(process),
    )


def _lane_line(name: str) -> Line:
    words = measure.tidy(name) or _("Nobody named")
    words = measure.shorten(words, _LANE_NAME, _LANE_LIMIT, Weight.SEMIBOLD)
    width = measure.width(words, _LANE_NAME, Weight.SEMIBOLD)
    return Line(words, 0, 0, width, _LANE_NAME, Weight.SEMIBOLD, Ink.TEXT2)


def _band(name: str, line: Line, top: float, height: float, width: float) -> LaneBand:
    baseline = height / 2 + fonts.CAPITAL * _LANE_NAME / 2
    placed = shifting.line(line, _MARGIN + _LANE_PAD, top + baseline)
    return LaneBand(measure.tidy(name), _MARGIN, top, width, height, placed)


def _look(process: _Process, layout: LaneLayout, number: int) -> _Look:
    tail, head = process.ends(process.transitions[number])
    if number in layout.backward or tail == head:
        return _Look(Ink.WARN, 1.2, _BACK_DASH, _("Goes back"))
    if process.lane_of[tail] != process.lane_of[head]:
        return _Look(Ink.ACCENT, 1.8, (), _("Hand-off to another lane"))
    return _Look(Ink.TEXT3, 1.2, (), _("Next step"))


def _legend(looks: Iterable[_Look]) -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(look.meaning, look.ink, look.width, look.dash)
        for look in sorted(set(looks), key=lambda look: (look.dash, look.width))
    )


def _arrow(process: _Process, layout: LaneLayout, number: int, look: _Look) -> Arrow:
    move, label, route = process.transitions[number], process.labels[number], layout.routes[number]
    tail, head = (process.boxes[end] for end in process.ends(move))
    ends = tuple(layout.centres[end] for end in process.ends(move))
    reached = route if route.reached else _onto_shapes(route, tail, head, ends)
    arrow = Arrow(
        _arrow_code(move),
        move.source,
        move.target,
        reached.points,
        reached.tip,
        ink=look.ink,
        width=look.width,
        dash=look.dash,
        tip_text=_tip(tail, head, label),
    )
    if not label or route.label is None:
        return arrow
    size = _label_size(label)
    left, top = route.label.x - size.width / 2, route.label.y - size.height / 2
    lines = tuple(
        shifting.line(
            line,
            route.label.x - line.width / 2,
            top + 1 + (row + 0.8) * _STEP * _LABEL_SIZE,
        )
        for row, line in enumerate(label)
    )
    return replace(arrow, label=lines, label_box=(left, top, size.width, size.height))


def _arrow_code(move: Transition) -> str:
    return move.code or f"{move.source}>{move.target}"


def _onto_shapes(route: Route, tail: Box, head: Box, ends: Sequence[Point]) -> Route:
    """Lengthen a route so that it begins and ends on outlines that lie inside their frame."""
    points, tip = route.points, route.tip
    out, into = _inset(tail, points[0], ends[0]), _inset(head, tip, ends[1])
    begin = Point(points[0].x + out.x, points[0].y + out.y)
    last = Point(points[-1].x + into.x, points[-1].y + into.y)
    return Route(
        (begin, begin, points[0], *points, points[-1], last, last),
        Point(tip.x + into.x, tip.y + into.y),
        route.label,
    )


def _inset(box: Box, spot: Point, centre: Point) -> Point:
    """Return the way from a spot on the frame of a box straight inwards to its outline."""
    dx, dy = spot.x - centre.x, spot.y - centre.y
    wide, high = box.width / 2, box.height / 2
    level = abs(dx) / wide >= abs(dy) / high
    off = abs(dy) if level else abs(dx)
    if box.shape is Shape.DIAMOND:
        deep = wide * off / high if level else high * off / wide
    elif box.shape is Shape.PILL and level:
        deep = high - math.sqrt(max(0.0, high * high - off * off))
    elif box.shape is Shape.PILL:
        beyond = max(0.0, off - (wide - high))
        deep = high - math.sqrt(max(0.0, high * high - beyond * beyond))
    else:
        return Point(0, 0)
    if level:
        return Point(-math.copysign(deep, dx), 0)
    return Point(0, -math.copysign(deep, dy))


def _tip(tail: Box, head: Box, label: tuple[Line, ...]) -> str:
    words = _("{source} to {target}").format(
        source=tail.tip.split(" · ")[0], target=head.tip.split(" · ")[0]
    )
    if not label:
        return words
    condition = " ".join(line.text for line in label)
    return _("{way}: {condition}").format(way=words, condition=condition)


def _description(process: _Process) -> str:
    counts = _("{steps} steps in {lanes} lanes.").format(
        steps=len(process.boxes), lanes=len(process.lane_names)
    )
    parts = [counts]
    for box, lane in zip(process.boxes, process.lane_of, strict=True):
        name = measure.tidy(process.lane_names[lane]) or _("Nobody named")
        parts.append(_("{lane}: {step}.").format(lane=name, step=box.tip))
    for move, label in zip(process.transitions, process.labels, strict=True):
        tail, head = (process.boxes[end] for end in process.ends(move))
        parts.append(_tip(tail, head, label) + ".")
    return " ".join(parts)


def _left_out(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    sentence = ngettext(
        "{count} arrow starts or ends at a step that is not on the map.",
        "{count} arrows start or end at a step that is not on the map.",
        count,
    )
    return (sentence.format(count=count),)


def _empty(title: str) -> Drawing:
    sentence = _("Nothing is on this map yet. Add the step with which the work begins.")
    width = measure.width(sentence, _SENTENCE)
    line = Line(sentence, _MARGIN, _MARGIN + _SENTENCE, width, _SENTENCE, ink=Ink.TEXT2)
    return Drawing(
        title,
        width + 2 * _MARGIN,
        2 * _MARGIN + 1.4 * _SENTENCE,
        Orientation.LR,
        (),
        (),
        lines=(line,),
        description=sentence,
    )
