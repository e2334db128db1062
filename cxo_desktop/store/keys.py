"""The keys of a workspace: random ones, kept in small files that only a passphrase opens.

The workspace's key is wrapped twice, by the passphrase (Argon2id, its cost stored beside it) and
by a recovery key to be printed, and once more by a secret in the system's keyring for whoever
asks for that; each engagement's key is wrapped by the workspace's. So a new
passphrase re-wraps a hundred bytes and touches no data. A checksum tells a damaged file from a
wrong passphrase; the wrapping itself is authenticated (AES-256-GCM).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cxo_desktop.domain.errors import Damaged, Locked
from cxo_desktop.store.files import write_whole

KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
_RECOVERY_CHARS = 32
_GROUP = 4
_VERSION = 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": None, " ": None})


@dataclass(frozen=True, slots=True)
class KdfCost:
    """The cost of Argon2id: passes over the memory, memory in KiB, lanes side by side."""

    time: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


DEFAULT_COST = KdfCost()


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A workspace's fresh key, and the recovery key to print; the latter is kept nowhere."""

    key: bytes
    recovery: str


def create(path: Path, passphrase: str, cost: KdfCost) -> NewKeys:
    """Make a workspace's key and its file."""
    key, recovery = secrets.token_bytes(KEY_BYTES), _new_recovery()
    slots = {
        "passphrase": _passphrase_slot(key, passphrase, cost),
        "recovery": _wrap(_recovery_kek(recovery), key, b"recovery"),
    }
    _write(path, {"version": _VERSION, "slots": slots})
    return NewKeys(key, recovery)


def unlock(path: Path, passphrase: str) -> bytes:
    """Return the workspace's key. Raises Locked for a wrong passphrase, Damaged for the file."""
    slot = _read(path)["slots"]["passphrase"]
    cost = KdfCost(slot["time"], slot["memory_kib"], slot["lanes"])
    kek = _passphrase_kek(passphrase, bytes.fromhex(slot["salt"]), cost)
    key = _unwrap(kek, slot, b"passphrase")
    if key is None:
        raise Locked(
            "The workspace stays locked.",
            "The passphrase is wrong.",
            "Type it again; capital letters and the keyboard's layout matter.",
        )
    return key


def unlock_by_recovery(path: Path, recovery: str) -> bytes:
    """Return the workspace's key by the printed recovery key. Raises as unlock does."""
    key = _unwrap(_recovery_kek(recovery), _read(path)["slots"]["recovery"], b"recovery")
    if key is None:
        raise Locked(
            "The workspace stays locked.",
            "This is not its recovery key.",
            "Copy all eight groups from the printed sheet.",
        )
    return key


def change_passphrase(path: Path, key: bytes, passphrase: str, cost: KdfCost) -> None:
    """Let another passphrase open the workspace from now on; no data is touched."""
    content = _read(path)
    content["slots"]["passphrase"] = _passphrase_slot(key, passphrase, cost)
    _write(path, content)


def renew_recovery(path: Path, key: bytes) -> str:
    """Make a new recovery key, which is kept nowhere, and return it; the old one opens no more."""
    content, recovery = _read(path), _new_recovery()
    content["slots"]["recovery"] = _wrap(_recovery_kek(recovery), key, b"recovery")
    _write(path, content)
    return recovery


def keyring_entry(path: Path) -> str:
    """Return the name of the entry of the system's keyring that opens the workspace, or ""."""
    return str(_read(path)["slots"].get("keyring", {}).get("entry", ""))


def add_keyring_slot(path: Path, key: bytes) -> tuple[str, str]:
    """Let a new secret open the workspace, too; return the name of its entry and the secret.

    Both are random: the entry tells nothing of the workspace, the secret is no passphrase.
    """
    content, secret = _read(path), secrets.token_hex(KEY_BYTES)
    entry = secrets.token_hex(_SALT_BYTES)
    slot = _wrap(_keyring_kek(secret), key, b"keyring")
    content["slots"]["keyring"] = {"entry": entry, **slot}
    _write(path, content)
    return entry, secret


def drop_keyring_slot(path: Path) -> None:
    """Let no secret of the system's keyring open the workspace any more."""
    content = _read(path)
    content["slots"].pop("keyring", None)
    _write(path, content)


def unlock_by_keyring(path: Path, secret: str) -> bytes:
    """Return the workspace's key by the secret of the system's keyring. Raises as unlock does."""
    slot = _read(path)["slots"].get("keyring")
    key = _unwrap(_keyring_kek(secret), slot, b"keyring") if slot else None
    if key is None:
        raise Locked(
            "The workspace stays locked.",
            "What the keyring of this laptop holds does not open it.",
            "Give the passphrase.",
        )
    return key


def create_engagement_key(path: Path, workspace_key: bytes) -> bytes:
    """Make an engagement's key and its file, wrapped by the workspace's key."""
    key = secrets.token_bytes(KEY_BYTES)
    _write(path, {"version": _VERSION, "slots": {"key": _wrap(workspace_key, key, b"engagement")}})
    return key


def engagement_key(path: Path, workspace_key: bytes) -> bytes:
    """Return an engagement's key. Raises Damaged when its file is not of this workspace."""
    key = _unwrap(workspace_key, _read(path)["slots"]["key"], b"engagement")
    if key is None:
        raise _damaged(path)
    return key


def seal(key: bytes, content: bytes) -> bytes:
    """Return a content that only the key opens, for what is kept in memory."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, b"memory")


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return the content of ``seal``. Raises Damaged for another key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], b"memory")
    except InvalidTag as error:
        raise Damaged(
            "What was held in memory cannot be read.",
            "It belongs to another workspace.",
            "Open the workspace in which it was typed.",
        ) from error


def _new_recovery() -> str:
    return _grouped("".join(secrets.choice(_ALPHABET) for _ in range(_RECOVERY_CHARS)))


def _passphrase_slot(key: bytes, passphrase: str, cost: KdfCost) -> dict[str, Any]:
    salt = secrets.token_bytes(_SALT_BYTES)
    kek = _passphrase_kek(passphrase, salt, cost)
    return {"salt": salt.hex(), **asdict(cost), **_wrap(kek, key, b"passphrase")}


def _passphrase_kek(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    import unicodedata

    from argon2.low_level import Type, hash_secret_raw

    secret = unicodedata.normalize("NFKC", passphrase).encode()
    return hash_secret_raw(secret, salt, cost.time, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def _recovery_kek(recovery: str) -> bytes:
    plain = recovery.upper().translate(_LOOKALIKES).encode()
    return _derived(plain, b"cxo recovery key v1")


def _keyring_kek(secret: str) -> bytes:
    return _derived(secret.encode(), b"cxo keyring v1")


def _derived(secret: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(secret)


def _wrap(kek: bytes, key: bytes, purpose: bytes) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return {"nonce": nonce.hex(), "wrapped": AESGCM(kek).encrypt(nonce, key, purpose).hex()}


def _unwrap(kek: bytes, slot: Mapping[str, str], purpose: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(kek).decrypt(
            bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), purpose
        )
    except InvalidTag:
        return None


def _write(path: Path, content: dict[str, Any]) -> None:
    body = {key: value for key, value in content.items() if key != "checksum"}
    write_whole(path, json.dumps({**body, "checksum": _checksum(body)}, indent=1).encode())


def _read(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        body = {key: value for key, value in content.items() if key != "checksum"}
        whole = content["checksum"] == _checksum(body) and body["version"] == _VERSION
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    if not whole:
        raise _damaged(path)
    return content


def _checksum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _damaged(path: Path) -> Damaged:
    return Damaged(
        "The workspace cannot be unlocked.",
        f"Its key file {path.name} is missing or damaged; the passphrase was not even tried.",
        "Put the key file back from a backup of the folder; without it nobody can read the data.",
    )


def _grouped(text: str) -> str:
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
