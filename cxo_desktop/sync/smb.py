"""A share on an SMB server without mounting it: written under a hidden name, then renamed."""

from __future__ import annotations

import errno
import logging
import secrets
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from cxo_desktop.i18n import _
from cxo_desktop.sync import outages
from cxo_desktop.sync.addresses import Address, not_understood
from cxo_desktop.sync.transport import AlreadyThere, Listed, ShareUnreachable

_FOLDER = 0x10  # the attribute of a directory, [MS-FSCC] 2.6
_STATUS = {  # [MS-ERREF] 2.3.1
    0xC0000022: outages.not_allowed,  # access denied
    0xC00000CA: outages.not_allowed,  # network access denied
    0xC000007F: outages.no_room,  # disk full
    0xC0000044: outages.no_room,  # quota exceeded
    0xC00000CC: outages.no_folder,  # bad network name: there is no such share
    0xC000006D: outages.not_let_in,  # logon failure
}
_MISSING = {0xC0000034, 0xC000003A, 0xC0000225}  # object name, object path, any not found
_STATUS |= dict.fromkeys(_MISSING, outages.no_folder)


class Smb:
    """Files below a folder of a share that a server lends out."""

    def __init__(self, address: Address, below: str) -> None:
        self._address = address
        if not address.path:
            raise not_understood(_("The address names a server, but no share of it."))
        self._place = "\\".join(["", "", address.host, *_parts(address.plain_path)])
        self._root = "\\".join([self._place, *_parts(below)])
        self._made: set[str] = set()
        self._connections: dict[str, Any] = {}
        self._access = {
            "username": address.user or None,
            "password": address.password or None,
            "port": address.port,
            "connection_timeout": outages.CONNECT_SECONDS,
            "connection_cache": self._connections,
        }
        weakref.finalize(self, _disconnect, self._connections)
        # It would print the story of every broken connection.
        for library in ("smbprotocol", "smbclient", "spnego"):
            logging.getLogger(library).addHandler(logging.NullHandler())
        self._connect()

    def _connect(self) -> None:
        import smbclient

        with self._told(writing=True):
            session = smbclient.register_session(self._address.host, **self._access)
            # Else it takes twenty minutes to notice that a server is gone without a word.
            session.connection._receive_timeout = outages.ANSWER_SECONDS  # noqa: SLF001 - no other way
            smbclient.stat(self._place, **self._access)

    def files(self, folder: str) -> list[Listed]:
        """Return the files directly in a folder, but those that are not ready."""
        return [
            Listed(one.file_name, one.end_of_file)
            for one in self._entries(folder)
            if not one.file_attributes & _FOLDER and one.file_name[0] != "."
        ]

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders in a folder."""
        entries = self._entries(folder)
        return sorted(one.file_name for one in entries if one.file_attributes & _FOLDER)

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""
        import smbclient

        with (
            self._told(),
            smbclient.open_file(self._path(name), "rb", share_access="r", **self._access) as stream,
        ):
            return bytes(stream.read())

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        import smbclient

        path = self._path(name)
        folder, _slash, last = path.rpartition("\\")
        unfinished = f"{folder}\\.{last}.{secrets.token_hex(4)}.tmp"
        with self._told(writing=True):
            self._make(folder)
            try:
                with smbclient.open_file(unfinished, "xb", **self._access) as stream:
                    stream.write(content)
                smbclient.rename(unfinished, path, **self._access)
            except BaseException as error:
                self._clean(unfinished)
                if isinstance(error, OSError) and error.errno == errno.EEXIST:
                    raise AlreadyThere(name) from error
                raise

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        import smbclient

        with suppress(FileNotFoundError), self._told():
            smbclient.remove(self._path(name), **self._access)

    def _clean(self, unfinished: str) -> None:
        """Remove what was not finished, if the server can still be asked to."""
        import smbclient

        if all(one.transport.connected for one in self._connections.values()):
            with suppress(FileNotFoundError, ShareUnreachable), self._told():
                smbclient.remove(unfinished, **self._access)

    def _make(self, folder: str) -> None:
        import smbclient

        if folder not in self._made:
            smbclient.makedirs(folder, exist_ok=True, **self._access)
            self._made.add(folder)

    def _entries(self, folder: str) -> list[Any]:
        """Return what the listing itself says: asking for each file takes twenty times as long."""
        import smbclient

        with suppress(FileNotFoundError), self._told():
            return [one.smb_info for one in smbclient.scandir(self._path(folder), **self._access)]
        return []

    def _path(self, name: str) -> str:
        return "\\".join([self._root, *_parts(name)])

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        from smbprotocol.exceptions import SMBAuthenticationError, SMBException, SMBOSError

        try:
            yield
        except SMBAuthenticationError as error:
            raise outages.not_let_in(self._address) from error
        except SMBException as error:
            status = error.ntstatus if isinstance(error, SMBOSError) else _status(error)
            if status in _MISSING and not writing:
                raise FileNotFoundError(str(error)) from error
            if status in _STATUS:
                raise _STATUS[status](self._address) from error
            if status is None:
                raise outages.no_answer(self._address) from error
            raise outages.refused(self._address, f"NTSTATUS {status:08X}") from error
        except (OSError, ValueError) as error:
            # It tells of a connection that was not made by a ValueError.
            raise outages.no_answer(self._address) from error


def _status(error: Any) -> int | None:
    """Return what the server answered, None when it was the connection that failed."""
    status = getattr(error, "status", None)
    return status if isinstance(status, int) else None


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _disconnect(connections: dict[str, Any]) -> None:
    """Say goodbye, if the server is still there."""
    from smbprotocol.exceptions import SMBException

    for one in connections.values():
        with suppress(SMBException, OSError):
            one.disconnect(timeout=outages.ANSWER_SECONDS)
