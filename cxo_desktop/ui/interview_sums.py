"""What the lines of an interview add up to; each line is looked through only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxo_desktop.app.lines import line_of
from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import LineForm
from cxo_desktop.domain.mentions import Mention, MentionKind, Vocabulary, is_named
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.line_looks import month_words
from cxo_desktop.ui.shown import InterviewSummary, NoteRow

_CHIP = 27
_MARK = re.compile(r"(?<!\S)[@+#](?=\w)")


@dataclass(frozen=True, slots=True)
class Share:
    """What one line adds: whom and what it names, its flow or pain in short, hours and money."""

    mentions: tuple[Mention, ...]
    tools: tuple[str, ...]
    form: LineForm
    flow: str = ""
    pain: str = ""
    hours: float | None = None
    money: float | None = None


class InterviewSums:
    """Sums of lines under one vocabulary."""

    def __init__(self, known: Vocabulary, settings: Settings) -> None:
        self._known, self._settings = known, settings
        self._names = {one.code: one.name for one in known.known}
        self._tools = [one for one in known.known if one.kind is MentionKind.TOOL]
        self._shares: dict[str, tuple[Note, Share]] = {}

    def summary(self, rows: Sequence[NoteRow], notes: Sequence[Note]) -> InterviewSummary:
        """Return the sum of lines; ``rows`` and ``notes`` go together."""
        shares = [self._share(row, note) for row, note in zip(rows, notes, strict=True)]
        costs = [share for share in shares if share.form is LineForm.COST]
        hours = [it.hours for it in costs if it.hours is not None]
        money = [it.money for it in costs if it.money is not None]
        said = month_words(sum(hours) if hours else None, sum(money) if money else None)
        return InterviewSummary(
            tools=self._named(shares, MentionKind.TOOL),
            people=self._named(shares, MentionKind.PERSON),
            flows=tuple(share.flow for share in shares if share.flow),
            pains=tuple(share.pain for share in shares if share.pain),
            costs=(said, str(len(costs)) if costs else ""),
            actions=sum(share.form is LineForm.ACTION for share in shares),
            quoted=quoted_words(rows),
            stays=what_stays(rows),
        )

    def _share(self, row: NoteRow, note: Note) -> Share:
        made = self._shares.get(note.id)
        if made is None or made[0] is not note:
            made = self._shares[note.id] = note, self._fresh(row, note)
        return made[1]

    def _fresh(self, row: NoteRow, note: Note) -> Share:
        line = line_of(note)
        cost = parse_cost(line.text) if line.form is LineForm.COST else None
        return Share(
            mentions=self._known.mentions(line.text),
            tools=tuple(it.code for it in self._tools if is_named(line.text, it.name)),
            form=line.form,
            flow=row.shown if line.form is LineForm.FLOW else "",
            pain=_short(row.shown) if row.kind is NoteKind.PAIN_POINT else "",
            hours=cost.hours_per_month(self._settings) if cost else None,
            money=cost.rupees_per_month(self._settings) if cost else None,
        )

    def _named(self, shares: Sequence[Share], kind: MentionKind) -> tuple[str, ...]:
        """Return each name once; a tool of the register counts without its mark, too."""
        seen: dict[str, str] = {}
        for mention in _of_kind(shares, kind):
            seen.setdefault(mention.code or mention.name.lower(), mention.name)
        if kind is MentionKind.TOOL:
            unmarked = {code for share in shares for code in share.tools}
            for one in self._tools:
                if one.code in unmarked:
                    seen.setdefault(one.code, one.name)
        return tuple(self._names.get(code, name) for code, name in seen.items())


def quoted_words(rows: Sequence[NoteRow]) -> str:
    """Return in words how many notes are word for word, or "" when there are no notes."""
    if not rows:
        return ""
    count = sum(row.verbatim for row in rows)
    return _("{count} of {all} word for word").format(count=count, all=len(rows))


def what_stays(rows: Sequence[NoteRow]) -> str:
    """Return in words how many notes never leave the laptop, or "" for none."""
    count = sum(row.blocked or row.off_record for row in rows)
    if not count:
        return ""
    return ngettext(
        "{count} note stays on this laptop: no consent, or off the record.",
        "{count} notes stay on this laptop: no consent, or off the record.",
        count,
    ).format(count=count)


def _of_kind(shares: Iterable[Share], kind: MentionKind) -> Iterator[Mention]:
    return (it for share in shares for it in share.mentions if it.kind is kind)


def _short(text: str) -> str:
    """Return the first words of a line, as many as a chip holds, without the marks of names."""
    text = _MARK.sub("", text)
    if len(text) <= _CHIP:
        return text
    return f"{text[:_CHIP].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
