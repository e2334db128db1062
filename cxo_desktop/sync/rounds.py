"""One exchange with the share: seal, mirror, take in, and say what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.database import write
from cxo_desktop.store.incoming import Received, TakenIn
from cxo_desktop.store.share_state import Quarantined
from cxo_desktop.sync.cloned import become_another
from cxo_desktop.sync.contents import drop_erased, fetch_contents, send_contents
from cxo_desktop.sync.intake import Stream
from cxo_desktop.sync.keyring import has_keys
from cxo_desktop.sync.listings import Listings
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.members import Refusals, keep_keys_in_order, learn, vouch
from cxo_desktop.sync.mirror import mirror_files, mirror_own
from cxo_desktop.sync.packing import remove_replaced, repack
from cxo_desktop.sync.refusals import Reason
from cxo_desktop.sync.roster import PAPER, Roster
from cxo_desktop.sync.sealing import seal, seal_all
from cxo_desktop.sync.transport import Transport

_BATCH_BYTES = 16 * 1024 * 1024
Step = Callable[[str, int], None]


@dataclass(slots=True)
class Exchange:
    """What one exchange did: segments sealed and put, changes that came in, what is contested.

    ``admitted`` is false while nobody has let this laptop in; ``cloned`` tells that the profile
    was found restored or copied, and goes on as another laptop.
    """

    admitted: bool = True
    cloned: bool = False
    sealed: int = 0
    sent: int = 0
    came_in: int = 0
    conflicts: int = 0
    listings: Listings | None = None
    contents: int = 0
    erased: bool = False
    tables: set[str] = field(default_factory=set)
    refused: Refusals = field(default_factory=dict)


def no_step(_what: str, _count: int) -> None:
    """Take no notice of a step."""


def nothing_before() -> None:
    """Do nothing before a merge."""


def exchange(
    local: LocalSpace,
    share: Transport,
    step: Step = no_step,
    *,
    contents: bool = True,
    before_merge: Callable[[], object] = nothing_before,
) -> Exchange:
    """Carry out one exchange, with the contents of attachments unless told not to.

    ``step`` hears of each step and may raise to stop between two. ``before_merge`` is called once
    when colleagues' changes have arrived, before the first is taken in.

    Raises ShareUnreachable; whatever was done until then stays done, and nothing is half done.
    """
    done = Exchange(listings=Listings(local, share))
    roster = vouch(local, learn(local, share, done.refused))
    mine = roster.members.get(local.device)
    done.admitted = mine is not None and not mine.removed and has_keys(local, roster)
    if mine is None or not local.epoch_keys():
        done.admitted = False
        _keep_quarantine(local, done)
        return done
    if done.admitted:
        roster = _take_own(local, share, roster, done)
        roster = keep_keys_in_order(local, roster)
        _send(local, share, done, step)
    arriving = _batches(_arriving(local, share, roster, done))
    for number, batch in enumerate(arriving):
        if number == 0:
            before_merge()
        step("came in", done.came_in)
        _take_in(local, batch, done)
    if done.admitted:
        _send(local, share, done, step, seals=False)
        if done.erased:
            drop_erased(local, share)
    if contents:
        done.contents = fetch_contents(local, share, lambda: step("came in", done.came_in))
    _note_unseen(local, done)
    done.conflicts = len(conflicts(local.store.db))
    _keep_quarantine(local, done)
    return done


def _take_own(local: LocalSpace, share: Transport, roster: Roster, done: Exchange) -> Roster:
    """Look for own segments that this profile never made: then somebody else has been it."""
    mine = roster.members[local.device]
    unknown = list(Stream(local, share, mine, done.refused, done.listings).received())
    if not unknown:
        return roster
    done.cloned = True
    roster = become_another(local, roster)
    _take_in(local, unknown, done)
    return roster


def _send(
    local: LocalSpace, share: Transport, done: Exchange, step: Step, *, seals: bool = True
) -> None:
    if seals:
        with write(local.store.db):
            done.sealed += seal_all(local)
    step("sealed", done.sealed)
    done.erased |= repack(local) > 0
    done.sent += mirror_own(local, share, lambda: step("sent", done.sent), done.listings)
    mirror_files(local, share)
    remove_replaced(local, share)
    done.sent += send_contents(local, share, lambda: step("sent", done.sent))


def _take_in(local: LocalSpace, batch: list[Received], done: Exchange) -> None:
    """Take a batch in, after sealing what was written since: deps must say what was seen."""
    with write(local.store.db):
        if done.admitted:
            done.sealed += seal_all(local)
        fresh = [one for one in batch if not _held(local, one)]
        taken: TakenIn = local.store.incoming.take_in(fresh)
        if taken.erased and done.admitted:
            seal(local, None)
            done.sealed += 1
    done.came_in += taken.changes
    done.erased |= bool(taken.erased)
    done.tables |= taken.tables


def _held(local: LocalSpace, one: Received) -> bool:
    """Tell whether another window took a segment in since it was read."""
    return one.segment.sha in local.segments.shas(one.segment.device, one.segment.seq)


def _arriving(
    local: LocalSpace, share: Transport, roster: Roster, done: Exchange
) -> Iterator[Received]:
    for device in share.folders("seg"):
        member = roster.members.get(device)
        if member is None or device == PAPER:
            done.refused[f"seg/{device}"] = (0, Reason.STRANGER, "")
        elif device != local.device:
            yield from Stream(local, share, member, done.refused, done.listings).received()


def _batches(received: Iterator[Received]) -> Iterator[list[Received]]:
    batch: list[Received] = []
    size = 0
    for one in received:
        batch.append(one)
        size += len(one.segment.content)
        if size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _note_unseen(local: LocalSpace, done: Exchange) -> None:
    """Note segments that a colleague has taken in and that are not on the share."""
    latest = local.segments.last_of_each()
    heads = {device: held.seq for device, held in latest.items()}
    for held in latest.values():
        for device, seq in held.deps.items():
            if seq > heads.get(device, 0):
                name = f"seg/{device}/{heads.get(device, 0) + 1:08d}"
                done.refused.setdefault(name, (0, Reason.MISSING, held.device))


def _keep_quarantine(local: LocalSpace, done: Exchange) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    found = [
        Quarantined(name, size, reason, detail, now)
        for name, (size, reason, detail) in done.refused.items()
    ]
    with write(local.store.db):
        local.state.set_quarantine(found)
