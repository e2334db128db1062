"""Take in interview notes written elsewhere: text and Markdown files, or folders of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.app.backups import back_up_before
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.text_files import find_texts, read_bytes
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.ids import IdFactory, code_for
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.exchange.note_texts import TextInterview, read_texts
from cxo_desktop.exchange.text_records import Cast, TextRecords, records_of
from cxo_desktop.i18n import _, ngettext

_SAID_NO = (ConsentState.REFUSED, ConsentState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ImportedText:
    """What came in from one file; ``interview`` is its code, ``unused`` are line numbers."""

    file: str
    interview: str
    notes: int
    questions: int
    headings: int
    people: int
    language: str | None
    on: str | None
    unused: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import of texts did, or with ``dry_run`` would do.

    ``new_people`` counts the people that were not known before, ``blocked`` the notes without a
    consent to use them, ``already`` names the files that had come in before, ``left_aside``
    those that are no notes by their ending.
    """

    texts: tuple[ImportedText, ...]
    new_people: int
    blocked: int
    already: tuple[str, ...]
    left_aside: tuple[str, ...]
    dry_run: bool

    @property
    def notes(self) -> int:
        """Return the number of notes that came in."""
        return sum(text.notes for text in self.texts)

    @property
    def losses(self) -> tuple[str, ...]:
        """Return a sentence for everything in the files that did not come in."""
        found = [
            _("{file}: not understood and left out: line {lines}.").format(
                file=text.file, lines=", ".join(map(str, text.unused))
            )
            for text in self.texts
            if text.unused
        ]
        found += [
            _("{file} is no text with notes and was left out.").format(file=name)
            for name in self.left_aside
        ]
        found += [
            _("{file} came in before and was left out.").format(file=name) for name in self.already
        ]
        return tuple(found)

    def lines(self) -> tuple[str, ...]:
        """Return the report in words: a line for each file, then the sum."""
        return (*map(_in_words, self.texts), self._sum())

    def _sum(self) -> str:
        notes = ngettext("{count} note", "{count} notes", self.notes).format(count=self.notes)
        count = len(self.texts)
        if self.dry_run:
            sentence = ngettext(
                "{count} interview with {notes} would come in; nothing was written.",
                "{count} interviews with {notes} would come in; nothing was written.",
                count,
            )
        else:
            sentence = ngettext(
                "{count} interview with {notes} came in.",
                "{count} interviews with {notes} came in.",
                count,
            )
        return sentence.format(count=count, notes=notes)

    def as_plain(self) -> dict[str, Json]:
        """Return the report as JSON."""
        return {
            "dry_run": self.dry_run,
            "interviews": len(self.texts),
            "notes": self.notes,
            "new_people": self.new_people,
            "blocked": self.blocked,
            "files": [_as_plain(text) for text in self.texts],
            "already": list(self.already),
            "left_aside": list(self.left_aside),
        }


def _as_plain(text: ImportedText) -> Json:
    return {
        "file": text.file,
        "interview": text.interview,
        "notes": text.notes,
        "questions": text.questions,
        "headings": text.headings,
        "people": text.people,
        "language": text.language,
        "on": text.on,
        "unused_lines": list(text.unused),
    }


def _in_words(text: ImportedText) -> str:
    return _("{file}: notes {notes}, questions {questions}, people {people}").format(
        file=text.file, notes=text.notes, questions=text.questions, people=text.people
    )


def import_texts(
    engagement: OpenEngagement,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    consent: ConsentState = ConsentState.NOT_ASKED,
) -> ImportReport:
    """Keep every text under ``paths`` as an interview with its notes: all of them, or none.

    ``consent`` is what the people said to being noted down; unless it was given, the notes are
    blocked. A file that came in before is left out. A backup is made first. Raises InputRefused,
    with nothing written, when one of the files cannot be taken, or when the people said no.
    """
    if consent in _SAID_NO:
        raise InputRefused(
            _("The notes were not imported."),
            _("Nothing is kept of people who refused or took their consent back."),
            _("Import only the notes of those who agreed, or of whom nobody asked yet."),
        )
    found = find_texts(paths)
    texts = read_texts([(text.name, read_bytes(text.name, text.path)) for text in found.texts])
    dossier = engagement.dossier()
    fresh, already = _fresh(texts, dossier, consent)
    if not dry_run:
        back_up_before(engagement)
        engagement.add_all([record for _text, records in fresh for record in records.all()])
    return ImportReport(
        texts=tuple(_imported(text, records) for text, records in fresh),
        new_people=sum(len(records.people) for _text, records in fresh),
        blocked=sum(_blocked(records) for _text, records in fresh),
        already=already,
        left_aside=found.left_aside,
        dry_run=dry_run,
    )


def _fresh(
    texts: Sequence[TextInterview], dossier: Dossier, consent: ConsentState
) -> tuple[list[tuple[TextInterview, TextRecords]], tuple[str, ...]]:
    """Return the records of the texts that are new, and the names of the others."""
    cast = Cast.of(dossier, _new_codes(dossier))
    fresh: list[tuple[TextInterview, TextRecords]] = []
    already: list[str] = []
    for text in texts:
        known = dict(cast.codes)
        records = records_of(text, cast, consent)
        if records.is_in(dossier):
            cast.codes = known
            already.append(text.source)
        else:
            fresh.append((text, records))
    return fresh, tuple(already)


def _new_codes(dossier: Dossier) -> Callable[[type[Record]], str]:
    ids = IdFactory()
    taken = {cls: set(dossier.by_code(cls)) for cls in BY_CLASS}

    def new_code(cls: type[Record]) -> str:
        code = code_for(BY_CLASS[cls].prefix, ids.new())
        while code in taken[cls]:
            code = code_for(BY_CLASS[cls].prefix, ids.new())
        taken[cls].add(code)
        return code

    return new_code


def _blocked(records: TextRecords) -> int:
    may = {c.person for c in records.consents if c.allows(ConsentScope.NOTES)}
    return sum(note.person not in may for note in records.notes)


def _imported(text: TextInterview, records: TextRecords) -> ImportedText:
    return ImportedText(
        file=text.source,
        interview=records.interview.code,
        notes=len(records.notes),
        questions=len(text.questions),
        headings=len(text.headings),
        people=len(records.interview.participants),
        language=text.language,
        on=text.on.isoformat() if text.on else None,
        unused=text.unused,
    )
