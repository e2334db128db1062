"""Is a file the segment it is taken for: everything that must hold, each failure by its name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cxo_desktop.store.incoming import Received
from cxo_desktop.store.segments import NewSegment
from cxo_desktop.sync import container, names, operations
from cxo_desktop.sync.container import Header, Parts
from cxo_desktop.sync.local import SCHEMA, LocalSpace
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.roster import Member

HASH_CHARS = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a laptop's segment of a number, after one of these hashes."""

    member: Member
    number: int
    prev: Collection[str]


def verified(local: LocalSpace, file: bytes, wanted: Wanted) -> Received:
    """Return the segment that a file holds. Raises Refused, with nothing believed of it."""
    header, content = _opened(local, file, wanted, container.MAGIC)
    read = operations.from_content(content)
    sha = container.hash_of(file)
    name = names.segment(header.dev, header.seq, sha)
    return Received(_segment(header, sha, name, file), read.operations, read.unread)


def verified_pack(local: LocalSpace, file: bytes, wanted: Wanted) -> Received:
    """Return what its author put in place of a segment whose words were erased.

    It goes by the hash of the segment it stands for, so that the next one follows on it.
    """
    header, content = _opened(local, file, wanted, container.PACK_MAGIC)
    sha, rest = content[:HASH_CHARS].decode("ascii", "replace"), content[HASH_CHARS:]
    read = operations.from_content(rest)
    name = names.pack(header.dev, header.seq, header.seq, container.hash_of(file))
    return Received(_segment(header, sha, name, file), read.operations, read.unread)


def _opened(local: LocalSpace, file: bytes, wanted: Wanted, magic: bytes) -> tuple[Header, bytes]:
    parts = container.take_apart(file, magic)
    header = parts.header
    if header.min_reader > SCHEMA:
        raise Refused(Reason.NEWER, str(header.n))
    if (header.dev, header.seq) != (wanted.member.dev, wanted.number):
        raise Refused(Reason.WRONG_PLACE)
    container.verify(parts, space=local.space, public=wanted.member.public)
    if header.prev not in wanted.prev:
        raise Refused(Reason.BROKEN_CHAIN)
    return header, _decoded(local, parts)


def _segment(header: Header, sha: str, name: str, file: bytes) -> NewSegment:
    return NewSegment(
        device=header.dev,
        seq=header.seq,
        sha=sha,
        prev=header.prev,
        deps=header.deps,
        name=name,
        content=file,
        own=False,
        changes=None,
    )


def _decoded(local: LocalSpace, parts: Parts) -> bytes:
    problem = Refused(Reason.NO_KEY)
    for _epoch, key in local.epoch_keys(parts.header.epoch):
        try:
            return container.decode(parts, space=local.space, epoch_key=key)
        except Refused as error:
            problem = error
    raise problem
