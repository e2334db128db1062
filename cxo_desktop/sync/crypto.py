"""The few cryptographic calls that a share needs, each from a kept library.

Signatures are Ed25519, contents ChaCha20-Poly1305, keys derived by HKDF-SHA256; age (X25519) wraps
the keys of an epoch for its members.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cxo_desktop.sync.refusals import Reason, Refused

KEY_BYTES = 32
SIGNATURE_BYTES = 64
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """What a laptop proves itself with (Ed25519, hex) and opens what is meant for it (age)."""

    signing: str
    identity: str

    @property
    def public(self) -> str:
        """Return the public half of the signing key, in hex."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.signing))
        return private.public_key().public_bytes_raw().hex()

    @property
    def recipient(self) -> str:
        """Return the age recipient for which others encrypt."""
        from pyrage.x25519 import Identity

        return str(Identity.from_str(self.identity).to_public())

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message's SHA-256."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.signing))
        return private.sign(sha256(message).digest())


def new_device_keys() -> DeviceKeys:
    """Return fresh keys for a laptop."""
    from pyrage.x25519 import Identity

    return DeviceKeys(secrets.token_bytes(KEY_BYTES).hex(), str(Identity.generate()))


def is_signed(public: str, message: bytes, signature: bytes) -> bool:
    """Tell whether the holder of a key signed a message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(signature, sha256(message).digest())
    except (InvalidSignature, ValueError):
        return False
    return True


def derived(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return a key of 32 bytes for one purpose."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=salt or None, info=purpose.encode()).derive(key)


def seal(key: bytes, content: bytes, context: bytes, number: int) -> bytes:
    """Encrypt and authenticate under a key that is used for one content of each number only."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key).encrypt(_nonce(number), content, context)


def unseal(key: bytes, sealed: bytes, context: bytes, number: int) -> bytes:
    """Return what was sealed. Raises Refused when any bit of it or its context is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if len(sealed) < _TAG_BYTES:
        raise Refused(Reason.NOT_WHOLE)
    try:
        return ChaCha20Poly1305(key).decrypt(_nonce(number), sealed, context)
    except InvalidTag as error:
        raise Refused(Reason.ALTERED) from error


def is_identity(text: str) -> bool:
    """Tell whether a text is an age identity."""
    from pyrage import IdentityError
    from pyrage.x25519 import Identity

    try:
        Identity.from_str(text)
    except IdentityError:
        return False
    return True


def wrap(content: bytes, recipients: Sequence[str]) -> bytes:
    """Encrypt for some age recipients."""
    import pyrage
    from pyrage.x25519 import Recipient

    return bytes(pyrage.encrypt(content, [Recipient.from_str(one) for one in recipients]))


def unwrap(wrapped: bytes, identity: str) -> bytes:
    """Return what was encrypted for an age identity. Raises Refused when it was not."""
    import pyrage
    from pyrage.x25519 import Identity

    try:
        return bytes(pyrage.decrypt(wrapped, [Identity.from_str(identity)]))
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise Refused(Reason.NO_KEY) from error


def _nonce(number: int) -> bytes:
    return number.to_bytes(_NONCE_BYTES, "big")
