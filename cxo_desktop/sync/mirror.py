"""Mirror what is kept here to the share: the share is a cache that any member can fill again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from cxo_desktop.store.database import write
from cxo_desktop.store.segments import Held
from cxo_desktop.sync import names
from cxo_desktop.sync.listings import Listings
from cxo_desktop.sync.local import SCHEMA, LocalSpace
from cxo_desktop.sync.transport import AlreadyThere, Transport, unreachable

Check = Callable[[], None]


def mirror_files(local: LocalSpace, share: Transport) -> int:
    """Put the files of members and keys that are missing or damaged; return how many."""
    count = 0
    for folder in ("key", "mem"):
        there = {f"{folder}/{one.name}": one.size for one in share.files(folder)}
        for name, content in local.state.files(f"{folder}/").items():
            if there.get(name) != len(content):
                put_whole(share, name, content)
                count += 1
    return count


def mirror_own(
    local: LocalSpace, share: Transport, check: Check, listings: Listings | None = None
) -> int:
    """Put the own segments that are not on the share, or not whole; return how many.

    A segment that was never confirmed is read back; later its size is enough.
    """
    listings = listings or Listings(local, share)
    unconfirmed = [one.device for one in local.segments.unconfirmed() if one.own]
    if not unconfirmed and listings.in_order(f"seg/{local.device}"):
        return 0
    return sum(
        _mirror_device(local, share, device, check, listings)
        for device in sorted({local.device, *unconfirmed})
    )


def _mirror_device(
    local: LocalSpace, share: Transport, device: str, check: Check, listings: Listings
) -> int:
    folder = f"seg/{device}"
    there = {f"{folder}/{one.name}": one.size for one in listings.files(folder)}
    wanting = lacking(local.segments.of(device), there)
    count = mirror_segments(local, share, wanting, check)
    if count:
        listings.forget(folder)
    elif not wanting and _alone(there) == len(local.segments.names_of(device)):
        listings.note_order(folder)
    return count


def _alone(there: Iterable[str]) -> int:
    return sum(not names.is_bundle(name) for name in there)


def sizes(share: Transport, device: str) -> dict[str, int]:
    """Return the sizes of the files in a laptop's folder, by their names on the share."""
    return {f"seg/{device}/{one.name}": one.size for one in share.files(f"seg/{device}")}


def lacking(held: Iterable[Held], there: Mapping[str, int]) -> list[Held]:
    """Return the segments that do not lie on the share as they should."""
    return [one for one in held if not one.confirmed or there.get(one.name) != one.size]


def mirror_segments(local: LocalSpace, share: Transport, held: Iterable[Held], check: Check) -> int:
    """Put segments and confirm each; return how many. Those let go after an erasure are left."""
    count = 0
    for one in held:
        check()
        content = local.segments.content(one.number)
        if content is None:
            continue
        put_whole(share, one.name, content)
        with write(local.store.db):
            local.segments.confirm(one.number)
        count += 1
    return count


def put_whole(share: Transport, name: str, content: bytes) -> None:
    """Put a file and read it back; what lies there damaged under its name gives way.

    Raises ShareUnreachable when the share gives back something else.
    """
    try:
        share.put_new(name, content)
    except AlreadyThere:
        if share.get(name) == content:
            return
        share.delete(name)
        share.put_new(name, content)
    try:
        came_back = share.get(name)
    except FileNotFoundError:
        came_back = b""
    if came_back != content:
        raise unreachable("It did not give back what was written to it.")


def space_file(local: LocalSpace) -> bytes:
    """Return the file that tells which space this is; a hint only, nothing trusts it."""
    return json.dumps({"fmt": 1, "space": local.space, "min_reader": SCHEMA}).encode()


def mirror_space_file(local: LocalSpace, share: Transport) -> None:
    """Put the space's own file."""
    put_whole(share, names.SPACE_FILE, space_file(local))
