"""Make the segment of today's format that later versions must read: run before a release.

    python tests/sync/make_golden.py NAME

Its keys are written beside it for all to see, which is why nothing real may ever be in it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from cxo_desktop.store.outbox import SentOperation
from cxo_desktop.sync import container
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.local import SCHEMA
from cxo_desktop.sync.operations import to_content

FOLDER = Path(__file__).with_name("golden")
TEXT = "हम दो बार लिखते हैं, on paper 📎"


def make(name: str) -> None:
    """Write one segment and what is needed to read it."""
    keys, space, epoch_key = new_device_keys(), "5" * 16, bytes(range(32))
    made = SentOperation(1 << 40, "add note", (("note", "N1", "", {"text": TEXT, "size": 3}),))
    gone = SentOperation((1 << 40) + 1, "remove note", (("note", "N1", "", None),))
    header = container.Header(
        dev="d" * 16,
        seq=1,
        prev="",
        epoch=1,
        deps={"e" * 16: 7},
        n=2,
        schema=SCHEMA,
        min_reader=SCHEMA,
        salt=container.new_salt(),
    )
    seal = container.Seal(space, epoch_key, keys)
    file = container.encode(header, to_content([made, gone]), seal)
    (FOLDER / f"{name}.seg").write_bytes(file)
    known = {
        "space": space,
        "public": keys.public,
        "epoch_key": epoch_key.hex(),
        "names": [made.name, gone.name],
        "text": TEXT,
    }
    text = json.dumps(known, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    make(sys.argv[1])
