"""Before an address is used: the password it lacks, and the key of a server seen first."""

from __future__ import annotations

from collections.abc import Callable

from cxo_desktop.sync import addresses, places
from cxo_desktop.sync.outages import UnknownServer

__all__ = ["UnknownServer", "confirmed", "lacks_password", "with_password"]

Confirm = Callable[[str, str], bool]


def lacks_password(place: str) -> bool:
    """Tell whether an address names a user and is to be given their password.

    An SFTP server takes the keys of this laptop, unless ``USER:@`` asks for a password.
    """
    return addresses.lacks_password(place)


def with_password(place: str, password: str) -> str:
    """Return an address with a password. It is kept encrypted and never shown."""
    return addresses.with_password(place, password)


def confirmed(place: str, confirm: Confirm) -> str:
    """Return a place as it is to be used: with the key of its server, once it is confirmed.

    ``confirm`` is asked with the host and the key's fingerprint; nothing was sent there before.
    Raises UnknownServer when it says no, ShareUnreachable, InputRefused.
    """
    if not place.startswith("sftp:"):
        return place
    try:
        places.open_place(place)
    except UnknownServer as error:
        if not confirm(error.host, error.fingerprint):
            raise
        return addresses.with_fingerprint(place, error.fingerprint)
    return place
