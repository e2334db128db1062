"""How a line looks: its icon, word and ink, and which of its words are coloured."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.flow_lines import bare, parse_flow
from cxo_desktop.domain.line_grammar import LineForm, TypedLine
from cxo_desktop.domain.mentions import MentionKind, Vocabulary, unsure_places
from cxo_desktop.i18n import _, rupees
from cxo_desktop.ui import words

INK_OF = {MentionKind.PERSON: "person", MentionKind.TOOL: "tool", MentionKind.THEME: "quote"}
_FORM_LOOK = {
    LineForm.FLOW: ("arrow-right-left", "flow"),
    LineForm.COST: ("indian-rupee", "cost"),
    LineForm.ACTION: ("square-check", "action"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in an ink of the theme; ``strong`` for what can be followed."""

    start: int
    length: int
    ink: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line's words as they are shown, and how they are coloured."""

    text: str
    spans: tuple[Span, ...] = ()


def form_word(form: LineForm) -> str:
    """Return what a line that makes something is called."""
    return {
        LineForm.NOTE: _("Note"),
        LineForm.FLOW: _("Flow"),
        LineForm.COST: _("Cost"),
        LineForm.ACTION: _("Action"),
    }[form]


def look(kind: NoteKind | None, form: LineForm, *, verbatim: bool) -> tuple[str, str, str]:
    """Return icon, ink and word of a line."""
    if form in _FORM_LOOK:
        return (*_FORM_LOOK[form], form_word(form))
    if verbatim and kind in (None, NoteKind.FACT):
        return "quote", "quote", _("Quote")
    return (*words.KIND_LOOK[kind or NoteKind.FACT], words.kind_word(kind))


def spans_of(text: str, known: Vocabulary, shift: int = 0) -> tuple[Span, ...]:
    """Return the coloured places of a text as it is typed."""
    named = [
        Span(it.start + shift, it.end - it.start, INK_OF[it.kind]) for it in known.mentions(text)
    ]
    unsure = [Span(place + shift, 1, "warn") for place in unsure_places(text)]
    return tuple(sorted((*named, *unsure), key=lambda span: span.start))


def shown_line(line: TypedLine, known: Vocabulary, settings: Settings) -> ShownLine:
    """Return a line as it is listed: a flow as its way, a cost with what it comes to."""
    text = known.named(line.text.strip())
    if line.form is LineForm.FLOW:
        return _shown_flow(text, known)
    if line.form is LineForm.COST:
        return _shown_cost(text, known, settings)
    if line.verbatim:
        return ShownLine(f"“{text}”", spans_of(text, known, 1))
    return ShownLine(text, spans_of(text, known))


def month_words(hours: float | None, money: float | None) -> str:
    """Return what a month takes, in words; "" when neither is known."""
    parts = []
    if hours is not None:
        parts.append(_("{hours} h a month").format(hours=f"{hours:.4g}"))
    if money is not None:
        amount = rupees(money)
        parts.append(amount if parts else _("{amount} a month").format(amount=amount))
    return " · ".join(parts)


def _shown_flow(text: str, known: Vocabulary) -> ShownLine:
    flow = parse_flow(text)
    if not flow.hops:
        return ShownLine(text, spans_of(text, known))
    shown, spans = "", []
    for number, stop in enumerate(flow.stops):
        shown += " → " if number else ""
        name = bare(stop)
        ink = {"+": "tool", "@": "person"}.get(stop[:1], "flow")
        spans.append(Span(len(shown), len(name), ink))
        shown += name
    if flow.remark:
        remark = f"  {flow.remark}"
        spans.append(Span(len(shown), len(remark), "text2", strong=False))
        shown += remark
    return ShownLine(shown, tuple(spans))


def _shown_cost(text: str, known: Vocabulary, settings: Settings) -> ShownLine:
    cost = parse_cost(text)
    sum_words = month_words(cost.hours_per_month(settings), cost.rupees_per_month(settings))
    spans = list(spans_of(text, known))
    if not sum_words:
        return ShownLine(text, tuple(spans))
    tail = f"  =  {sum_words}"
    spans.append(Span(len(text), len(tail), "cost"))
    return ShownLine(text + tail, tuple(spans))
