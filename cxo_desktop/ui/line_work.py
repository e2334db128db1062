"""What is done with the lines of the interview that is open; refusals are shown by the desk."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPixmap

from cxo_desktop.app.attachments import Belongs, add_attachment, add_content, thumbnail_pixels
from cxo_desktop.app.drafts import keep_draft_line
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.interviews import notes_of
from cxo_desktop.app.lines import (
    NAMED,
    change_line,
    known_names,
    line_of,
    merge_lines,
    move_line,
    split_line,
)
from cxo_desktop.app.names import make_name
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.drafts import Draft
from cxo_desktop.domain.interviews import Consent, Note
from cxo_desktop.domain.line_grammar import TypedLine, parse_line, to_keep
from cxo_desktop.domain.mentions import MentionKind, Vocabulary
from cxo_desktop.i18n import _
from cxo_desktop.ui.capture_rows import LineRows
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.interview_sums import InterviewSums
from cxo_desktop.ui.line_choices import Choice
from cxo_desktop.ui.shown import InterviewSummary, NoteRow

_PHOTO_EDGE = 160


class LineWork:
    """The lines of one interview, by ``code``; ``notes`` and ``summary`` are as read last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.code = ""
        self.known = Vocabulary()
        self.notes: tuple[Note, ...] = ()
        self._named: list[object] = []
        self._rows: LineRows | None = None
        self._sums: InterviewSums | None = None
        self.summary = InterviewSummary()
        self._pictures: dict[str, QPixmap | None] = {}

    def learn(self) -> Vocabulary:
        """Read anew what can be named, where that has changed; return it."""
        engagement = self._desk.engagement
        if engagement is not None:
            dossier = engagement.dossier()
            named = [dossier.engagement, *(dossier.all(cls) for cls in NAMED)]
            if any(now is not old for now, old in zip_longest(named, self._named)):
                self._named = named
                self.known = known_names(engagement)
                self._rows = LineRows(self.known, engagement.settings())
                self._sums = InterviewSums(self.known, engagement.settings())
        return self.known

    def read(self, names: dict[str, str]) -> list[NoteRow]:
        """Read the lines and return them as rows; ``names`` says who, where several speak."""
        engagement = self._desk.engagement
        if engagement is None or self._rows is None:
            return []
        self.notes = notes_of(engagement, self.code)
        photos: dict[str, tuple[str, ...]] = {}
        dossier = engagement.dossier()
        for it in dossier.all(Attachment):
            if it.note:
                photos[it.note] = (*photos.get(it.note, ()), it.code)
        consents = [it for it in dossier.all(Consent) if it.interview == self.code]
        rows = self._rows.rows(self.notes, consents, names, photos)
        if self._sums is not None:
            self.summary = self._sums.summary(rows, self.notes)
        return rows

    def keep(self, line: TypedLine, since: str, person: str | None, question: str) -> Note | None:
        """Keep a typed line with the instant of its first key; the draft goes with it."""
        last = self.notes[-1].written_at if self.notes else None
        kept: Note | None = self._write(
            lambda engagement: keep_draft_line(
                engagement,
                interview=self.code,
                line=to_keep(line),
                person=person,
                written_at=max(filter(None, (since, last)), default=None),
                guide_question=question or None,
            )
        )
        if kept is not None and self._desk.engagement is not None:
            self._desk.aside.drop(self._desk.engagement, self.code)
        return kept

    def keep_draft(self, raw: str, caret: int, since: str) -> None:
        """Keep what is being typed, names of people as codes."""
        before = len(self.known.coded(raw[:caret]))
        draft = Draft(self.code, self.known.coded(raw), before, since)
        self._write(lambda engagement: self._desk.aside.keep(engagement, draft))

    def edit(self, key: str, raw: str) -> None:
        """Make a line say something else."""
        self.on(key, lambda engagement, note: change_line(engagement, note, parse_line(raw)))

    def split(self, key: str, first: str, second: str) -> None:
        """Part a line in two; both halves are raw, the second without marks."""
        self.on(
            key,
            lambda engagement, note: split_line(engagement, note, parse_line(first).text, second),
        )

    def retype(self, key: str, choice: Choice) -> None:
        """Make a line another kind, or set or take off a flag; "" means the last line."""
        self.on(
            key, lambda engagement, note: change_line(engagement, note, choice.on(line_of(note)))
        )

    def act(self, key: str, what: str) -> None:
        """Remove, merge with the line above, or move a line."""
        number = next((n for n, note in enumerate(self.notes) if note.id == key), -1)
        above = self.notes[number - 1] if number > 0 else None
        if what == "remove":
            self.on(key, lambda _engagement, note: self._desk.remove(note, _("Line removed")))
        elif what in ("up", "down"):
            self.on(
                key, lambda engagement, note: move_line(engagement, note, -1 if what == "up" else 1)
            )
        elif what == "merge" and above is not None:
            self.on(key, lambda engagement, note: merge_lines(engagement, above, note))

    def make(self, kind: MentionKind, name: str, as_role: bool) -> str | None:  # noqa: FBT001 - a Maker
        """Make a person, tool or theme of this name; return how it is written in a line."""
        made: str | None = self._write(
            lambda engagement: make_name(engagement, kind, name, as_role=as_role)
        )
        self.learn()
        return made

    def attach(self, key: str, path: Path) -> None:
        """Hang a file on a line, "" for the last one; where a photo was taken is removed."""
        self.on(
            key,
            lambda engagement, note: add_attachment(
                engagement, path, Belongs(self.code, note.code, note.person)
            ),
        )

    def attach_image(self, key: str, image: QImage) -> None:
        """Hang a picture that was pasted on a line, "" for the last one."""
        content = _as_png(image)
        name = _("Pasted picture.png")
        self.on(
            key,
            lambda engagement, note: add_content(
                engagement, name, content, Belongs(self.code, note.code, note.person)
            ),
        )

    def picture(self, code: str) -> QPixmap | None:
        """Return a small picture of an attachment, or None for what is no photo."""
        engagement = self._desk.engagement
        if code not in self._pictures and engagement is not None:
            self._pictures[code] = self._desk.attempt(lambda: _picture(engagement, code))
        return self._pictures.get(code)

    def on(self, key: str, work: Callable[[OpenEngagement, Note], object]) -> None:
        """Do something with one line, "" for the last one."""
        note = next((it for it in self.notes if it.id == key), None)
        if not key and self.notes:
            note = self.notes[-1]
        if note is not None:
            found = note
            self._write(lambda engagement: work(engagement, found))

    def _write(self, work: Callable[[OpenEngagement], Any]) -> Any:
        engagement = self._desk.engagement
        return None if engagement is None else self._desk.write(lambda: work(engagement))


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _picture(engagement: OpenEngagement, code: str) -> QPixmap | None:
    found = thumbnail_pixels(engagement, engagement.get(Attachment, code), _PHOTO_EDGE)
    if found is None:
        return None
    width, height, content = found
    image = QImage(content, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image.copy())
