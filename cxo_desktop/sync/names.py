"""Names on a share: lower case, without a word of anybody, each written once."""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACE_FILE = "space.json"
_SPACE = re.compile(r"cxo-space-([0-9a-f]{16})")
_SEGMENT = re.compile(r"(\d{8})\.([0-9a-f]{16})\.seg")
_PACK = re.compile(r"(\d{8})-(\d{8})\.([0-9a-f]{16})\.pack")
SHORT = 16


@dataclass(frozen=True, slots=True)
class SegmentName:
    """What the name of a segment or pack says: first and last number, start of the hash."""

    first: int
    last: int
    sha16: str
    packed: bool = False


def space_folder(space: str) -> str:
    """Return the name of a space's folder."""
    return f"cxo-space-{space}"


def space_of(name: str) -> str | None:
    """Return the space whose folder this is, or None."""
    found = _SPACE.fullmatch(name)
    return found[1] if found else None


def segment(device: str, seq: int, sha: str) -> str:
    """Return the name of a segment."""
    return f"seg/{device}/{seq:08d}.{sha[:SHORT]}.seg"


def pack(device: str, first: int, last: int, sha: str) -> str:
    """Return the name of an author's repack of some segments."""
    return f"seg/{device}/{first:08d}-{last:08d}.{sha[:SHORT]}.pack"


def segment_of(name: str) -> SegmentName | None:
    """Return what a file name in a laptop's folder says, or None when it is no such name."""
    if found := _SEGMENT.fullmatch(name):
        return SegmentName(int(found[1]), int(found[1]), found[2])
    if found := _PACK.fullmatch(name):
        return SegmentName(int(found[1]), int(found[2]), found[3], packed=True)
    return None


def is_bundle(name: str) -> bool:
    """Tell whether a file in a laptop's folder holds several of its segments."""
    said = segment_of(name.rpartition("/")[2])
    return said is not None and said.first < said.last


def last_of(name: str) -> int:
    """Return the last number that the name of a segment or pack says, 0 for another name."""
    said = segment_of(name.rpartition("/")[2])
    return said.last if said is not None else 0


def member(number: int, device: str, sha: str) -> str:
    """Return the name of an entry of the membership log."""
    return f"mem/{number:08d}.{device}.{sha[:SHORT]}.mem"


def keys(epoch: int, sha: str) -> str:
    """Return the name of a file with the keys of the epochs."""
    return f"key/{epoch:04d}.{sha[:SHORT]}.age"


def request(device: str, sha: str) -> str:
    """Return the name of a request to be admitted."""
    return f"join/{device}.{sha[:SHORT]}.req"


def content_folder(digest: str) -> str:
    """Return the folder in which the pieces of an attachment's content lie."""
    return f"blob/{digest[:2]}"


def content_piece(digest: str, place: int, count: int, size_class: int) -> str:
    """Return the name of one piece of a content, told by the hash under the space's own key."""
    return f"{digest}.{place:04d}-{count:04d}.{size_class}"
