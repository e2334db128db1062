"""A segment as a file: a clear header of ids and counts, encrypted operations, a signature.

    "CXOS" | version u16 | header length u32 | header JSON | sealed operations | signature

The key of each segment comes from the epoch's key, the author and a salt of its own, so that two
laptops with the same keys (a copied profile) never encrypt two contents alike. The operations are
compressed, then padded to steps of 4 KiB, so that sizes tell little.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from cxo_desktop.sync import crypto
from cxo_desktop.sync.crypto import DeviceKeys
from cxo_desktop.sync.refusals import Reason, Refused

MAGIC = b"CXOS"
PACK_MAGIC = b"CXOP"
VERSION = 1
PADDING = 4096
_START = len(MAGIC) + 2 + 4
_SALT_BYTES = 16
_LENGTH_BYTES = 4
_LONGEST_HEADER = 64 * 1024
_LARGEST_CONTENT = 256 * 1024 * 1024
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in clear: ids and counts only.

    ``prev`` is the hash of the author's segment before, ``deps`` the last segment of every other
    laptop that was taken in when this one was sealed, ``min_reader`` the oldest schema that can
    read it, ``zip`` how it is compressed.
    """

    dev: str
    seq: int
    prev: str
    epoch: int
    deps: Mapping[str, int]
    n: int
    schema: int
    min_reader: int
    salt: str
    zip: str = "zstd"


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart, nothing verified yet; ``clear`` is what the encryption vouches for."""

    header: Header
    clear: bytes
    sealed: bytes
    signature: bytes

    @property
    def signed(self) -> bytes:
        """Return what the signature is of, but for the space."""
        return self.clear + self.sealed


def new_salt() -> str:
    """Return a salt for one segment."""
    return secrets.token_hex(_SALT_BYTES)


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file is closed with: the space it is of, the key of its epoch, its author's keys."""

    space: str
    epoch_key: bytes
    keys: DeviceKeys


def encode(header: Header, content: bytes, seal: Seal, magic: bytes = MAGIC) -> bytes:
    """Return the file of a segment, or of what stands in its place."""
    words = json.dumps(asdict(header), separators=(",", ":"), sort_keys=True).encode()
    clear = magic + VERSION.to_bytes(2, "big") + len(words).to_bytes(4, "big") + words
    key = _key(seal.epoch_key, seal.space, header)
    sealed = crypto.seal(key, _padded(content), clear, header.seq)
    return clear + sealed + seal.keys.sign(_message(seal.space, clear + sealed))


def take_apart(file: bytes, magic: bytes = MAGIC) -> Parts:
    """Return the parts of a file. Raises Refused: NOT_WHOLE, or NEWER for a later container."""
    if len(file) < _START + crypto.SIGNATURE_BYTES or not file.startswith(magic):
        raise Refused(Reason.NOT_WHOLE)
    if int.from_bytes(file[4:6], "big") > VERSION:
        raise Refused(Reason.NEWER)
    end = _START + int.from_bytes(file[6:_START], "big")
    if end > min(len(file) - crypto.SIGNATURE_BYTES, _START + _LONGEST_HEADER):
        raise Refused(Reason.NOT_WHOLE)
    try:
        header = _header(json.loads(file[_START:end]))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(Reason.NOT_WHOLE) from error
    split = len(file) - crypto.SIGNATURE_BYTES
    return Parts(header, file[:end], file[end:split], file[split:])


def verify(parts: Parts, *, space: str, public: str) -> None:
    """Raise Refused unless the laptop with this public key signed exactly these bytes."""
    if not crypto.is_signed(public, _message(space, parts.signed), parts.signature):
        raise Refused(Reason.FORGED)


def decode(parts: Parts, *, space: str, epoch_key: bytes) -> bytes:
    """Return the content of a verified segment. Raises Refused."""
    key = _key(epoch_key, space, parts.header)
    return _unpadded(crypto.unseal(key, parts.sealed, parts.clear, parts.header.seq))


def hash_of(file: bytes) -> str:
    """Return the hash by which the next segment names this one, in hex."""
    return sha256(file).hexdigest()


def _header(plain: dict[str, Any]) -> Header:
    header = Header(**{name: plain[name] for name in Header.__dataclass_fields__})
    numbers = (header.seq, header.epoch, header.n, header.schema, header.min_reader)
    words = (header.dev, header.prev, header.salt, header.zip, *header.deps)
    whole = all(isinstance(one, int) and one >= 0 for one in (*numbers, *header.deps.values()))
    if not whole or not all(isinstance(one, str) for one in words) or header.zip != "zstd":
        raise ValueError("header")
    return header


def _key(epoch_key: bytes, space: str, header: Header) -> bytes:
    return crypto.derived(epoch_key, f"cxo seg|{space}|{header.dev}", bytes.fromhex(header.salt))


def _message(space: str, signed: bytes) -> bytes:
    return b"cxo segment 1|" + space.encode() + b"|" + signed


def _padded(content: bytes) -> bytes:
    import zstandard

    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(content)
    filled = len(packed).to_bytes(_LENGTH_BYTES, "big") + packed
    return filled + bytes(-len(filled) % PADDING)


def _unpadded(padded: bytes) -> bytes:
    import zstandard

    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    packed = padded[_LENGTH_BYTES : _LENGTH_BYTES + length]
    try:
        return bytes(
            zstandard.ZstdDecompressor().decompress(packed, max_output_size=_LARGEST_CONTENT)
        )
    except zstandard.ZstdError as error:
        raise Refused(Reason.ALTERED) from error
