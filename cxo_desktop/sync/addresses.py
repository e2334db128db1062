"""Addresses of shares that are no folders: which service, where, and with which password."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Address:
    """A service, its root (scheme, host and port), the path there, and who asks."""

    service: str
    root: str
    path: str
    user: str
    password: str = field(repr=False)


def parsed(place: str) -> Address:
    """Return what an address such as webdav+https://USER:PASSWORD@HOST/PATH says.

    Raises InputRefused for one that names no service or host.
    """
    parts = urlsplit(place)
    service, _plus, scheme = parts.scheme.partition("+")
    if scheme not in {"http", "https"} or not parts.hostname:
        raise InputRefused(
            _("This place cannot be used."),
            _("It is neither a folder nor an address that is understood."),
            _("Name a folder, webdav+https://HOST/PATH, or s3+https://HOST/BUCKET/PATH."),
        )
    port = f":{parts.port}" if parts.port else ""
    return Address(
        service,
        f"{scheme}://{parts.hostname}{port}",
        parts.path.strip("/"),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )
