"""A secret goes into the keyring of the system where that is safe, and else is refused in words."""

import sys

import keyring
import pytest
from keyring.backends import chainer, fail, null

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.store import system_keyring
from tests.memory_keyring import Foreign, MemoryKeyring, PlainFile, Shut, in_place


def test_a_secret_is_kept_found_and_let_go():
    with in_place(MemoryKeyring()):
        assert system_keyring.fetch("entry") is None
        system_keyring.keep("entry", "s3cret")
        assert keyring.get_password("CxO Desktop", "entry") == "s3cret"
        assert system_keyring.fetch("entry") == "s3cret"
        system_keyring.drop("entry")
        system_keyring.drop("entry")
        assert system_keyring.fetch("entry") is None


@pytest.mark.parametrize(
    "backend",
    [fail.Keyring(), null.Keyring(), PlainFile(), Foreign()],
)
def test_a_keyring_that_keeps_no_secret_is_refused(backend):
    with in_place(backend), pytest.raises(InputRefused, match="keeps secrets encrypted"):
        system_keyring.keep("entry", "s3cret")
    assert not getattr(backend, "kept", {})


def test_of_several_the_safe_one_is_taken(monkeypatch):
    safe, plain = MemoryKeyring(), PlainFile()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, safe])
    with in_place(chainer.ChainerBackend()):
        system_keyring.keep("entry", "s3cret")
    assert (len(plain.kept), len(safe.kept)) == (0, 1)


def test_one_that_its_owner_does_not_open_is_told():
    with in_place(Shut()), pytest.raises(InputRefused, match="did not answer: dismissed"):
        system_keyring.keep("entry", "s3cret")


def test_without_the_package_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring.errors", None)
    with pytest.raises(InputRefused, match="not installed"):
        system_keyring.fetch("entry")
