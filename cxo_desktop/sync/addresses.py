"""Addresses of shares that are no folders: which service, where, and with which password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

# A user has no "/", so that an "@" in a path is none before a host; a password may have one.
_ADDRESS = re.compile(
    r"(?P<service>[a-z0-9]+)(?:\+(?P<scheme>https?))?://"
    r"(?:(?P<user>[^@/:]*?)(?:;fingerprint=(?P<key>SHA256:[A-Za-z0-9+/]{43}))?"
    r"(?::(?P<password>[^@]*))?@)?"
    r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?(?P<path>/.*)?"
)
_SECRET = re.compile(r"(?<=://)[^@/:]*(?::[^@]*)?@")
_PORTS = {"http": 80, "https": 443, "sftp": 22, "smb": 445}
_WEB = {"webdav", "s3"}

_OWN = "~/"


@dataclass(frozen=True, slots=True)
class Address:
    """A service, its root (scheme, host and port), the path there, and who asks.

    ``path`` is as it was written, with its %-escapes. ``fingerprint`` is that of the server's key,
    as ``ssh-keygen -l`` shows it, or "".
    """

    service: str
    root: str
    path: str
    user: str
    password: str = field(repr=False)
    host: str
    port: int
    fingerprint: str = ""

    @property
    def plain_path(self) -> str:
        """Return the path with its %-escapes resolved."""
        return _plain(self.path)

    @property
    def folder(self) -> str:
        """Return the path as the server is asked for it.

        Over SFTP it begins at the server's root, or with ``~/`` at the user's own folder.
        """
        path = self.plain_path
        if self.service != "sftp":
            return path
        return "." if path == "~" else path[2:] if path.startswith(_OWN) else f"/{path}"


def parsed(place: str) -> Address:
    """Return what an address such as ``webdav+https:``, a user, a host and a path, says.

    Raises InputRefused for one that names no service or host.
    """
    found = _ADDRESS.fullmatch(place)
    if found is None:
        raise not_understood(_("It is neither a folder nor an address that is understood."))
    service, scheme = found["service"], found["scheme"]
    if service not in _WEB | _PORTS.keys() - {"http", "https"}:
        raise not_understood(_("“{service}” is no service that is known.").format(service=service))
    if (service in _WEB) != bool(scheme):
        raise not_understood(_("“{service}” is spoken another way.").format(service=service))
    port = found["port"]
    return Address(
        service,
        f"{scheme or service}://{found['host']}" + (f":{port}" if port else ""),
        (found["path"] or "").strip("/"),
        _plain(found["user"] or ""),
        _plain(found["password"] or ""),
        found["host"].strip("[]"),
        int(port) if port else _PORTS[scheme or service],
        found["key"] or "",
    )


def not_understood(why: str) -> InputRefused:
    """Return the error for a place that is none."""
    return InputRefused(
        _("This place cannot be used."),
        why,
        _(
            "Name a folder, sftp://USER@example.org/PATH, smb://USER@example.org/SHARE/PATH, "
            "webdav+https://USER@example.org/PATH, or s3+https://KEY@example.org/BUCKET."
        ),
    )


def shown(place: str) -> str:
    """Return a place as it may be shown: without the user and password in an address."""
    return _SECRET.sub("", place, count=1)


def lacks_password(place: str) -> bool:
    """Tell whether an address names a user and not the password that has to go with them.

    Over SFTP the keys of this laptop do, unless there is a ``:`` with nothing after it.
    """
    found = _ADDRESS.fullmatch(place)
    if found is None or not found["user"]:
        return False
    return found["password"] == "" or (found["password"] is None and found["service"] != "sftp")


def with_password(place: str, password: str) -> str:
    """Return an address with this password; what is no address stays as it is."""
    found = _ADDRESS.fullmatch(place)
    return place if found is None else _with_who(found, found["key"], escaped(password))


def with_fingerprint(place: str, fingerprint: str) -> str:
    """Return an address that holds to a server's key of this fingerprint."""
    found = _ADDRESS.fullmatch(place)
    return place if found is None else _with_who(found, fingerprint, found["password"])


def _with_who(found: re.Match[str], key: str | None, password: str | None) -> str:
    scheme = found[0].partition("://")[0]
    key = f";fingerprint={key}" if key else ""
    password = "" if password is None else f":{password}"
    return f"{scheme}://{found['user'] or ''}{key}{password}@{found[0][found.start('host') :]}"


def _plain(text: str) -> str:
    """Return a part of an address with its %-escapes resolved."""
    resolved = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text.encode()
    )
    return resolved.decode(errors="replace")


def escaped(text: str) -> str:
    """Return a text so that it can stand in an address."""
    return "".join(
        one if one.isascii() and one.isalnum() else "".join(f"%{byte:02X}" for byte in one.encode())
        for one in text
    )
