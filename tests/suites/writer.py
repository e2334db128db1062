"""The process that the suites kill, starve and cut off: it writes through the app's own path.

For each line of its input, a JSON object, it forks a child that carries the work out and tells
on its output what has been promised to be kept.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from cxo_desktop.app.attachments import add_attachment
from cxo_desktop.app.drafts import keep_draft_line, save_draft
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.interviews import Interview

PASSPHRASE = "correct horse"


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
    engagement.store.db.execute("PRAGMA wal_autocheckpoint = 25").fetchone()
    if order["synchronous"]:
        engagement.store.db.execute(f"PRAGMA synchronous = {order['synchronous']}")
    interview = the_interview(engagement)
    scrap = Path(order["scrap"])
    library.watch(order["folder"].encode(), order["log"].encode())
    for number in range(order["notes"]):
        keep_draft_line(engagement, interview=interview, line=f"note {number} " + "x" * 800)
        library.acknowledge(f"kept {number}".encode())
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
        ("kept", lambda n: keep_draft_line(engagement, interview=interview, line=f"note {n}")),
        ("draft", lambda n: save_draft(engagement, interview=interview, text=f"half {n}")),
        ("content", lambda _n: add_attachment(engagement, scrap)),
    ]
    for number in range(order["first"], order["first"] + 3):
        for name, work in works:
            try:
                work(number)
            except CxoError as error:
                say(f"refused {type(error).__name__}")
            else:
                say(f"{name} {number}")
    library.fail(-1, 0, 0)


WORKS = {work.__name__: work for work in (keep_notes, keep_recorded, keep_against_faults)}


def child(order: dict[str, Any]) -> None:
    """Carry one order out and end the process."""
    say("ready")
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
