"""Found a space, ask to be admitted to one, and admit who asks: words are compared by voice."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass

from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.i18n import _
from cxo_desktop.store.database import write
from cxo_desktop.sync import crypto, entries, names
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.crypto import DeviceKeys, new_device_keys
from cxo_desktop.sync.entries import Kind
from cxo_desktop.sync.keyring import new_epoch_key, wrap_keys
from cxo_desktop.sync.local import Author, LocalSpace, new_id
from cxo_desktop.sync.mirror import mirror_files, mirror_space_file, put_whole
from cxo_desktop.sync.places import new_space, open_place
from cxo_desktop.sync.recovery import to_paper
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.roster import PAPER, Roster, roster_of
from cxo_desktop.sync.six_words import six_words
from cxo_desktop.sync.transport import ShareUnreachable, Transport

_CONTEXT = b"cxo request 1|"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Request:
    """A laptop that asks to be admitted, what it calls itself, and its words."""

    dev: str
    public: str
    recipient: str
    name: str
    words: str


def found(local: LocalSpace, share: Transport, space: str, name: str, blobs: bytes) -> str:
    """Make a space of the open engagement; return the recovery key, to be printed.

    ``share`` is where the space is to lie, ``name`` what members call this laptop, ``blobs`` the
    key that names attachments. Raises ShareUnreachable; nothing is shared then.
    """
    paper = new_device_keys()
    try:
        # One transaction with the share: what cannot be put there is not shared here either.
        with write(local.store.db):
            _begin(local, space, checked_name(name), blobs, paper)
            mirror_space_file(local, share)
            mirror_files(local, share)
    except ShareUnreachable:
        with suppress(ShareUnreachable):
            share.delete(names.SPACE_FILE)
        raise
    return to_paper(paper)


def _begin(local: LocalSpace, space: str, name: str, blobs: bytes, paper: DeviceKeys) -> None:
    """Be the first member of a space that is new."""
    keys, device = new_device_keys(), new_id()
    local.state.put("space", space)
    local.state.put("blobs", blobs.hex())
    local.set_device(device, keys)
    local.learn_keys([(1, new_epoch_key())])
    recipients = {device: keys.recipient, PAPER: paper.recipient}
    data = {
        "dev": device,
        "public": keys.public,
        "recipient": keys.recipient,
        "name": local.hide(name),
        "paper": [paper.public, paper.recipient],
        **wrap_keys(local, recipients, 1),
    }
    local.state.put("root", local.add_entry(Roster(), Kind.FOUND, data).sha)


def checked_name(name: str) -> str:
    """Return the name of a laptop as it is kept. Raises InputRefused for none."""
    short = " ".join(name.split())[:_LONGEST_NAME]
    if not short:
        raise InputRefused(
            _("Nothing was shared."),
            _("This laptop has no name by which your colleagues know it."),
            _("Give one with --name, such as “Asha's laptop”."),
        )
    return short


def ask(local: LocalSpace, share: Transport, space: str, name: str) -> str:
    """Ask to be admitted to a space on a share; return the six words to compare by voice."""
    log = _log(share, space)
    root = next((one for one in log if one.entry.kind is Kind.FOUND), None)
    if root is None:
        raise untrusted(_("Its list of members has no beginning yet."))
    roster = roster_of(log, root.sha)
    keys, device = new_device_keys(), new_id()
    with write(local.store.db):
        for key, value in (("space", space), ("root", root.sha)):
            local.state.put(key, value)
        local.set_device(device, keys)
    hidden = crypto.wrap(checked_name(name).encode(), list(roster.recipients.values()))
    plain = {
        "space": space,
        "root": root.sha,
        "dev": device,
        "public": keys.public,
        "recipient": keys.recipient,
        "name": hidden.hex(),
    }
    body = json.dumps(plain, sort_keys=True).encode()
    file = body + b"\n" + keys.sign(_CONTEXT + body).hex().encode()
    put_whole(share, names.request(device, hash_of(file)), file)
    return own_words(local)


def own_words(local: LocalSpace) -> str:
    """Return the words of this laptop."""
    return _words(local, local.device, local.keys.public, local.keys.recipient)


def requests(local: LocalSpace, share: Transport, roster: Roster) -> list[Request]:
    """Return the sound requests of laptops that are no members yet."""
    found_requests = []
    for listed in share.files("join"):
        if listed.name.partition(".")[0] in roster.members:
            continue
        try:
            request = _read_request(local, share.get(f"join/{listed.name}"))
        except (Refused, FileNotFoundError):
            continue
        if request.dev not in roster.members:
            found_requests.append(request)
    return found_requests


def admit(local: LocalSpace, roster: Roster, request: Request, by: Author | None = None) -> Roster:
    """Make a laptop a member: it can read all there is, from the beginning."""
    with write(local.store.db):
        recipients = {**roster.recipients, request.dev: request.recipient}
        data = {
            "dev": request.dev,
            "public": request.public,
            "recipient": request.recipient,
            "name": local.hide(request.name),
            **wrap_keys(local, recipients, roster.epoch),
        }
        local.add_entry(roster, Kind.ADMIT, data, by)
    return local.roster()


def _read_request(local: LocalSpace, file: bytes) -> Request:
    body, _newline, signature = file.rpartition(b"\n")
    try:
        plain = {key: str(value) for key, value in json.loads(body).items()}
        dev, public, recipient = plain["dev"], plain["public"], plain["recipient"]
        signed = bytes.fromhex(signature.decode("ascii"))
        if (plain["space"], plain["root"]) != (local.space, local.root):
            raise Refused(Reason.WRONG_PLACE)
        if not crypto.is_signed(public, _CONTEXT + body, signed):
            raise Refused(Reason.FORGED)
        name = crypto.unwrap(bytes.fromhex(plain["name"]), local.keys.identity).decode()
    except (ValueError, KeyError, AttributeError) as error:
        raise Refused(Reason.NOT_WHOLE) from error
    return Request(dev, public, recipient, name, _words(local, dev, public, recipient))


def _words(local: LocalSpace, dev: str, public: str, recipient: str) -> str:
    return six_words(
        space=local.space, root=local.root, device=dev, public=public, recipient=recipient
    )


def _log(share: Transport, space: str) -> list[entries.Signed]:
    found_entries = []
    for listed in share.files("mem"):
        try:
            one = entries.read(share.get(f"mem/{listed.name}"))
        except (Refused, FileNotFoundError):
            continue
        if one.entry.space == space:
            found_entries.append(one)
    return found_entries


def the_space(place: str) -> str:
    """Return the one space in a place. Raises NotFound for none, InputRefused for several."""
    mine = names.space_of(place.rstrip("/\\").replace("\\", "/").rpartition("/")[2])
    there = [mine] if mine else _spaces(open_place(place))
    if len(there) > 1:
        there = [space for space in there if _is_made(place, space)]
    if not there:
        raise NotFound(
            _("There is no share in this place."),
            _("It holds no folder that begins with “cxo-space-”."),
            _("Name the folder in which your colleague made the share, and wait for it to arrive."),
        )
    if len(there) > 1:
        raise InputRefused(
            _("Nothing was asked for."),
            _("This place holds {count} shares.").format(count=len(there)),
            _("Name the folder of the one you mean; it begins with “cxo-space-”."),
        )
    return there[0]


def _is_made(place: str, space: str) -> bool:
    """Tell whether a folder holds a space, rather than what was left when making one failed."""
    return any(one.name == names.SPACE_FILE for one in new_space(place, space).files(""))


def _spaces(parent: Transport) -> list[str]:
    return [space for name in parent.folders("") if (space := names.space_of(name))]


def untrusted(why: str) -> ShareUnreachable:
    """Return the error for a share that is not what it says."""
    return ShareUnreachable(
        _("The share is not to be trusted as it is."),
        why,
        _("Nothing was taken from it. Wait until it has arrived whole, or ask your colleagues."),
    )
