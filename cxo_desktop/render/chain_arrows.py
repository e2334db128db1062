"""The arrows of a data chain: their words, and how they look where an engine put them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.drawing import Arrow, Ink, Line, Point, Weight
from cxo_desktop.domain.enums import FlowState
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.render import measure
from cxo_desktop.render.chain_looks import Look
from cxo_desktop.render.chain_style import Style
from cxo_desktop.render.chain_words import duration, state_word, way_words
from cxo_desktop.render.engines.graph import Route, Size

_STEP = 1.24
_PAD = 3.0


class Words(NamedTuple):
    """The label of a flow: its lines, not yet placed, and the room that it takes."""

    lines: tuple[Line, ...]
    size: Size


def words(flow: DataFlow, look: Look, hours: Mapping[str, float], style: Style) -> Words | None:
    """Return the label of a flow: how often and how, and on the critical path how long.

    A flow of the critical path whose time nobody knows says so: unknown is not zero.
    """
    weight = Weight.SEMIBOLD if look.on_path else Weight.REGULAR
    ink = Ink.TEXT2 if look.state is FlowState.WORKS else look.ink
    texts = measure.balanced(
        _sentence(flow, look, hours), style.small, style.label_limit, style.label_lines, weight
    )
    if not texts:
        return None
    lines = tuple(
        Line(text, 0, 0, measure.width(text, style.small, weight), style.small, weight, ink)
        for text in texts
    )
    width = max(line.width for line in lines) + 2 * _PAD
    return Words(lines, Size(width, len(lines) * _STEP * style.small + 2))


def _sentence(flow: DataFlow, look: Look, hours: Mapping[str, float]) -> str:
    """Return such as "monthly, copied by hand · 19 days"."""
    way = way_words(flow)
    state = "" if look.derived else state_word(look.state)
    how = _("{way}: {state}").format(way=way, state=state) if way and state else way or state
    time = _time(flow, look, hours).replace(" ", "\N{NO-BREAK SPACE}")
    if how and time:
        return _("{how} · {time}").format(how=how, time=time)
    return how or time


def _time(flow: DataFlow, look: Look, hours: Mapping[str, float]) -> str:
    if not look.on_path:
        return ""
    if flow.code not in hours:
        return _("time not known")
    return duration(hours[flow.code])


def draw_arrow(
    flow: DataFlow, look: Look, label: Words | None, route: Route, tip_text: str
) -> Arrow:
    """Return the arrow of a flow on its route, with its label where the engine left room."""
    arrow = Arrow(
        flow.code,
        flow.source,
        flow.target,
        route.points,
        route.tip,
        ink=look.ink,
        width=look.width,
        dash=look.dash,
        bold=look.on_path,
        tip_text=tip_text,
    )
    if label is None or route.label is None:
        return arrow
    return _labelled(arrow, label, route.label)


def _labelled(arrow: Arrow, label: Words, middle: Point) -> Arrow:
    left = middle.x - label.size.width / 2
    top = middle.y - label.size.height / 2
    placed = tuple(
        replace(line, x=left + _PAD, y=top + 1 + (row + 0.8) * _STEP * line.size)
        for row, line in enumerate(label.lines)
    )
    return replace(
        arrow,
        label=placed,
        label_box=(left + _PAD / 2, top, label.size.width - _PAD, label.size.height),
    )


def tip(flow: DataFlow, look: Look, names: Mapping[str, str], hours: Mapping[str, float]) -> str:
    """Return what is known of a flow in sentences, for a tool tip and for those who cannot see."""
    parts = [
        _("{source} to {target}.").format(source=names[flow.source], target=names[flow.target])
    ]
    if way_words(flow):
        parts.append(_("Moves {way}.").format(way=way_words(flow)))
    if duration(hours.get(flow.code, 0)):
        parts.append(_("Takes {time}.").format(time=duration(hours[flow.code])))
    if look.on_path:
        parts.append(_("On the slowest way to the decision."))
    count = flow.discrepancies_last_quarter
    if count:
        parts.append(
            ngettext(
                "{count} disputed number last quarter.",
                "{count} disputed numbers last quarter.",
                count,
            ).format(count=count)
        )
    return " ".join(parts)
