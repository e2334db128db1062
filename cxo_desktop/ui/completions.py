"""What can be completed where a line is typed: names that fit, and new ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.domain.fuzzy import badness
from cxo_desktop.domain.mentions import Known, MentionKind, Vocabulary
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.shown import ListRow

_MOST = 5
_BEING_TYPED = re.compile(r"(?<![^\s(\[“\"'])([@+#])([^\W\d_][^@+#,;:!?>→]*)$")
_ICON = {
    MentionKind.PERSON: "user-round",
    MentionKind.TOOL: "wrench",
    MentionKind.THEME: "flag",
}
_INK = {MentionKind.PERSON: "person", MentionKind.TOOL: "tool", MentionKind.THEME: "quote"}
NEW = "new:"
NEW_ROLE = "role:"


@dataclass(frozen=True, slots=True)
class BeingTyped:
    """A name whose mark and first letters stand before the caret."""

    kind: MentionKind
    letters: str
    start: int


def being_typed(text: str, caret: int) -> BeingTyped | None:
    """Return the name that is being typed at the caret, if one is."""
    found = _BEING_TYPED.search(text[:caret])
    return BeingTyped(MentionKind(found[1]), found[2], found.start()) if found else None


def rows_for(typed: BeingTyped, known: Vocabulary, counts: Mapping[str, int]) -> list[ListRow]:
    """Return what fits, best and most often named first, then what can be made new.

    Nothing when the name is finished: known as it stands, or several words that fit nothing.
    """
    letters = typed.letters
    if letters != letters.rstrip() and known.by_name.get(typed.kind, {}).get(
        letters.strip().lower()
    ):
        return []
    fitting = _fitting(typed, known, counts)
    exact = known.by_name.get(typed.kind, {}).get(letters.lower())
    if exact and all(one.code == exact for one in fitting):
        return []
    rows = [
        _row(one, counts.get(one.code, 0), first=not number)
        for number, one in enumerate(fitting[:_MOST])
    ]
    if " " in letters and not rows:
        return []
    return rows if exact else [*rows, *_new_rows(typed)]


def counts_of(known: Vocabulary, texts: list[str]) -> Counter[str]:
    """Return how often each person, tool and theme is named in texts."""
    return Counter(it.code for text in texts for it in known.mentions(text) if it.code)


def _fitting(typed: BeingTyped, known: Vocabulary, counts: Mapping[str, int]) -> list[Known]:
    found = []
    for number, one in enumerate(known.known):
        if one.kind is not typed.kind:
            continue
        fits = [
            bad
            for name in one.names
            if name
            if (bad := badness(typed.letters.strip(), name)) is not None
        ]
        if fits:
            found.append((min(fits), -counts.get(one.code, 0), number, one))
    return [hit[-1] for hit in sorted(found, key=lambda hit: hit[:3])]


def _row(one: Known, count: int, *, first: bool) -> ListRow:
    said = ngettext("{count} mention", "{count} mentions", count).format(count=count)
    parts = [said] if count else []
    if first:
        parts.append(_("Tab"))
    return ListRow(
        key=one.code,
        title=one.name,
        icon=_ICON[one.kind],
        ink=_INK[one.kind],
        aside=" · ".join(parts),
    )


def _new_rows(typed: BeingTyped) -> list[ListRow]:
    name = typed.letters.strip()
    if typed.kind is MentionKind.PERSON:
        return [
            _new(NEW, _("New person “{name}”").format(name=name), _("Enter")),
            _new(NEW_ROLE, _("New role “{name}”").format(name=name), ""),
        ]
    if typed.kind is MentionKind.TOOL:
        return [_new(NEW, _("New tool “{name}”").format(name=name), _("Enter"))]
    return [_new(NEW, _("New theme “{name}”").format(name=name), _("Enter"))]


def _new(key: str, title: str, aside: str) -> ListRow:
    return ListRow(key=key, title=title, icon="plus", ink="accent", aside=aside)
