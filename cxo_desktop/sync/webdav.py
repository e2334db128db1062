"""A share on a WebDAV server, such as Nextcloud's: put under another name, then moved."""

from __future__ import annotations

import secrets
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from cxo_desktop.sync import outages
from cxo_desktop.sync.addresses import Address
from cxo_desktop.sync.transport import AlreadyThere, Listed, ShareUnreachable

_ANSWERS = {
    401: outages.not_let_in,
    403: outages.not_allowed,
    409: outages.no_folder,
    507: outages.no_room,
}


class WebDav:
    """Files below a path of a server."""

    def __init__(self, address: Address, below: str) -> None:
        from httpx import Timeout
        from webdav4.client import Client

        self._address = address
        self._below = below
        self._made: set[str] = set()
        self._client: Any = Client(
            f"{address.root}/{address.path}",
            auth=(address.user, address.password) if address.user else None,
            timeout=Timeout(outages.ANSWER_SECONDS, connect=outages.CONNECT_SECONDS),
            retry=False,
        )
        weakref.finalize(self, self._client.http.close)
        with self._told(writing=True):
            self._client.info("")

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
        with self._told():
            return bytes(self._client.request("GET", self._path(name)).content)

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        path = self._path(name)
        folder, _slash, last = path.rpartition("/")
        unfinished = f"{folder}/.{last}.{secrets.token_hex(4)}.tmp".lstrip("/")
        try:
            with self._told(writing=True):
                self._make(folder)
                self._client.request("PUT", unfinished, content=content)
                self._client.move(unfinished, path, overwrite=False)
        except BaseException:
            with suppress(FileNotFoundError, ShareUnreachable), self._told():
                self._client.remove(unfinished)
            raise

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        with suppress(FileNotFoundError), self._told():
            self._client.remove(self._path(name))

    def _make(self, folder: str) -> None:
        """Make a folder and those above it; one that is there already answers that it is."""
        from webdav4.client import ResourceAlreadyExists

        parts = folder.split("/") if folder else []
        for number in range(1, len(parts) + 1):
            part = "/".join(parts[:number])
            if part not in self._made:
                with suppress(ResourceAlreadyExists):
                    self._client.mkdir(part)
                self._made.add(part)

    def _listed(self, folder: str) -> list[tuple[str, Any]]:
        path = self._path(folder)
        with suppress(FileNotFoundError), self._told():
            found = self._client.ls(path, detail=True)
            named = [(one["name"].rstrip("/").rpartition("/")[2], one) for one in found]
            return [(name, one) for name, one in named if one["name"].strip("/") != path]
        return []

    def _path(self, name: str) -> str:
        return "/".join(part for part in (self._below, name) if part)

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        from httpx import HTTPError
        from webdav4.client import ClientError, ResourceAlreadyExists

        try:
            yield
        except ResourceAlreadyExists as error:
            raise AlreadyThere(str(error)) from error
        except ClientError as error:
            raise self._answered(error, writing=writing) from error
        except HTTPError as error:
            if "certificate" in str(error).lower():
                raise outages.not_trusted(self._address) from error
            raise outages.no_answer(self._address) from error

    def _answered(self, error: Any, *, writing: bool) -> Exception:
        """Return what an answer means that is no success."""
        from webdav4 import client

        known = {
            client.ResourceNotFound: 409 if writing else 404,
            client.ResourceConflict: 409,
            client.ForbiddenOperation: 403,
            client.InsufficientStorage: 507,
        }
        status = known.get(type(error)) or getattr(error, "status_code", None)
        if status == 404:  # noqa: PLR2004 - an answer of HTTP
            return FileNotFoundError(str(error))
        if status in _ANSWERS:
            return _ANSWERS[status](self._address)
        if writing and status == 500:  # noqa: PLR2004 - an answer of HTTP
            return outages.in_trouble(self._address, "500")
        return outages.refused(self._address, f"{type(error).__name__} {status or ''}".strip())
