"""A share in an object store that speaks S3: files are put only where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cxo_desktop.i18n import _
from cxo_desktop.sync.addresses import Address
from cxo_desktop.sync.transport import AlreadyThere, Listed, unreachable

_REGION = "us-east-1"


class ObjectStore:
    """Files below a prefix of a bucket."""

    def __init__(self, address: Address, below: str) -> None:
        from obstore.store import S3Store

        bucket, _slash, prefix = address.path.partition("/")
        self._prefix = "/".join(part for part in (prefix, below) if part)
        self._store: Any = S3Store(
            bucket,
            endpoint=address.root,
            access_key_id=address.user,
            secret_access_key=address.password,
            region=_REGION,
            virtual_hosted_style_request=False,
            client_options={"allow_http": address.root.startswith("http:")},
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

        with _told():
            return bytes(obstore.get(self._store, self._path(name)).bytes())

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        import obstore

        with _told():
            obstore.put(self._store, self._path(name), content, mode="create")

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        import obstore

        with _told():
            obstore.delete(self._store, self._path(name))

    def _listed(self, folder: str) -> Any:
        import obstore

        with _told():
            return obstore.list_with_delimiter(self._store, self._path(folder) or None)

    def _path(self, name: str) -> str:
        return "/".join(part for part in (self._prefix, name) if part)


@contextmanager
def _told() -> Iterator[None]:
    from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError

    try:
        yield
    except AlreadyExistsError as error:
        raise AlreadyThere(str(error)) from error
    except (NotFoundError, FileNotFoundError) as error:
        raise FileNotFoundError(str(error)) from error
    except BaseError as error:
        raise unreachable(
            _("The object store refused: {kind}.").format(kind=type(error).__name__)
        ) from error
