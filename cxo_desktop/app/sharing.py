"""Share an engagement: found a share, ask to join one, admit and remove laptops, look at it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.app.joins import asked
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.clock import seconds_of
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.i18n import _
from cxo_desktop.store.blobs import naming_key
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.database import write
from cxo_desktop.store.outbox import waiting
from cxo_desktop.store.power import on_battery
from cxo_desktop.store.share_state import Quarantined
from cxo_desktop.sync import addresses, joining, members, places, recovery, repairing, rounds
from cxo_desktop.sync.arrivals import arrivals, last_seen
from cxo_desktop.sync.joining import Request
from cxo_desktop.sync.local import LocalSpace, new_id
from cxo_desktop.sync.mirror import mirror_files
from cxo_desktop.sync.roster import PAPER, Member
from cxo_desktop.sync.six_words import same_words
from cxo_desktop.sync.transport import ShareUnreachable, Transport

__all__ = ["Laptop", "Quarantined", "Request", "ShareStatus", "on_battery"]


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop of the share: its id, what it is called, the last segment of it that is here.

    ``last_at`` is when it last wrote something that is here, by its own clock; ``hours_ahead``
    how far that lies in the future of this one's, a sign of a wrong clock.
    """

    device: str
    name: str
    this_one: bool
    removed: bool
    last: int
    last_at: datetime | None
    hours_ahead: float


@dataclass(frozen=True, slots=True)
class ShareStatus:
    """How the share stands, as far as this laptop knows without asking it.

    ``seen`` is when an exchange went through last, to the hour; ``left`` tells that this laptop is
    no member any more.
    """

    place: str
    space: str
    laptops: tuple[Laptop, ...]
    waiting: int
    conflicts: int
    quarantine: tuple[Quarantined, ...]
    arrived: tuple[Arrived, ...] = ()
    seen: datetime | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in of one laptop: when, its name, how many records of each kind by its table."""

    at: datetime
    name: str
    records: Mapping[str, int]


def create(engagement: OpenEngagement, place: str, name: str) -> str:
    """Make a share of an engagement in a place; return the recovery key, to be printed.

    What was written so far goes there too, or with the next exchange where that is cut off.
    Raises InputRefused when it has one already, ShareUnreachable when none could be made.
    """
    local = LocalSpace(engagement.store)
    if local.is_shared:
        raise InputRefused(
            _("No share was made."),
            _("This engagement has one already, in {place}.").format(
                place=addresses.shown(local.state.get("place"))
            ),
            _("Use “cxo sync”; a place that has moved is named with it once."),
        )
    joining.checked_name(name)
    places.open_place(place)
    space = new_id()
    share = places.new_space(place, space)
    blobs = naming_key(engagement.store.place[1])
    paper = joining.found(local, share, space, name, blobs)
    with write(engagement.store.db):
        local.state.put("place", places.outside(place))
    # Cut off here the share is made already, and its key is told now or never.
    with suppress(ShareUnreachable):
        rounds.exchange(local, share)
    return paper


def request(workspace: Workspace, place: str, name: str) -> str:
    """Ask to join the share in a place; return the six words to compare with a member by voice.

    Raises ShareUnreachable; NotFound where there is none.
    """
    name = joining.checked_name(name)
    space = joining.the_space(place)
    share = places.open_space(place, space)
    folders = JoiningFolders(workspace)
    folder = folders.make()
    try:
        store = folders.store(folder)
        try:
            local = LocalSpace(store)
            words = joining.ask(local, share, space, name)
            with write(store.db):
                local.state.put("place", places.outside(place))
        finally:
            store.close()
    except BaseException:
        folders.drop(folder)
        raise
    for older in asked(workspace):
        if older.space == space and older.folder != folder:
            folders.drop(older.folder)
    return words


def requests(engagement: OpenEngagement, place: str = "") -> list[Request]:
    """Return the laptops that ask to join. Raises ShareUnreachable."""
    local, share = opened(engagement, place)
    return joining.requests(local, share, members.learn(local, share, {}))


def admit(
    engagement: OpenEngagement, *, device: str = "", words: str = "", every: bool = False
) -> list[Request]:
    """Admit the laptop with this id or these words, or every one that asks; return them.

    An id needs its words as well, unless every one is meant. Raises NotFound when nobody asks,
    InputRefused when the words are of nobody.
    """
    local, share = opened(engagement)
    roster = members.learn(local, share, {})
    asking = [
        one for one in joining.requests(local, share, roster) if device in {"", one.dev, one.name}
    ]
    if not asking:
        raise NotFound(
            _("Nobody was admitted."),
            _("No laptop asks for it, as far as the share shows."),
            _("Let your colleague run “cxo share request”, and wait for the share to arrive."),
        )
    chosen = [one for one in asking if every or same_words(one.words, words)]
    if not chosen:
        raise InputRefused(
            _("Nobody was admitted."),
            _("The words are not those of a laptop that asks."),
            _("Read them to each other again; if they differ, somebody is in between."),
        )
    for one in chosen:
        roster = joining.admit(local, roster, one)
    mirror_files(local, share)
    return chosen


def recover(workspace: Workspace, paper: str, name: str) -> None:
    """Let this laptop, which has asked to join, in by the printed recovery key.

    Raises NotFound when it has not asked, InputRefused for a wrong key.
    """
    folders = JoiningFolders(workspace)
    waiting_for = folders.all()
    if not waiting_for:
        raise NotFound(
            _("This laptop was not let in."),
            _("It has not asked to join a share."),
            _("Run “cxo share request” first."),
        )
    store = folders.store(waiting_for[-1])
    try:
        local = LocalSpace(store)
        share = places.open_space(local.state.get("place"), local.space)
        recovery.recover(local, share, paper, joining.checked_name(name))
        mirror_files(local, share)
    finally:
        store.close()


def remove(engagement: OpenEngagement, device: str) -> Laptop:
    """Remove a laptop, by id or name. It keeps what it already had; new things it cannot read.

    Raises NotFound, InputRefused for this laptop itself.
    """
    local, share = opened(engagement)
    members.learn(local, share, {})
    found = [one for one in laptops(local) if device in {one.device, one.name} and not one.removed]
    if len(found) != 1:
        raise NotFound(
            _("No laptop was removed."),
            _("{count} laptops of this share are called “{name}”.").format(
                count=len(found), name=device
            ),
            _("“cxo share status” shows them with their ids."),
        )
    if found[0].this_one:
        raise InputRefused(
            _("No laptop was removed."),
            _("It is this laptop."),
            _("Let a colleague remove it, or remove the engagement here."),
        )
    members.remove(local, found[0].device)
    rounds.exchange(local, share)
    return found[0]


def leave(engagement: OpenEngagement) -> None:
    """Leave the share, once all that was written here is there; everything stays on this laptop.

    Raises NotFound, ShareUnreachable.
    """
    local, share = opened(engagement)
    rounds.exchange(local, share)
    members.leave(local)
    mirror_files(local, share)


def status(engagement: OpenEngagement) -> ShareStatus:
    """Return how the share stands. Raises NotFound when there is none."""
    local = shared(engagement)
    return ShareStatus(
        place=addresses.shown(local.state.get("place")),
        space=local.space,
        laptops=tuple(laptops(local)),
        waiting=waiting(engagement.store.db),
        conflicts=len(conflicts(engagement.store.db)),
        quarantine=local.state.quarantine(),
        arrived=_arrived(local),
        seen=last_seen(local),
        left=any(one.this_one and one.removed for one in laptops(local)),
    )


def _arrived(local: LocalSpace) -> tuple[Arrived, ...]:
    called = {dev: local.name_of(one) for dev, one in local.roster().members.items()}
    return tuple(
        Arrived(one.at, called.get(one.device, one.device), one.records) for one in arrivals(local)
    )


def repair(engagement: OpenEngagement, place: str = "") -> int:
    """Put everything back on the share that is missing or damaged there; return how many files."""
    local, share = opened(engagement, place, made_anew=True)
    return repairing.repair(local, share)


def laptops(local: LocalSpace) -> list[Laptop]:
    """Return the laptops of a share, this one first."""
    heads = local.segments.heads()
    found = [
        _laptop(local, one, heads.get(dev, 0))
        for dev, one in local.roster().members.items()
        if dev != PAPER
    ]
    return sorted(found, key=lambda one: (not one.this_one, one.name))


def _laptop(local: LocalSpace, member: Member, last: int) -> Laptop:
    newest = local.store.log.newest_of(member.dev)
    at = datetime.fromtimestamp(seconds_of(newest), UTC) if newest else None
    ahead = (at - datetime.now(UTC)).total_seconds() / 3600 if at else 0.0
    return Laptop(
        device=member.dev,
        name=local.name_of(member),
        this_one=member.dev == local.device,
        removed=member.removed,
        last=last,
        last_at=at,
        hours_ahead=round(max(ahead, 0.0), 1),
    )


def shared(engagement: OpenEngagement) -> LocalSpace:
    """Return the space of an engagement. Raises NotFound when it has none."""
    local = LocalSpace(engagement.store)
    if not local.is_shared:
        raise NotFound(
            _("There is no share."),
            _("{code} is on this laptop only.").format(code=engagement.code),
            _("Make one with “cxo share create PLACE”."),
        )
    return local


def opened(
    engagement: OpenEngagement,
    place: str = "",
    *,
    made_anew: bool = False,
    remembered: bool = True,
) -> tuple[LocalSpace, Transport]:
    """Return the space of an engagement and its share, in a place it may have moved to.

    That place is ``remembered`` unless told not to. Raises NotFound, ShareUnreachable.
    """
    local = shared(engagement)
    where = place or local.state.get("place")
    known = places.new_space if made_anew else places.open_space
    share = known(where, local.space)
    if place and remembered:
        with write(engagement.store.db):
            local.state.put("place", places.outside(place))
    return local, share
