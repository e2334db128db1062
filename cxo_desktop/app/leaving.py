"""What of an engagement may leave with a map, and in words what stays here.

A map goes through the same gate as the brief: notes that are blocked, confidential or off the
record stay with what only they speak of, and people become their roles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cxo_desktop.app.maps import CHAIN
from cxo_desktop.app.nameless import NamelessDossier, nameless
from cxo_desktop.app.redaction import Redactor, kept_back, without_parts
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Leaving:
    """``kept`` is the dossier without what stays here; ``clean`` makes a text free of names."""

    kept: Dossier
    clean: Callable[[str], str]
    stayed: tuple[str, ...]

    def without_names(self, bases: Iterable[str]) -> NamelessDossier:
        """Return the dossier of which every word of a map may leave.

        What was changed is counted on the maps that are drawn like ``bases``.
        """
        return nameless(self.kept, self.clean, frozenset(bases))


def leaving(dossier: Dossier, bases: Iterable[str]) -> Leaving:
    """Return what may leave with the maps that are drawn like ``bases``."""
    back = kept_back(dossier)
    there = tuple(bases)
    notes = [note for note in dossier.all(Note) if note.code in back]
    behind = sum(any(_is_on(dossier, ref, there) for ref in note.refs) for note in notes)
    kept = without_parts(dossier, back)
    gone = sum(len(dossier.all(cls)) - len(kept.all(cls)) for cls in (DataNode, DataFlow))
    kept = kept.with_records(Note, (it for it in dossier.all(Note) if it.code not in back))
    words = (
        ngettext(
            "{count} note behind the map stays here: no consent, confidential or off the record.",
            "{count} notes behind the map stay here: no consent, confidential or off the record.",
            behind,
        ).format(count=behind),
        ngettext(
            "{count} part of the map stays here: only such a note speaks of it.",
            "{count} parts of the map stay here: only such notes speak of them.",
            gone,
        ).format(count=gone),
    )
    told = (behind, gone if CHAIN in there else 0)
    stayed = tuple(text for text, count in zip(words, told, strict=True) if count)
    return Leaving(kept, Redactor(dossier), stayed)


def names_words(count: int) -> tuple[str, ...]:
    """Return in words in how many texts names of people were; () for none."""
    if not count:
        return ()
    return (
        ngettext(
            "In {count} text a person became a role or was left out.",
            "In {count} texts people became roles or were left out.",
            count,
        ).format(count=count),
    )


def _is_on(dossier: Dossier, ref: str, bases: tuple[str, ...]) -> bool:
    base, slash, _step = ref.partition("/")
    if slash:
        return base in bases
    known = {*dossier.by_code(DataNode), *dossier.by_code(DataFlow)}
    return CHAIN in bases and ref in known
