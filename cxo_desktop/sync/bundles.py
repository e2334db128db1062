"""Many small segments in one file, so that a new laptop fetches a few files and not thousands.

    "CXOB" | version u16 | list length u32 | list JSON [[name, size], ...] | the files, one by one

An author bundles its own segments that all members have taken in, byte by byte as they are: each
is verified after it was taken out as if it had been fetched by itself. So a bundle need not be
trusted, and one that is damaged only costs time. The segments themselves stay where they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from cxo_desktop.store.database import write
from cxo_desktop.store.segments import Held
from cxo_desktop.sync import names
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.mirror import put_whole
from cxo_desktop.sync.roster import Roster
from cxo_desktop.sync.transport import ShareUnreachable, Transport

WORTH = 200
"""The fewest segments that are worth a bundle."""
_MOST, _MOST_BYTES, _SMALL = 2_000, 32 * 1024 * 1024, 256 * 1024
_MAGIC = b"CXOB" + (1).to_bytes(2, "big")
_LENGTH_BYTES = 4
_UP_TO, _MADE = "bundled", "bundle "


def bundle(local: LocalSpace, share: Transport, roster: Roster) -> int:
    """Put a bundle of own segments on the share where it is worth one; return how many it has."""
    device = local.device
    done = int(local.state.get(_UP_TO) or 0)
    if local.segments.last_number(device) - done < WORTH:
        return 0
    acked = _acked(local, roster)
    if acked - done < WORTH:
        return 0
    some = _some([one for one in local.segments.of(device) if done < one.seq <= acked])
    if len(some) < WORTH:
        return 0
    content = packed([(one.name, local.segments.content(one.number) or b"") for one in some])
    name = names.pack(device, some[0].seq, some[-1].seq, hash_of(content))
    put_whole(share, name, content)
    with write(local.store.db):
        local.state.put(_UP_TO, f"{some[-1].seq}")
        local.state.put(_MADE + name, f"{some[0].seq} {some[-1].seq}")
    return len(some)


def bundles_with(local: LocalSpace, seq: int) -> list[str]:
    """Return the names of the own bundles that hold a segment."""
    found = []
    for key, span in local.state.all(_MADE).items():
        first, last = map(int, span.split())
        if first <= seq <= last:
            found.append(key.removeprefix(_MADE))
    return found


def forget_bundle(local: LocalSpace, name: str) -> None:
    """Have made no bundle of this name; to be called inside a transaction."""
    local.state.drop(_MADE + name)


def packed(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return files as a bundle."""
    listed = json.dumps([[name, len(content)] for name, content in files]).encode()
    head = _MAGIC + len(listed).to_bytes(_LENGTH_BYTES, "big") + listed
    return head + b"".join(content for _name, content in files)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a bundle by name, those alone whose names fit them; none of a bad one."""
    start = len(_MAGIC) + _LENGTH_BYTES
    if not content.startswith(_MAGIC) or len(content) < start:
        return {}
    end = start + int.from_bytes(content[len(_MAGIC) : start], "big")
    try:
        listed = [(str(name), int(size)) for name, size in json.loads(content[start:end])]
    except (ValueError, TypeError, RecursionError):
        return {}
    found, place = {}, end
    for name, size in listed:
        file = content[place : place + size] if size > 0 else b""
        said = names.segment_of(name.rpartition("/")[2])
        if said is not None and hash_of(file).startswith(said.sha16):
            found[name] = file
        place += max(size, 0)
    return found


def fetched(share: Transport, listed: Mapping[str, int], number: int) -> dict[str, bytes]:
    """Return the files of the largest bundle in a folder that holds a segment of this number."""
    holding = []
    for name in listed:
        said = names.segment_of(name.rpartition("/")[2])
        if said is not None and said.first <= number <= said.last:
            holding.append((said.last - number, name))
    for _more, name in sorted(holding, reverse=True):
        try:
            return unpacked(share.get(name))
        except (FileNotFoundError, ShareUnreachable):
            continue
    return {}


def _acked(local: LocalSpace, roster: Roster) -> int:
    """Return the number up to which every member is known to have the own segments."""
    latest = local.segments.last_of_each()
    others = [one.dev for one in roster.active if one.dev != local.device]
    return min(
        (latest[dev].deps.get(local.device, 0) if dev in latest else 0 for dev in others),
        default=local.segments.last_number(local.device),
    )


def _some(held: Sequence[Held]) -> list[Held]:
    """Return as many small segments as a bundle takes, up to the first that does not fit in."""
    some: list[Held] = []
    size = 0
    for one in held:
        size += one.size
        small = one.confirmed and one.size <= _SMALL and not one.name.endswith(".pack")
        if not small or len(some) == _MOST or size > _MOST_BYTES:
            break
        some.append(one)
    return some
