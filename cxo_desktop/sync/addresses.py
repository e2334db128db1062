"""Addresses of shares that are no folders: which service, where, and with which password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

_ADDRESS = re.compile(
    r"(?P<service>[a-z0-9]+)\+(?P<scheme>https?)://(?:(?P<who>[^@/]*)@)?"
    r"(?P<host>[A-Za-z0-9.-]+(?::\d+)?)(?P<path>/.*)?"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A service, its root (scheme, host and port), the path there, and who asks."""

    service: str
    root: str
    path: str
    user: str
    password: str = field(repr=False)


def parsed(place: str) -> Address:
    """Return what an address such as ``webdav+https:``, a user, a host and a path, says.

    Raises InputRefused for one that names no service or host.
    """
    found = _ADDRESS.fullmatch(place)
    if found is None:
        raise InputRefused(
            _("This place cannot be used."),
            _("It is neither a folder nor an address that is understood."),
            _("Name a folder, webdav+https://example.org/PATH, or s3+https://example.org/BUCKET."),
        )
    user, _colon, password = (found["who"] or "").partition(":")
    return Address(
        found["service"],
        f"{found['scheme']}://{found['host']}",
        (found["path"] or "").strip("/"),
        _plain(user),
        _plain(password),
    )


def _plain(text: str) -> str:
    """Return a part of an address with its %-escapes resolved."""
    escaped = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text.encode()
    )
    return escaped.decode(errors="replace")
