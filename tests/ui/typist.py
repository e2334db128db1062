"""Hands that type an interview into the real window: letters, corrections, and what is meant."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from cxo_desktop import assets
from cxo_desktop.app.interviews import notes_of
from cxo_desktop.compose import open_services
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.line_grammar import TypedLine, literal, parse_line, retyped, with_flags
from cxo_desktop.store.keys import KdfCost

ROOT = Path(__file__).parents[2]
TOOL = {name: shutil.which(name) or "" for name in ("Xvfb", "xdotool", "setxkbmap")}
MISSING = [name for name, path in TOOL.items() if not path]
PHRASE, WHO = "a phrase", "supervisor, north"
SETTLES, _HURRIED = 1.5, 0.05
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cxo_desktop.compose import open_services
from cxo_desktop.ui.start import make_window
app = QApplication([])
window = make_window(app, open_services(Path(sys.argv[1]), sys.argv[2]))
window.show()
window.activateWindow()
print("window", int(window.winId()), flush=True)
app.exec()
"""


@dataclass(slots=True)
class Hands:
    """Presses keys on a display, and knows what the lines should be by now."""

    env: dict[str, str]
    delay: float
    lines: list[TypedLine] = field(default_factory=list)
    letters: int = 0
    corrections: int = 0

    def type(self, words: str) -> None:
        """Type letters at the pace of the typist, who looks up after a word if there is time."""
        self.letters += len(words)
        pieces = re.findall(r"\S*\s*", words) if self.delay > _HURRIED else [words]
        for piece in filter(None, pieces):
            due = time.monotonic() + len(piece) * self.delay
            self._do("type", "--delay", str(round(self.delay * 1000)), "--", piece)
            time.sleep(max(0, due - time.monotonic()))

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as ``alt+3``."""
        self._do("key", "--delay", str(round(self.delay * 1000)), *keys)

    def line(self, line: TypedLine) -> None:
        """Type a line and keep it."""
        self.type(line.raw)
        self.keep(line)

    def keep(self, line: TypedLine) -> None:
        """Press Enter on a line that was typed."""
        self.press("Return")
        self.lines.append(line)

    def _do(self, *words: str) -> None:
        subprocess.run([TOOL["xdotool"], *words], env=self.env, check=True)


def meant(count: int, longest: int) -> list[TypedLine]:
    """Return notes of the sample in English as lines to type, each cut to so many letters."""
    notes = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))["notes"]
    lines = [
        retyped(
            with_flags(
                literal(note["text"][:longest].strip()), verbatim=bool(note.get("verbatim"))
            ),
            kind,
        )
        for note in notes
        for kind in [NoteKind(note["kind"])]
        if note["text"].isascii() and not set(note["text"]) & set("@+#~")
    ]
    return lines[:count]


def misspelt(hands: Hands, line: TypedLine) -> None:
    """Letters typed wrong are taken back."""
    hands.type(f"{line.raw[:-3]}xyz")
    hands.press("BackSpace", "BackSpace", "BackSpace")
    hands.type(line.raw[-3:])
    hands.keep(line)


def wrong_word(hands: Hands, line: TypedLine) -> None:
    """A word is taken back whole."""
    hands.type(f"{line.raw} perhaps")
    hands.press("ctrl+BackSpace", "BackSpace")
    hands.keep(line)


def further_left(hands: Hands, line: TypedLine) -> None:
    """Letters that were left out are put in further left."""
    hands.type(line.raw[:-4] + line.raw[-2:])
    hands.press("Left", "Left")
    hands.type(line.raw[-4:-2])
    hands.keep(line)


def mark_taken_back(hands: Hands, line: TypedLine) -> None:
    """A mark that was not meant is given back as a letter, and that one is taken back too."""
    hands.type("!")
    hands.press("BackSpace", "BackSpace")
    hands.line(line)


def kind_while_typing(hands: Hands, line: TypedLine) -> None:
    """The kind is changed while the line is typed."""
    plain = literal(line.text)
    hands.type(plain.raw[:10])
    hands.press("alt+2")
    hands.type(plain.raw[10:])
    hands.keep(retyped(plain, NoteKind.PAIN_POINT))


def kind_afterwards(hands: Hands, line: TypedLine) -> None:
    """The kind of the line that was kept last is changed, and it is made a quote."""
    hands.line(line)
    hands.press("alt+6", "alt+3")
    asked = retyped(line, NoteKind.OPEN_QUESTION)
    hands.lines[-1] = with_flags(asked, verbatim=not line.verbatim)


def edited(hands: Hands, line: TypedLine) -> None:
    """A kept line is edited in its place."""
    hands.line(line)
    hands.press("Up", "Return", "End")
    hands.type(" she says")
    hands.press("Return", "Escape")
    hands.lines[-1] = replace(line, text=f"{line.text} she says")


def split(hands: Hands, line: TypedLine) -> None:
    """A kept line is split before its last word."""
    hands.line(line)
    first, _space, last = line.text.rpartition(" ")
    hands.press("Up", "Return", "End", *["Left"] * len(last), "alt+Return", "Escape")
    hands.lines[-1:] = [replace(line, text=first), replace(line, text=last)]


def merged(hands: Hands, line: TypedLine) -> None:
    """A line is put to the one above."""
    hands.line(line)
    hands.press("Up", "BackSpace", "Escape")
    above, below = hands.lines[-2:]
    hands.lines[-2:] = [replace(above, text=f"{above.text} {below.text}")]


def removed_and_back(hands: Hands, line: TypedLine) -> None:
    """A line is removed, and the removal undone."""
    hands.line(line)
    hands.press("Up", "Delete", "ctrl+z", "Escape")


CORRECTIONS: tuple[Callable[[Hands, TypedLine], None], ...] = (
    misspelt,
    kind_while_typing,
    wrong_word,
    edited,
    further_left,
    kind_afterwards,
    mark_taken_back,
    split,
    removed_and_back,
    merged,
)


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An X server without a screen, with an English layout; yields its environment."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [TOOL["Xvfb"], "-displayfd", str(write), "-screen", "0", "1400x800x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    try:
        subprocess.run([TOOL["setxkbmap"], "us"], env=env, check=True)
        yield env
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


@contextmanager
def window(env: dict[str, str], workspace: Path) -> Iterator[None]:
    """The window in a process of its own, with the focus; killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(workspace), PHRASE],
        env={**env, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        number = process.stdout.readline().split()[1]
        time.sleep(SETTLES)
        subprocess.run([TOOL["xdotool"], "windowfocus", "--sync", number], env=env, check=True)
        yield
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def interview(
    workspace: Path, count: int, delay: float, longest: int = 1000
) -> tuple[Hands, list[TypedLine], float]:
    """Type an interview; return the hands, the lines as kept, and the minutes it took."""
    services = open_services(workspace, PHRASE, KdfCost(1, 8, 1))
    services.workspace.import_file(assets.resource("samples/nandini.json"))
    lines = meant(count, longest)
    every = max(1, len(lines) // len(CORRECTIONS))
    with display() as env, window(env, workspace):
        hands = Hands(env, delay)
        hands.press("ctrl+i")
        hands.type(WHO)
        hands.press("Return", "2", "Return")
        time.sleep(1)
        began = time.monotonic()
        corrections = iter(CORRECTIONS)
        for number, line in enumerate(lines):
            correct = next(corrections, None) if number % every == every - 1 else None
            (correct or Hands.line)(hands, line)
            hands.corrections += correct is not None
        minutes = (time.monotonic() - began) / 60
        time.sleep(SETTLES)
    return hands, kept(workspace), minutes


def kept(workspace: Path) -> list[TypedLine]:
    """Return the lines of the newest interview as they are on the disk."""
    opened = open_services(workspace, PHRASE).workspace.open()
    try:
        newest = max(opened.find(Interview), key=lambda it: it.id)
        notes = notes_of(opened, newest.code)
        assert all(a.written_at <= b.written_at for a, b in pairwise(notes))
        return [parse_line(note.raw_text or "") for note in notes]
    finally:
        opened.close()


def faults(wanted: list[TypedLine], found: list[TypedLine]) -> list[str]:
    """Return what differs between the lines that were meant and those that are there."""
    said = [
        f"line {number}: meant {one.raw!r}, kept {other.raw!r}"
        for number, (one, other) in enumerate(zip(wanted, found, strict=False), 1)
        if (one.kind, one.verbatim, one.text) != (other.kind, other.verbatim, other.text)
    ]
    counts = [] if len(wanted) == len(found) else [f"{len(wanted)} meant, {len(found)} kept"]
    return [*counts, *said]
