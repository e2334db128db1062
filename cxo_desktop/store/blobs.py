"""Contents of attachments: each once, encrypted, under a name made from the content.

The name is keyed, so that nobody can tell by a known file whether it is here. A content is
sealed in pieces of 256 KiB by AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway
and Vizár 2015): a random start, the number of the piece and whether it is the last are in its
nonce, so pieces can neither be changed, dropped, swapped nor added unnoticed.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from cxo_desktop.domain.errors import Damaged
from cxo_desktop.store.files import discard, flush_folder, unwritable, write_pieces
from cxo_desktop.store.keys import KEY_BYTES

PIECE = 256 * 1024
_MAGIC = b"CXOB\x01"
_START_BYTES = 7
_TAG_BYTES = 16


class Blobs:
    """The contents that belong to one engagement, in a folder of their own."""

    def __init__(self, folder: Path, key: bytes, naming: bytes = b"") -> None:
        self._folder = folder
        self._sealing = _derived(key, b"cxo attachments v1")
        self._naming = naming or naming_key(key)

    def put(self, content: bytes) -> str:
        """Keep a content, once however often it comes; return its digest.

        Raises DiskFull or InputRefused, with nothing half written.
        """
        digest = hmac.digest(self._naming, content, "sha256").hex()
        if not self._path(digest).is_file():
            self.put_as(digest, content)
        return digest

    def put_as(self, name: str, content: bytes) -> None:
        """Keep a content under a name, in place of what was there; raises as ``put`` does."""
        write_pieces(self._path(name), self._sealed(name, content))

    def get(self, name: str) -> bytes:
        """Return a content. Raises Damaged when it is missing or was altered."""
        try:
            sealed = self._path(name).read_bytes()
        except OSError as error:
            raise _broken("It is missing.") from error
        return b"".join(self._opened(name, sealed))

    def matches(self, digest: str) -> bool:
        """Tell whether the content of a digest is there, whole, and the one it was made from."""
        try:
            content = self.get(digest)
        except Damaged:
            return False
        return hmac.digest(self._naming, content, "sha256").hex() == digest

    def has(self, name: str) -> bool:
        """Tell whether there is a content of this name."""
        return self._path(name).is_file()

    def remove(self, name: str) -> bool:
        """Remove a content for good; return whether it was there. Raises InputRefused."""
        if not self.has(name):
            return False
        try:
            self._path(name).unlink()
            flush_folder(self._folder)
        except OSError as error:
            raise unwritable(self._path(name), error) from error
        return True

    def sweep(self) -> None:
        """Remove what a process that was killed had half written."""
        for file in self._folder.glob(".cxo-*"):
            discard(file)

    def names(self) -> tuple[str, ...]:
        """Return the names of all contents."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(file.name for file in self._folder.iterdir() if file.name[0] != "."))

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").isalnum():
            raise ValueError(name)
        return self._folder / name

    def _sealed(self, name: str, content: bytes) -> Iterator[bytes]:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        start = secrets.token_bytes(_START_BYTES)
        cipher = AESGCM(self._sealing)
        yield _MAGIC + start
        for nonce, piece in _numbered(start, content, PIECE):
            yield cipher.encrypt(nonce, piece, name.encode())

    def _opened(self, name: str, sealed: bytes) -> Iterator[bytes]:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head = len(_MAGIC) + _START_BYTES
        if not sealed.startswith(_MAGIC) or len(sealed) < head + _TAG_BYTES:
            raise _broken("It was altered.")
        cipher = AESGCM(self._sealing)
        try:
            pieces = _numbered(sealed[len(_MAGIC) : head], sealed[head:], PIECE + _TAG_BYTES)
            for nonce, piece in pieces:
                yield cipher.decrypt(nonce, piece, name.encode())
        except InvalidTag as error:
            raise _broken("It was altered.") from error


def _numbered(start: bytes, content: bytes, size: int) -> Iterable[tuple[bytes, bytes]]:
    """Yield each piece of a content with its nonce; an empty content is one empty piece."""
    places = [*range(0, max(len(content), 1), size), len(content)]
    for number, (begin, end) in enumerate(pairwise(places)):
        last = end == len(content)
        yield start + number.to_bytes(4, "big") + bytes([last]), content[begin:end]


def naming_key(key: bytes) -> bytes:
    """Return the key by which an engagement names its contents, the same on all its laptops."""
    return _derived(key, b"cxo attachment names v1")


def _derived(key: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(key)


def _broken(why: str) -> Damaged:
    return Damaged(
        "The attachment cannot be read.",
        why,
        "Put the attachments folder back from a copy of the workspace, or remove the attachment.",
    )
