"""The keyring of the operating system: it may keep a secret, where it keeps it encrypted.

It is never needed. Backends that keep secrets as plain text, or nowhere, are refused; the library
itself is optional and imported only by whoever asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "CxO Desktop"
_FOREIGN = "keyrings."
"""Where backends outside of the library live; those of keyrings.alt write plain files."""


def keep(entry: str, secret: str) -> None:
    """Keep a secret under the name of an entry. Raises InputRefused where nothing safe is."""
    with _told():
        _safe().set_password(_SERVICE, entry, secret)


def fetch(entry: str) -> str | None:
    """Return the secret of an entry, or None when it is not there. Raises InputRefused."""
    with _told():
        return _safe().get_password(_SERVICE, entry)


def drop(entry: str) -> None:
    """Let go of an entry, whether it is there or not. Raises InputRefused."""
    with _told():
        from keyring.errors import PasswordDeleteError

        with suppress(PasswordDeleteError):
            _safe().delete_password(_SERVICE, entry)


def _safe() -> KeyringBackend:
    """Return the backend in use, or the first of several, that keeps secrets encrypted."""
    from keyring.core import get_keyring, recommended

    found = get_keyring()
    for backend in getattr(found, "backends", [found]):
        if recommended(backend) and not type(backend).__module__.startswith(_FOREIGN):
            safe: KeyringBackend = backend
            return safe
    raise _refused(_("This laptop has no keyring that keeps secrets encrypted."))


@contextmanager
def _told() -> Iterator[None]:
    """Let errors of a keyring, or that there is none, become errors in words."""
    try:
        from keyring.errors import KeyringError
    except ImportError as error:
        raise _refused(_("The optional package “keyring” is not installed.")) from error
    try:
        yield
    except (KeyringError, OSError, RuntimeError) as error:
        raise _refused(
            _("The keyring of this laptop did not answer: {reason}.").format(
                reason=str(error) or type(error).__name__
            )
        ) from error


def _refused(why: str) -> InputRefused:
    return InputRefused(
        _("The keyring of this laptop cannot be used."),
        why,
        _(
            "Go on with the passphrase. A keyring is part of Windows and macOS; on Linux install "
            "GNOME Keyring or KWallet and sign in."
        ),
    )
