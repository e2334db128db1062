"""From what a person calls a place to the share in it: a folder, or an address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.sync import names
from cxo_desktop.sync.addresses import Address, parsed, shown
from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.objects import ObjectStore
from cxo_desktop.sync.sftp import Sftp
from cxo_desktop.sync.smb import Smb
from cxo_desktop.sync.transport import Transport, unreachable
from cxo_desktop.sync.webdav import WebDav

_SERVICES: dict[str, Callable[[Address, str], Transport]] = {
    "s3": ObjectStore,
    "sftp": Sftp,
    "smb": Smb,
    "webdav": WebDav,
}


def open_place(place: str) -> Transport:
    """Return what lies in a place. Raises ShareUnreachable when nothing is there.

    The folder of a space stands for the place in which it lies.
    """
    return _opened(outside(place), "")


def open_space(place: str, space: str) -> Transport:
    """Return a space in a place. Raises ShareUnreachable when it is not there now."""
    share = _opened(outside(place), names.space_folder(space))
    if not any(one.name == names.SPACE_FILE for one in share.files("")):
        raise unreachable(
            _("{place} does not hold this engagement's share now.").format(place=shown(place))
        )
    return share


def new_space(place: str, space: str) -> Transport:
    """Return a space that is to be made in a place."""
    return _opened(outside(place), names.space_folder(space))


def outside(place: str) -> str:
    """Return the place in which a space lies, also for the name of the space's own folder."""
    kept = place.rstrip("/\\")
    head, _slash, tail = kept.replace("\\", "/").rpartition("/")
    return head if names.space_of(tail) else kept


def _opened(place: str, below: str) -> Transport:
    if "://" in place:
        return _remote(place, below)
    root = Path(place).expanduser()
    if not root.is_dir():
        raise unreachable(_("There is no folder {place}.").format(place=place))
    return Folder(root / below)


def _remote(place: str, below: str) -> Transport:
    address = parsed(place)
    try:
        return _SERVICES[address.service](address, below)
    except ImportError as error:
        raise InputRefused(
            _("This place cannot be used."),
            _("What speaks to {service} is not installed.").format(service=address.service),
            _("Install cxo-desktop with its extra “{service}”, or name a folder.").format(
                service=address.service
            ),
        ) from error
