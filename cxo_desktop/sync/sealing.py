"""Seal what waits in the outbox: from then on it is numbered, signed and durable here."""

from __future__ import annotations

from collections.abc import Sequence

from cxo_desktop.store.outbox import Outgoing, SentOperation, next_outgoing
from cxo_desktop.store.segments import NewSegment
from cxo_desktop.sync import container, names
from cxo_desktop.sync.container import Header, Seal
from cxo_desktop.sync.local import SCHEMA, LocalSpace
from cxo_desktop.sync.operations import to_content

FIRST_READER = 7


def seal_all(local: LocalSpace) -> int:
    """Seal all that waits, to be called inside a transaction; return how many segments."""
    count = 0
    while outgoing := next_outgoing(local.store.db):
        seal(local, outgoing)
        count += 1
    return count


def seal(local: LocalSpace, outgoing: Outgoing | None) -> NewSegment:
    """Seal one segment; without changes it says only what was taken in."""
    operations: Sequence[SentOperation] = outgoing.operations if outgoing else ()
    heads = local.segments.heads()
    device = local.device
    seq = heads.get(device, 0) + 1
    prev = min(local.segments.shas(device, seq - 1), default="")
    epoch, key = local.epoch_keys()[-1]
    header = Header(
        dev=device,
        seq=seq,
        prev=prev,
        epoch=epoch,
        deps={dev: last for dev, last in heads.items() if dev != device},
        n=sum(len(one.changes) for one in operations),
        schema=SCHEMA,
        min_reader=FIRST_READER,
        salt=container.new_salt(),
    )
    file = container.encode(header, to_content(operations), Seal(local.space, key, local.keys))
    sha = container.hash_of(file)
    made = NewSegment(
        device=device,
        seq=seq,
        sha=sha,
        prev=prev,
        deps=header.deps,
        name=names.segment(device, seq, sha),
        content=file,
        own=True,
        changes=outgoing.changes if outgoing else None,
    )
    local.segments.keep(made)
    return made
