"""The process that the suites kill, starve and cut off: it writes through the app's own path.

For each line of its input, a JSON object, it forks a child that carries the work out and tells
on its output what has been promised to be kept.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from typing import Any

from PIL import Image

from cxo_desktop.app.attachments import add_attachment, read_attachment, thumbnail
from cxo_desktop.app.backups import backup_now
from cxo_desktop.app.drafts import keep_draft_line, save_draft
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.history import undo
from cxo_desktop.app.import_texts import import_texts
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.app.search import search
from cxo_desktop.app.syncing import sync
from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName

PASSPHRASE = "correct horse"
IMAGE_DESCRIPTION = 0x010E


def say(words: str) -> None:
    """Promise something; one write, so that a kill cuts between promises."""
    os.write(1, f"{words}\n".encode())


def the_interview(engagement: OpenEngagement) -> str:
    """Return the code of the interview that notes go to."""
    there = engagement.find(Interview)
    return there[0].code if there else start_interview(engagement, person=None, role="Clerk").code


def keep_notes(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Type and keep notes for ever, or ``notes`` of them."""
    interview = the_interview(engagement)
    numbers = count(order["first"])
    for number in numbers:
        if number == order["first"] + order.get("notes", -1):
            break
        save_draft(engagement, interview=interview, text=f"note {number} हम दो बार")
        keep_draft_line(engagement, interview=interview, line=f"note {number} " + "x" * 800)
        say(f"kept {number}")


def keep_recorded(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Keep notes and contents while a library records every write, promises among them."""
    library = ctypes.CDLL(None)
    engagement.store.db.execute("PRAGMA wal_autocheckpoint = 150").fetchone()
    if order["synchronous"]:
        engagement.store.db.execute(f"PRAGMA synchronous = {order['synchronous']}")
    interview = the_interview(engagement)
    scrap = Path(order["scrap"])
    for number in range(order["notes"]):
        keep_draft_line(engagement, interview=interview, line=f"note {number} " + "x" * 800)
        library.acknowledge(f"note {number}".encode())
        if number % 10 == 0:
            scrap.write_bytes(b"content %d " % number * 100)
            kept = add_attachment(engagement, scrap)
            library.acknowledge(f"content {kept.digest}".encode())


def keep_against_faults(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Keep notes while calls of the system fail; every refusal must come in words."""
    library = ctypes.CDLL(None)
    interview = the_interview(engagement)
    library.watch(order["folder"].encode(), None)
    library.fail(order["after"], order["error"], order["for_ever"])
    scrap = Path(order["scrap"])
    works: list[tuple[str, Callable[[int], object]]] = [
        ("note", lambda n: keep_draft_line(engagement, interview=interview, line=f"note {n}")),
        ("draft", lambda n: save_draft(engagement, interview=interview, text=f"half {n}")),
        ("content", lambda n: f" {attached(engagement, scrap, n)}"),
    ]
    for number in range(order["first"], order["first"] + 2):
        for name, work in works:
            say(tried(name, number, work))
    failures = library.failures()
    library.fail(-1, 0, 0)
    for name, work in works:
        say(f"later {tried(name, order['first'] + 2, work)}")
    say(f"failures {failures}")


def keep_on_a_full_disk(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Type while the disk takes nothing until its reserve is given up."""
    library = ctypes.CDLL(None)
    interview = the_interview(engagement)
    library.watch(order["folder"].encode(), None)
    library.fail(0, order["error"], 1)

    def keep(number: int) -> None:
        keep_draft_line(engagement, interview=interview, line=f"note {number}")

    say(tried("note", 1, keep))
    say(tried("note", 2, keep))
    say(tried("draft", 3, lambda _n: save_draft(engagement, interview=interview, text="half")))


def keep_secrets(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Put each secret into another feature, and wait to be killed with everything open."""
    home = Path(order["scrap"])
    places = cycle(SECRET_PLACES)
    for secret in order["secrets"]:
        next(places)(engagement, secret, home)
    backup_now(engagement)
    say("kept")
    time.sleep(60)


def in_a_note(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Keep a line, change it, take it away and bring it back."""
    note = keep_draft_line(engagement, interview=the_interview(engagement), line=secret)
    engagement.put(replace(note, text=f"{secret} changed"))
    engagement.remove(note)
    undo(engagement)


def in_what_was_undone(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Keep a note that stays in the history only."""
    engagement.add(Note(text=secret))
    undo(engagement)


def in_the_bin(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Remove a finding."""
    engagement.remove(engagement.add(Finding(statement=secret)))


def in_a_draft(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Type without end."""
    save_draft(engagement, interview=the_interview(engagement), text=secret)


def in_a_name(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Write down who somebody is."""
    person = engagement.add(Person(role="Clerk"))
    engagement.add(PersonName(person=person.code, full_name=secret, phone=secret))


def in_a_file(engagement: OpenEngagement, secret: str, home: Path) -> None:
    """Take in a file by a telling name, and read it again."""
    file = home / f"{secret}.txt"
    file.write_text(secret * 50, encoding="utf-8")
    read_attachment(engagement, add_attachment(engagement, file))
    file.unlink()


def in_a_photo(engagement: OpenEngagement, secret: str, home: Path) -> None:
    """Take in a photo with words in it, where it was taken kept, and look at a small one."""
    file = home / f"{secret}.jpg"
    exif = Image.Exif()
    exif[IMAGE_DESCRIPTION] = secret
    Image.new("RGB", (400, 300), "teal").save(file, "JPEG", exif=exif)
    thumbnail(engagement, add_attachment(engagement, file, keep_position=True))
    file.unlink()


def in_a_search(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Look for something."""
    search(engagement, secret)


def in_an_imported_text(engagement: OpenEngagement, secret: str, home: Path) -> None:
    """Take notes in from a text file."""
    file = home / f"{secret}.md"
    file.write_text(f"# Visit\n\n- {secret} said so\n", encoding="utf-8")
    import_texts(engagement, [file])
    file.unlink()


def in_an_organisation(engagement: OpenEngagement, secret: str, _home: Path) -> None:
    """Say where the engagement is."""
    held = engagement.dossier().engagement
    engagement.put(replace(held, city=secret, first_ask=secret))


SECRET_PLACES = (
    in_a_note,
    in_what_was_undone,
    in_the_bin,
    in_a_draft,
    in_a_name,
    in_a_file,
    in_a_photo,
    in_a_search,
    in_an_imported_text,
    in_an_organisation,
)


def attached(engagement: OpenEngagement, scrap: Path, number: int) -> str:
    """Take in a file of a content of its own; return its digest."""
    scrap.write_bytes(b"content %d " % number * 100)
    return add_attachment(engagement, scrap).digest


def tried(name: str, number: int, work: Callable[[int], object]) -> str:
    """Return what was kept, or how it was refused."""
    try:
        done = work(number)
    except CxoError as error:
        return f"refused {type(error).__name__}"
    except Exception:  # noqa: BLE001 - a refusal without words is what the suite looks for
        return f"broken {traceback.format_exc()!r}"
    return f"{name} {number}{done if isinstance(done, str) else ''}"


def keep_and_exchange(engagement: OpenEngagement, order: dict[str, Any]) -> None:
    """Keep a note, exchange with the share, for ever."""
    for number in count(order["first"]):
        engagement.add(Note(text=f"note {number} " + "x" * 800))
        say(f"kept {number}")
        sync(engagement)
        say(f"sent {number}")


WORKS = {
    work.__name__: work
    for work in (
        keep_notes,
        keep_recorded,
        keep_against_faults,
        keep_on_a_full_disk,
        keep_secrets,
        keep_and_exchange,
    )
}


def child(order: dict[str, Any]) -> None:
    """Carry one order out and end the process."""
    if "log" in order:
        ctypes.CDLL(None).watch(order["folder"].encode(), order["log"].encode())
    engagement = open_services(Path(order["workspace"]), PASSPHRASE).workspace.open()
    say("open")
    WORKS[order["work"]](engagement, order)
    engagement.close()
    say("done")


def main() -> None:
    """Fork a child for every order; say its number, and afterwards how it ended."""
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            child(order)
            sys.stdout.flush()
            os._exit(0)
        say(f"pid {pid}")
        _pid, status = os.waitpid(pid, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
