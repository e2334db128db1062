"""Keyrings for tests, put in place through the library's own API."""

from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps secrets while the test runs; as good as any of a system."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[service, username]


class PlainFile(MemoryKeyring):
    """One that the library itself does not recommend, as those that write plain files."""

    priority = 0.5


class Foreign(MemoryKeyring):
    """One from a package that says of itself how good it is."""

    __module__ = "keyrings.alt.file"


class Shut(MemoryKeyring):
    """One that its owner does not open."""

    def set_password(self, *_secret):
        raise KeyringLocked("dismissed")


@contextmanager
def in_place(backend):
    """Let the library use a backend."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)
