"""Put everything back on a share that is missing or damaged there, also what others wrote."""

from __future__ import annotations

from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.heads import Heads
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.mirror import (
    lacking,
    mirror_files,
    mirror_segments,
    mirror_space_file,
    sizes,
)
from cxo_desktop.sync.transport import Transport


def repair(local: LocalSpace, share: Transport) -> int:
    """Mirror all that is kept here, every file read back; return how many were put."""
    mirror_space_file(local, share)
    count = mirror_files(local, share)
    for device in local.segments.heads():
        there = sizes(share, device)
        held = local.segments.of(device)
        missing = {one.number for one in lacking(held, there)}
        damaged = [
            one for one in held if one.number in missing or hash_of(share.get(one.name)) != one.sha
        ]
        count += mirror_segments(local, share, damaged, lambda: None)
    Heads(local, share).put_missing()
    return count
