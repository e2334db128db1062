"""What a passphrase keeps shut, and how it is changed."""

import pytest

from cxo_desktop.app.vault import Vault
from cxo_desktop.domain.errors import InputRefused, Locked
from cxo_desktop.store.keys import KdfCost
from tests.memory_keyring import MemoryKeyring, PlainFile, in_place


def test_a_new_passphrase_opens_what_the_old_one_kept(workspace):
    workspace.create("Asha Trust").close()
    workspace.vault.set_passphrase("battery staple")
    workspace.vault.lock()
    with pytest.raises(Locked, match="wrong"):
        workspace.vault.unlock("correct horse")
    workspace.vault.unlock("battery staple")
    assert workspace.engagements()[0].organisation == "Asha Trust"


def test_a_locked_workspace_takes_no_new_passphrase(workspace):
    workspace.vault.lock()
    with pytest.raises(Locked):
        workspace.vault.set_passphrase("mine now")


def test_the_printed_key_opens_when_the_passphrase_is_lost(tmp_path):
    vault = Vault(tmp_path / "workspace.key", KdfCost(time=1, memory_kib=64, lanes=1))
    recovery = vault.set_passphrase("forgotten")
    vault.lock()
    assert vault.locked
    vault.unlock_by_recovery(recovery)
    assert not vault.locked


def test_the_old_passphrase_must_be_known_to_change_it(workspace):
    vault = workspace.vault
    with pytest.raises(Locked, match="wrong"):
        vault.change_passphrase("a guess", "mine now")
    vault.change_passphrase("correct horse", "battery staple")
    vault.lock()
    vault.unlock("battery staple")


def test_a_new_printed_key_makes_the_old_one_void(tmp_path):
    vault = Vault(tmp_path / "workspace.key", KdfCost(time=1, memory_kib=64, lanes=1))
    old = vault.set_passphrase("forgotten")
    new = vault.renew_recovery()
    vault.lock()
    with pytest.raises(Locked, match="not its recovery key"):
        vault.unlock_by_recovery(old)
    vault.unlock_by_recovery(new)
    vault.lock()
    with pytest.raises(Locked):
        vault.renew_recovery()


def test_an_empty_passphrase_is_refused(workspace):
    with pytest.raises(InputRefused, match="empty"):
        workspace.vault.set_passphrase(" ")
    with pytest.raises(InputRefused, match="empty"):
        workspace.vault.change_passphrase("correct horse", "")
    workspace.vault.unlock("correct horse")


def test_a_keyring_opens_until_it_is_left(workspace):
    vault, old = workspace.vault, MemoryKeyring()
    with in_place(old):
        vault.use_keyring()
        ((place, secret),) = old.kept.items()
        vault.lock()
        vault.unlock_by_keyring()
        assert not vault.locked
        vault.set_passphrase("battery staple")
        assert vault.in_keyring
        vault.leave_keyring()
        assert old.kept == {}
        assert not vault.in_keyring
        old.kept[place] = secret
        vault.lock()
        with pytest.raises(Locked):
            vault.unlock_by_keyring()
    vault.unlock("battery staple")


def test_where_no_keyring_is_safe_nothing_is_left_behind(workspace):
    with in_place(PlainFile()), pytest.raises(InputRefused, match="encrypted"):
        workspace.vault.use_keyring()
    assert not workspace.vault.in_keyring
    with in_place(MemoryKeyring()):
        workspace.vault.use_keyring()
    with in_place(PlainFile()):
        workspace.vault.leave_keyring()
    assert not workspace.vault.in_keyring
