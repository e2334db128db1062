"""Which laptop this is: an id of its own for each workspace folder."""

from __future__ import annotations

from pathlib import Path

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.files import write_whole


def device_id(path: Path, ids: IdFactory, *, keep: bool = True) -> str:
    """Return the id kept in the file, made on first use, and then kept unless told not to."""
    if path.is_file():
        return path.read_text(encoding="ascii").strip()
    device = ids.new()
    if keep:
        write_whole(path, device.encode("ascii"))
    return device
