"""One exchange with the share: seal, mirror, take in, and say what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.database import write
from cxo_desktop.store.incoming import Received, TakenIn
from cxo_desktop.store.share_state import Quarantined
from cxo_desktop.sync.arrivals import Row, note_exchange
from cxo_desktop.sync.bundles import bundle
from cxo_desktop.sync.cloned import become_another
from cxo_desktop.sync.contents import drop_erased, fetch_contents, send_contents
from cxo_desktop.sync.heads import Heads
from cxo_desktop.sync.intake import Stream
from cxo_desktop.sync.joining import Request, requests
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
from cxo_desktop.sync.unread import take_in_unread

Step = Callable[[str, int], None]


@dataclass(slots=True)
class Exchange:
    """What one exchange did: segments sealed and put, changes that came in, what is contested.

    ``admitted`` is false while nobody has let this laptop in; ``cloned`` tells that the profile
    was found restored or copied, and goes on as another laptop. ``rows`` are the rows that came
    in, by laptop; ``asking`` who asks to be admitted.
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
    rows: dict[str, set[Row]] = field(default_factory=dict)
    asking: tuple[Request, ...] = ()
    refused: Refusals = field(default_factory=dict)

    @property
    def uneventful(self) -> bool:
        """Tell whether everything was as it should be and nothing had to be done."""
        return self.admitted and not (self.sealed or self.sent or self.came_in or self.refused)

    @property
    def tables(self) -> set[str]:
        """Return the tables that what came in touched."""
        return {table for rows in self.rows.values() for table, _row in rows}


def no_step(_what: str, _count: int) -> None:
    """Take no notice of a step."""


BATCH_BYTES = 16 * 1024 * 1024


def nothing_before() -> None:
    """Do nothing before a merge."""


@dataclass(frozen=True, slots=True)
class How:
    """How an exchange is carried out.

    ``contents``: with the contents of attachments. Whole segments are taken in together until they
    have ``batch`` bytes; meanwhile nobody else can write. ``thorough``: every folder is looked
    into, also where the heads tell that nothing has happened. ``before_merge`` is called once when
    colleagues' changes have arrived, before the first is taken in.
    """

    contents: bool = True
    batch: int = BATCH_BYTES
    thorough: bool = False
    before_merge: Callable[[], object] = nothing_before


AS_USUAL = How()


def exchange(
    local: LocalSpace, share: Transport, step: Step = no_step, how: How = AS_USUAL
) -> Exchange:
    """Carry out one exchange; ``step`` hears of each step and may raise to stop between two.

    Raises ShareUnreachable; whatever was done until then stays done, and nothing is half done.
    """
    heads = Heads(local, share)
    quiet = heads.quiet and not how.thorough
    done = Exchange(listings=Listings(local, share, quiet=quiet))
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
    done.rows |= take_in_unread(local, seals=done.admitted)
    _take_in_all(local, _batches(_arriving(local, share, roster, done), how.batch), done, step, how)
    if done.admitted:
        _send(local, share, done, step, seals=False)
        heads.put_own()
        bundle(local, share, roster)
        done.asking = tuple(requests(local, share, roster))
        if done.erased:
            drop_erased(local, share)
    if how.contents:
        done.contents = fetch_contents(local, share, lambda: step("came in", done.came_in))
    _note_unseen(local, done)
    if not quiet and done.uneventful:
        heads.note_order()
    done.conflicts = len(conflicts(local.store.db))
    _keep_quarantine(local, done)
    note_exchange(local, done.rows)
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


def _take_in_all(
    local: LocalSpace, arriving: Iterator[list[Received]], done: Exchange, step: Step, how: How
) -> None:
    for number, batch in enumerate(arriving):
        if number == 0:
            how.before_merge()
        step("came in", done.came_in)
        _take_in(local, batch, done)


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
    for device, rows in taken.rows.items():
        done.rows.setdefault(device, set()).update(rows)


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


def _batches(received: Iterator[Received], most: int) -> Iterator[list[Received]]:
    batch: list[Received] = []
    size = 0
    for one in received:
        batch.append(one)
        size += len(one.segment.content)
        if size > most:
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
