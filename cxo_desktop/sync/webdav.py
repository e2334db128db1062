"""A share on a WebDAV server, such as Nextcloud's: put under another name, then moved."""

from __future__ import annotations

import secrets
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from cxo_desktop.i18n import _
from cxo_desktop.sync.addresses import Address
from cxo_desktop.sync.transport import AlreadyThere, Listed, unreachable

_SECONDS = 30


class WebDav:
    """Files below a path of a server."""

    def __init__(self, address: Address, below: str) -> None:
        from webdav4.client import Client

        auth = (address.user, address.password) if address.user else None
        self._below = below
        self._client: Any = Client(
            f"{address.root}/{address.path}", auth=auth, timeout=_SECONDS, retry=False
        )
        weakref.finalize(self, self._client.http.close)

    def files(self, folder: str) -> list[Listed]:
        """Return the files directly in a folder, but those that are not ready."""
        return [
            Listed(name, int(one["content_length"] or 0))
            for name, one in self._listed(folder)
            if one["type"] == "file" and name[0] != "."
        ]

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders in a folder."""
        found = self._listed(folder)
        return sorted(name for name, one in found if one["type"] == "directory")

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""
        content = BytesIO()
        with _told():
            self._client.download_fileobj(self._path(name), content)
        return content.getvalue()

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        path = self._path(name)
        folder, _slash, last = path.rpartition("/")
        unfinished = f"{folder}/.{last}.{secrets.token_hex(4)}.tmp".lstrip("/")
        with _told():
            self._make(folder)
            self._client.upload_fileobj(BytesIO(content), unfinished, overwrite=True)
        try:
            with _told():
                self._client.move(unfinished, path, overwrite=False)
        except BaseException:
            with _told():
                self._client.remove(unfinished)
            raise

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        with _told():
            if self._client.exists(self._path(name)):
                self._client.remove(self._path(name))

    def _make(self, folder: str) -> None:
        made = ""
        for part in folder.split("/") if folder else ():
            made = f"{made}/{part}".lstrip("/")
            if not self._client.exists(made):
                self._client.mkdir(made)

    def _listed(self, folder: str) -> list[tuple[str, Any]]:
        path = self._path(folder)
        try:
            with _told():
                found = self._client.ls(path, detail=True)
        except FileNotFoundError:
            return []
        named = [(one["name"].rstrip("/").rpartition("/")[2], one) for one in found]
        return [(name, one) for name, one in named if one["name"].strip("/") != path]

    def _path(self, name: str) -> str:
        return "/".join(part for part in (self._below, name) if part)


@contextmanager
def _told() -> Iterator[None]:
    from httpx import HTTPError
    from webdav4.client import ClientError, ResourceAlreadyExists, ResourceNotFound
    from webdav4.http import HTTPStatusError

    try:
        yield
    except ResourceAlreadyExists as error:
        raise AlreadyThere(str(error)) from error
    except ResourceNotFound as error:
        raise FileNotFoundError(str(error)) from error
    except (ClientError, HTTPError, HTTPStatusError) as error:
        raise unreachable(
            _("The server refused or did not answer: {kind}.").format(kind=type(error).__name__)
        ) from error
