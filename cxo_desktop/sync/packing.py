"""What was erased leaves the share as well: authors put other files in place of their segments.

The new file says, under the author's signature, which segment it stands for, and holds the same
operations without the erased words; the old file is removed once the new one was read back.
"""

from __future__ import annotations

from cxo_desktop.store.database import write
from cxo_desktop.store.outbox import sent_again
from cxo_desktop.store.segments import Held
from cxo_desktop.sync import container, names
from cxo_desktop.sync.bundles import bundles_with, forget_bundle
from cxo_desktop.sync.container import Header, Seal
from cxo_desktop.sync.local import SCHEMA, LocalSpace
from cxo_desktop.sync.operations import to_content
from cxo_desktop.sync.sealing import FIRST_READER
from cxo_desktop.sync.transport import Transport

_GONE = "gone "


def repack(local: LocalSpace) -> int:
    """Make new files for the own segments whose words were erased; return how many."""
    stale = local.segments.with_erased_words(local.device)
    for held in stale:
        with write(local.store.db):
            content = _packed(local, held)
            name = names.pack(held.device, held.seq, held.seq, container.hash_of(content))
            local.segments.replace(held.number, name, content, confirmed=False)
            local.state.put(_GONE + held.name, name)
            for bundle in bundles_with(local, held.seq):
                local.state.put(_GONE + bundle, name)
                forget_bundle(local, bundle)
    return len(stale)


def remove_replaced(local: LocalSpace, share: Transport) -> None:
    """Remove the files from the share in whose place a new one lies there."""
    waiting = local.state.all(_GONE)
    if not waiting:
        return
    confirmed = {one.name for one in local.segments.of(local.device) if one.confirmed}
    for key, replacement in waiting.items():
        if replacement in confirmed:
            share.delete(key.removeprefix(_GONE))
            with write(local.store.db):
                local.state.drop(key)


def _packed(local: LocalSpace, held: Held) -> bytes:
    operations = sent_again(local.store.db, held.number)
    epoch, key = local.epoch_keys()[-1]
    header = Header(
        dev=held.device,
        seq=held.seq,
        prev=held.prev,
        epoch=epoch,
        deps=held.deps,
        n=sum(len(one.changes) for one in operations),
        schema=SCHEMA,
        min_reader=FIRST_READER,
        salt=container.new_salt(),
    )
    content = held.sha.encode("ascii") + to_content(operations)
    seal = Seal(local.space, key, local.keys)
    return container.encode(header, content, seal, container.PACK_MAGIC)
