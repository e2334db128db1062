"""What opens a workspace is changed from the command line."""

import json

import pytest

from cxo_desktop.cli.main import run
from tests.memory_keyring import MemoryKeyring, in_place


@pytest.fixture
def here(cxo, monkeypatch, capsys):
    """Run commands in this process, whose keyring a test can choose."""

    def here(*words, expect=0):
        assert run(["--workspace", str(cxo.workspace), "--json", *words]) == expect
        out, said = capsys.readouterr()
        return json.loads(out) if out else said

    monkeypatch.delenv("CXO_PASSPHRASE", raising=False)
    return here


def test_another_passphrase_and_another_recovery_key(here, monkeypatch):
    monkeypatch.setenv("CXO_PASSPHRASE", "correct horse")
    monkeypatch.setenv("CXO_NEW_PASSPHRASE", "battery staple")
    here("passphrase", "change")
    assert "wrong" in here("engagement", "list", expect=5)
    monkeypatch.setenv("CXO_PASSPHRASE", "battery staple")
    key = here("passphrase", "recovery-key")["recovery_key"]
    monkeypatch.setenv("CXO_RECOVERY_KEY", key)
    monkeypatch.setenv("CXO_NEW_PASSPHRASE", "third time")
    monkeypatch.setenv("CXO_PASSPHRASE", "forgotten")
    here("passphrase", "change", "--by-recovery-key")
    monkeypatch.setenv("CXO_PASSPHRASE", "third time")
    assert here("engagement", "list") == []
    monkeypatch.setenv("CXO_NEW_PASSPHRASE", "")
    assert "empty" in here("passphrase", "change", expect=3)


def test_the_keyring_opens_without_a_passphrase_until_it_is_left(here, monkeypatch):
    with in_place(MemoryKeyring()) as safe:
        assert "terminal" in here("engagement", "list", expect=5)
        with monkeypatch.context() as given:
            given.setenv("CXO_PASSPHRASE", "correct horse")
            assert here("keyring", "use") == {"in_keyring": True}
        assert here("engagement", "list") == []
        assert here("keyring", "status") == {"in_keyring": True}
        safe.kept.clear()
        assert "does not open it" in here("engagement", "list", expect=5)
        assert here("keyring", "leave") == {"in_keyring": False}
        assert here("keyring", "status") == {"in_keyring": False}
