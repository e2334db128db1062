"""A share in an object store that speaks S3: files are put only where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from cxo_desktop.i18n import _
from cxo_desktop.sync import outages
from cxo_desktop.sync.addresses import Address, not_understood
from cxo_desktop.sync.transport import AlreadyThere, Listed

_REGION = "us-east-1"
_SAID = {
    "NoSuchBucket": outages.no_folder,
    "SignatureDoesNotMatch": outages.not_let_in,
    "InvalidAccessKeyId": outages.not_let_in,
    "401 Unauthorized": outages.not_let_in,
    "403 Forbidden": outages.not_allowed,
    "QuotaExceeded": outages.no_room,
    "507 Insufficient Storage": outages.no_room,
    "InvalidCertificate": outages.not_trusted,
    "HTTP error": outages.no_answer,
}


class ObjectStore:
    """Files below a prefix of a bucket."""

    def __init__(self, address: Address, below: str) -> None:
        from obstore.store import S3Store

        bucket, _slash, prefix = address.plain_path.partition("/")
        if not bucket:
            raise not_understood(_("The address names a server, but no bucket of it."))
        self._address = address
        self._prefix = "/".join(part for part in (prefix, below) if part)
        self._store: Any = S3Store(
            bucket,
            endpoint=address.root,
            access_key_id=address.user,
            secret_access_key=address.password,
            region=_REGION,
            virtual_hosted_style_request=False,
            client_options={
                "allow_http": address.root.startswith("http:"),
                "connect_timeout": timedelta(seconds=outages.CONNECT_SECONDS),
                "timeout": timedelta(seconds=outages.ANSWER_SECONDS),
            },
            retry_config={"max_retries": 2},
        )

    def files(self, folder: str) -> list[Listed]:
        """Return the files directly in a folder."""
        found = self._listed(folder)["objects"]
        return [Listed(one["path"].rpartition("/")[2], one["size"]) for one in found]

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders in a folder."""
        found = self._listed(folder)["common_prefixes"]
        return sorted(one.rstrip("/").rpartition("/")[2] for one in found)

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""
        import obstore

        with self._told():
            return bytes(obstore.get(self._store, self._path(name)).bytes())

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        import obstore

        with self._told():
            obstore.put(self._store, self._path(name), content, mode="create")

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        import obstore

        with self._told():
            obstore.delete(self._store, self._path(name))

    def _listed(self, folder: str) -> Any:
        import obstore

        with self._told():
            return obstore.list_with_delimiter(self._store, self._path(folder) or None)

    def _path(self, name: str) -> str:
        return "/".join(part for part in (self._prefix, name) if part)

    @contextmanager
    def _told(self) -> Iterator[None]:
        from obstore import exceptions

        try:
            yield
        except exceptions.AlreadyExistsError as error:
            raise AlreadyThere(str(error)) from error
        except (exceptions.BaseError, FileNotFoundError) as error:
            raise self._answered(error) from error

    def _answered(self, error: Exception) -> Exception:
        """Return what an error means: the library hands on what the store said, in its words."""
        said = str(error)
        for words, meaning in _SAID.items():
            if words in said:
                return meaning(self._address)
        if isinstance(error, FileNotFoundError):
            return FileNotFoundError(said)
        return outages.refused(self._address, type(error).__name__)
