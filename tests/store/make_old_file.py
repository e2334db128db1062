"""Make the file of today's schema that later versions must be able to open: run before a release.

    python tests/store/make_old_file.py

It holds a fictional engagement of two notes. Its key stands below for all to see, which is why
nothing real may ever be in it.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from cxo_desktop.domain.attachments import Attachment  # noqa: E402 - the path comes first
from cxo_desktop.domain.dossier import Dossier  # noqa: E402
from cxo_desktop.domain.drafts import Draft  # noqa: E402
from cxo_desktop.domain.engagement import Engagement  # noqa: E402
from cxo_desktop.domain.enums import NoteKind  # noqa: E402
from cxo_desktop.domain.ids import IdFactory  # noqa: E402
from cxo_desktop.domain.interviews import Note  # noqa: E402
from cxo_desktop.store.connection import connect_keyed  # noqa: E402
from cxo_desktop.store.drafts import save_draft  # noqa: E402
from cxo_desktop.store.engagement_store import open_store  # noqa: E402
from cxo_desktop.store.schema import migrations  # noqa: E402

KEY = bytes.fromhex("0ddba11" * 9 + "0")
FOLDER = Path(__file__).with_name("old_files")


def make(folder: Path) -> Path:
    """Write the file of today's schema, named after its last migration; return its path."""
    path = folder / "unfinished.sqlcipher"
    store = open_store(path, KEY, device="laptop-of-the-past", ids=IdFactory())
    store.records.fill(Dossier(engagement=Engagement(code="ENG-OLD", organisation="Asha Trust")))
    note = store.records.add(Note(code="N-1", text="हम दो बार लिखते हैं", kind=NoteKind.PAIN_POINT))
    store.records.put(replace(note, text="हम तीन बार लिखते हैं"))
    store.records.remove(store.records.add(Note(code="N-2", text="removed")))
    store.records.add(Attachment(code="AT-1", name="sheet.pdf", digest="ab" * 32))
    save_draft(store.db, Draft("I-1", "half a sen", 10, "2026-11-24T10:00:00+00:00"))
    last = [step.name for step in migrations.applied(store.db)][-1]
    store.close()
    with closing(connect_keyed(path, KEY)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
    return path.rename(folder / f"{last}.sqlcipher")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    sys.stdout.write(f"{make(FOLDER)}\n")
