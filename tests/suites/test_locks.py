"""Several processes and backups at once lose nothing and hold nobody up.

That nobody opens or copies a live file by hand, which would drop its locks, is a rule of the
house: tests/house/test_rules.py.
"""

import os
import signal
from datetime import UTC, datetime

from cxo_desktop.app.backups import backup_now
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.backup import restore_backup


def test_two_writers_and_a_backup_keep_all_notes(writer, workspace, kept):
    mine = workspace.open()
    pid = writer.order("keep_notes", first=0)
    heard = [writer.promise()]
    backup = None
    for number in range(41):
        mine.add(Note(text=f"mine {number}"))
        if number == 20:
            backup = backup_now(mine)
    os.kill(pid, signal.SIGKILL)
    more, _ended = writer.promises()
    heard += more
    mine.close()
    texts = kept.texts()
    assert [text for text in texts if text.startswith("mine")] == [f"mine {n}" for n in range(41)]
    theirs = [int(text.split()[1]) for text in texts if text.startswith("note")]
    assert theirs[: len(heard)] == list(range(len(heard)))
    assert kept.faults() == ()
    restore_backup(kept.path, kept.key, backup, datetime.now(UTC))
    assert sum(text.startswith("mine") for text in kept.texts()) == 21
